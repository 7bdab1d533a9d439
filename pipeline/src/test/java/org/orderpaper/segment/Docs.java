package org.orderpaper.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Cues;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.SegmentSettings;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Span;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads the cues of the house and turns plain text into blocks: a line is a block; {@code #} marks
 * a heading, {@code **} bold, a tab between cells a row, {@code |} a quoted reply, {@code |>} a
 * forwarded message, {@code ~} a page header. {@code From:}, {@code Subject:} and {@code Sent:} at
 * the very top make a message when the first line is {@code !mail}.
 */
final class Docs {

  private static final Path RULES = Path.of("..", "rules");

  static final Segmenter SEGMENTER = new Segmenter(settings());

  private Docs() {}

  static SegmentSettings settings() {
    return new SegmentSettings(cues(), gazetteer(), List.of(), Map.of());
  }

  static Cues cues() {
    Map<String, List<String>> phrases = new TreeMap<>();
    for (Path file : files("cues")) {
      Map<?, ?> keys = (Map<?, ?>) load(file);
      keys.forEach((key, list) -> phrases.put(name(file) + "." + key, strings((List<?>) list)));
    }
    return new Cues(phrases);
  }

  private static Gazetteer gazetteer() {
    Map<String, List<Gazetteer.Entry>> lists = new TreeMap<>();
    for (Path file : files("gazetteers")) {
      List<Gazetteer.Entry> entries = new ArrayList<>();
      for (Object entry : (List<?>) load(file)) {
        entries.add(entry(entry));
      }
      lists.put(name(file), entries);
    }
    return new Gazetteer(lists);
  }

  private static Gazetteer.Entry entry(Object entry) {
    if (entry instanceof Map<?, ?> map) {
      Object aliases = map.get("aliases");
      List<String> others = aliases == null ? List.of() : strings((List<?>) aliases);
      return new Gazetteer.Entry(String.valueOf(map.get("name")), others, null, null);
    }
    return new Gazetteer.Entry(String.valueOf(entry), List.of(), null, null);
  }

  private static List<String> strings(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(RULES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static Object load(Path file) {
    return new Load(LoadSettings.builder().build()).loadFromString(read(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SegmentedDocument segment(String text) {
    return segment("paper.txt", text);
  }

  static SegmentedDocument segment(String source, String text) {
    return SEGMENTER.segment(source, "00", LedgerState.CHECKED, document(text));
  }

  static ExtractedDocument document(String source) {
    List<String> lines = new ArrayList<>(source.lines().toList());
    MailHeader mail = null;
    if (!lines.isEmpty() && lines.getFirst().equals("!mail")) {
      lines.removeFirst();
      mail = mail(lines);
    }
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        blocks.add(block(line, text));
        text.append('\n');
      }
    }
    return new ExtractedDocument(text.toString(), blocks, null, mail, null);
  }

  private static MailHeader mail(List<String> lines) {
    String from = null;
    String subject = null;
    LocalDate sent = null;
    while (!lines.isEmpty() && !lines.getFirst().isBlank()) {
      String line = lines.removeFirst();
      from = line.startsWith("From: ") ? line.substring(6) : from;
      subject = line.startsWith("Subject: ") ? line.substring(9) : subject;
      sent = line.startsWith("Sent: ") ? LocalDate.parse(line.substring(6)) : sent;
    }
    return new MailHeader(from, subject, sent);
  }

  private static Block block(String line, StringBuilder text) {
    BlockKind kind = BlockKind.PARAGRAPH;
    String content = line;
    int level = 0;
    boolean bold = false;
    if (line.startsWith("#")) {
      level = line.indexOf(' ');
      kind = BlockKind.HEADING;
      content = line.substring(level + 1);
    } else if (line.startsWith("**")) {
      bold = true;
      content = line.substring(2).replace("**", "");
    } else if (line.startsWith("~")) {
      kind = BlockKind.PAGE_HEADER;
      content = line.substring(1);
    } else if (line.startsWith("| ")) {
      kind = BlockKind.QUOTED_REPLY;
      content = line.substring(2);
    } else if (line.startsWith("|> ")) {
      kind = BlockKind.FORWARDED;
      content = line.substring(3);
    } else if (isRow(line)) {
      kind = BlockKind.TABLE_ROW;
    }
    int start = text.length();
    text.append(content);
    return new Block(
        kind, new Span(start, text.length()), level, null, null, bold, cells(kind, content, start));
  }

  /** Tabs between cells; a tab after a number, or before the text, is only indentation. */
  private static boolean isRow(String line) {
    return !line.startsWith("\t") && line.replaceFirst("^\\S{1,5}[.)]\\t", "").contains("\t");
  }

  private static List<Span> cells(BlockKind kind, String content, int start) {
    List<Span> cells = new ArrayList<>();
    int at = start;
    if (kind == BlockKind.TABLE_ROW) {
      for (String cell : content.split("\t", -1)) {
        cells.add(new Span(at, at + cell.length()));
        at += cell.length() + 1;
      }
    }
    return cells;
  }

  /** The items as lines that a person can compare. */
  static String outline(SegmentedDocument document) {
    StringBuilder outline = new StringBuilder();
    String meeting = null;
    for (var item : document.items()) {
      var m = item.meeting();
      if (!m.id().equals(meeting)) {
        meeting = m.id();
        outline.append(
            "== %s | %s | %s %s | %s\n"
                .formatted(
                    m.kind().word(),
                    m.unit() == null ? "-" : m.unit().name() + " (" + m.unit().type().word() + ")",
                    m.date(),
                    m.dateSource() == null ? "-" : m.dateSource().word(),
                    m.status().word()));
      }
      outline.append(line(item)).append('\n');
    }
    return outline.toString();
  }

  private static String line(org.orderpaper.model.BusinessItem item) {
    String text = org.orderpaper.model.MaskedText.of(item).text().replace('\n', '/');
    String shown =
        text.length() <= 110
            ? text
            : text.substring(0, 70) + " ... " + text.substring(text.length() - 36);
    StringBuilder acts = new StringBuilder();
    item.acts()
        .forEach(act ->
            acts.append(acts.isEmpty() ? "" : "+")
                .append(act.act().word())
                .append(act.presumed() ? "?" : ""));
    var v = item.votes();
    String votes =
        v.equals(org.orderpaper.model.Votes.NOT_STATED)
            ? ""
            : " "
                + v.inFavour()
                + "/"
                + v.against()
                + "/"
                + v.abstentions()
                + (v.percent() ? "%" : "");
    StringBuilder passages = new StringBuilder();
    item.passages()
        .forEach(p ->
            passages
                .append(" {")
                .append(p.voice().word())
                .append(": ")
                .append(
                    p.span().of(item.text()).replace('\n', '/'), 0, Math.min(24, p.span().length()))
                .append('}'));
    return "%d %s %s%s %s [%s]%s %s: %s%s"
        .formatted(
            item.ordinal(),
            item.type().word(),
            item.outcome().word(),
            votes,
            item.voice().word(),
            acts,
            item.amends() == null ? "" : " amends",
            item.headingPath(),
            shown,
            passages);
  }
}
