package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.BlockKind;

/**
 * Finds the blocks of plain text and of Markdown: paragraphs, headings, lists, tables drawn with
 * bars. Markdown is not a mode: its signs mean the same in a text file.
 */
final class PlainTextLayout {

  private static final Pattern HASH_HEADING = Pattern.compile("\\s{0,3}(#{1,6})\\s++(.*)");
  private static final Pattern RULE =
      Pattern.compile("\\s*(?:-{3,}|={3,}|_{3,}|\\*{3,}|(?:\\* ){2,}\\*|(?:- ){2,}-)\\s*");
  private static final Pattern UNDERLINE_1 = Pattern.compile("\\s*={3,}\\s*");
  private static final Pattern UNDERLINE_2 = Pattern.compile("\\s*-{3,}\\s*");
  private static final Pattern BAR_ROW = Pattern.compile("\\s*+\\|([^|]*+\\|.*)\\|\\s*+");
  private static final Pattern BAR_RULE = Pattern.compile("[\\s|:+=-]+");
  private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}>\\s?(.*)");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.{1,300}?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\d*])\\*(?=[^\\s*])([^*]+?)(?<=[^\\s*])\\*(?![\\p{L}\\d*])");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]{1,500}+)\\]\\([^)\\s]{1,1000}+[^)]{0,200}+\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>-])");
  private static final int TAB = 8;
  private static final int LONGEST_UNDERLINED = 120;

  private final List<String> lines;
  private final LineJoiner joiner;
  private final List<Draft> drafts = new ArrayList<>();

  private PlainTextLayout(List<String> lines) {
    this.lines = lines;
    this.joiner = new LineJoiner(lines);
  }

  /** The blocks of a text. */
  static List<Draft> blocksOf(String text) {
    return blocksOf(Arrays.asList(text.split("\r\n|\r|\n", -1)));
  }

  /** The blocks of a text in lines. */
  static List<Draft> blocksOf(List<String> rawLines) {
    List<String> lines = new ArrayList<>();
    for (String raw : rawLines) {
      // A form feed ends a page of print: the line before it does not run on.
      for (String piece : raw.split("\f", -1)) {
        lines.add(expandTabs(piece));
      }
    }
    PlainTextLayout layout = new PlainTextLayout(lines);
    layout.run();
    return layout.drafts;
  }

  private void run() {
    int at = frontMatter();
    List<String> open = new ArrayList<>();
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
      if (isUnderlined(line, next)) {
        flush(open);
        drafts.add(heading(UNDERLINE_1.matcher(next).matches() ? 1 : 2, line));
        at++;
      } else if (line.isBlank() || RULE.matcher(line).matches()) {
        flush(open);
      } else if (isStructure(line)) {
        flush(open);
        addStructure(line);
      } else {
        open.add(QUOTE.matcher(line).replaceFirst("$1"));
      }
    }
    flush(open);
  }

  /** Lines between two rules at the very beginning, kept one by one. */
  private int frontMatter() {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return 0;
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).strip().equals("---")) {
      if (lines.get(end).isBlank()) {
        return 0;
      }
      end++;
    }
    if (end == lines.size()) {
      return 0;
    }
    lines.subList(1, end).forEach(line -> drafts.add(Draft.paragraph(line)));
    return end + 1;
  }

  private static boolean isUnderlined(String line, String next) {
    boolean underline = UNDERLINE_1.matcher(next).matches() || UNDERLINE_2.matcher(next).matches();
    return underline
        && !line.isBlank()
        && line.strip().length() <= LONGEST_UNDERLINED
        && !RULE.matcher(line).matches()
        && !BAR_ROW.matcher(line).matches()
        && !LineCues.isBullet(line.strip());
  }

  private static boolean isStructure(String line) {
    return HASH_HEADING.matcher(line).matches() || BAR_ROW.matcher(line).matches();
  }

  private void addStructure(String line) {
    Matcher heading = HASH_HEADING.matcher(line);
    if (heading.matches()) {
      drafts.add(heading(heading.group(1).length(), withoutHashes(heading.group(2))));
      return;
    }
    Matcher row = BAR_ROW.matcher(line);
    if (row.matches() && !BAR_RULE.matcher(row.group(1)).matches()) {
      List<String> cells = Arrays.asList(row.group(1).split("\\|", -1));
      drafts.add(Draft.row(cells.stream().map(PlainTextLayout::withoutMarks).toList()));
    }
  }

  /** By hand, for a pattern would try every split of a long run of spaces. */
  private static String withoutHashes(String heading) {
    int end = heading.stripTrailing().length();
    while (end > 0 && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(0, end);
  }

  private static Draft heading(int level, String text) {
    return Draft.heading(level, withoutMarks(text.strip()));
  }

  private void flush(List<String> open) {
    for (String entry : joiner.join(open)) {
      drafts.add(entry(entry));
    }
    open.clear();
  }

  private static Draft entry(String entry) {
    String line = entry.strip();
    if (LineCues.isBullet(line)) {
      String text = LineCues.withoutBullet(line);
      return Draft.listItem(1 + LineJoiner.indent(entry) / 2, withoutMarks(text))
          .bold(isBold(text));
    }
    if (LineCues.isNumbered(line)) {
      return Draft.listItem(LineCues.depthOfNumber(line), withoutMarks(line)).bold(isBold(line));
    }
    return Draft.of(BlockKind.PARAGRAPH, withoutMarks(line)).bold(isBold(line));
  }

  private static boolean isBold(String line) {
    boolean marked = line.startsWith("**") && line.endsWith("**") && line.length() > 4;
    return marked && line.indexOf("**", 2) == line.length() - 2;
  }

  /** The text of a line without the signs of Markdown. */
  static String withoutMarks(String line) {
    String bare = isBold(line) ? line.substring(2, line.length() - 2) : line;
    String text = LINK.matcher(bare).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$2");
    text = EMPHASIS.matcher(text).replaceAll("$1");
    return ESCAPED.matcher(text).replaceAll("$1");
  }

  private static String expandTabs(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    StringBuilder expanded = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        expanded.repeat(' ', TAB - expanded.length() % TAB);
      } else {
        expanded.append(line.charAt(i));
      }
    }
    return expanded.toString();
  }
}
