package org.orderpaper.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One readable source file: a header of {@code name: value} lines, the body, and the labels, parted
 * by lines {@code ---}. The markup of bodies is described in corpus-samples/README.md.
 */
record Source(String name, Map<String, String> header, List<String> body, List<String> labels) {

  enum Kind {
    TEXT,
    HEADING,
    BOLD,
    NUMBERED,
    RESTARTED,
    BULLET,
    QUOTE,
    ROW,
    HEADER_ROW,
    PAGE_BREAK,
    EMPTY
  }

  /** A paragraph; the level counts from 0. */
  record Paragraph(Kind kind, int level, String text) {

    List<String> cells() {
      return Stream.of(text.split("\\|", -1)).map(String::strip).toList();
    }

    boolean isRow() {
      return kind == Kind.ROW || kind == Kind.HEADER_ROW;
    }

    boolean isNumbered() {
      return kind == Kind.NUMBERED || kind == Kind.RESTARTED;
    }
  }

  enum Mark {
    PLAIN,
    BOLD,
    DELETED,
    INSERTED,
    COMMENT
  }

  record Run(String text, Mark mark) {}

  private static final Pattern MARK =
      Pattern.compile("\\*\\*(.+?)\\*\\*|\\[-(.+?)-]|\\[\\+(.+?)\\+]|\\{>(.+?)<}");

  static List<Source> all(Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sources.add(parse(file.getFileName().toString(), Files.readAllLines(file)));
      }
    }
    return sources;
  }

  private static Source parse(String name, List<String> lines) {
    int body = lines.indexOf("---");
    int labels = lines.lastIndexOf("--- labels");
    if (body < 0 || labels < body) {
      throw new IllegalArgumentException(name + ": needs --- and --- labels");
    }
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : lines.subList(0, body)) {
      int colon = line.indexOf(": ");
      header.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return new Source(
        name,
        header,
        lines.subList(body + 1, labels),
        lines.subList(labels + 1, lines.size()).stream().filter(line -> !line.isBlank()).toList());
  }

  /** Where the document goes, below {@code documents}; {@code !/} leads into a message. */
  String path() {
    return option("path", "");
  }

  boolean isInsideAnother() {
    return path().contains("!/");
  }

  String format() {
    return option("format", path().substring(path().lastIndexOf('.') + 1));
  }

  String option(String key, String otherwise) {
    return header.getOrDefault(key, otherwise);
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(option(key, Integer.toString(otherwise)));
  }

  /** The body as it stands, for the formats that are text, wrapped where the header asks for it. */
  List<String> verbatim() {
    int width = number("wrap", 0);
    List<String> lines = new ArrayList<>();
    for (String line : body) {
      if (width == 0 || line.length() <= width) {
        lines.add(line);
      } else {
        lines.addAll(Wrapping.of(line, width, String::length, false));
      }
    }
    return lines;
  }

  List<Paragraph> paragraphs() {
    return body.stream().filter(line -> !line.isEmpty()).map(Source::paragraph).toList();
  }

  private static Paragraph paragraph(String line) {
    if (line.equals("===")) {
      return new Paragraph(Kind.PAGE_BREAK, 0, "");
    }
    if (line.equals("~")) {
      return new Paragraph(Kind.EMPTY, 0, "");
    }
    int space = line.indexOf(' ');
    String sign = space < 0 ? "" : line.substring(0, space);
    String rest = line.substring(space + 1);
    return switch (sign) {
      case "#", "##", "###" -> new Paragraph(Kind.HEADING, sign.length() - 1, rest);
      case "!" -> new Paragraph(Kind.BOLD, 0, rest);
      case "+", "++", "+++" -> new Paragraph(Kind.NUMBERED, sign.length() - 1, rest);
      case "+=" -> new Paragraph(Kind.RESTARTED, 0, rest);
      case "*" -> new Paragraph(Kind.BULLET, 0, rest);
      case ">" -> new Paragraph(Kind.QUOTE, 0, rest);
      case "|" -> new Paragraph(Kind.ROW, 0, rest);
      case "|!" -> new Paragraph(Kind.HEADER_ROW, 0, rest);
      default -> new Paragraph(Kind.TEXT, 0, line.replace("\\t", "\t"));
    };
  }

  static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = MARK.matcher(text);
    int end = 0;
    while (matcher.find()) {
      addRun(runs, text.substring(end, matcher.start()), Mark.PLAIN);
      for (int group = 1; group <= 4; group++) {
        addRun(runs, matcher.group(group), Mark.values()[group]);
      }
      end = matcher.end();
    }
    addRun(runs, text.substring(end), Mark.PLAIN);
    return runs;
  }

  private static void addRun(
      List<Run> runs, @org.jspecify.annotations.Nullable String text, Mark mark) {
    if (text != null && !text.isEmpty()) {
      runs.add(new Run(text, mark));
    }
  }

  /** What a reader sees of a marked text: without deletions and comments. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (Run run : runs(text)) {
      if (run.mark() != Mark.DELETED && run.mark() != Mark.COMMENT) {
        shown.append(run.text());
      }
    }
    return shown.toString();
  }

  /** The text a reader sees, one line a paragraph. */
  List<String> shownLines() {
    return switch (format()) {
      case "txt", "html", "md", "eml" -> body;
      default -> paragraphs().stream().map(Paragraph::text).map(Source::shown).toList();
    };
  }
}
