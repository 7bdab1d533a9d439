package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.BlockKind;

/**
 * Finds the blocks of plain text and of Markdown: paragraphs, headings, lists, tables drawn with
 * bars. The signs of Markdown mean the same in a text file; only line breaks, tags, comments and
 * struck words do not. A block quotation is a paragraph: what minutes quote is the motion itself.
 */
final class PlainTextLayout {

  private static final Pattern HASH_HEADING = Pattern.compile("\\s{0,3}(#{1,6})\\s++(.*)");
  private static final Pattern RULE =
      Pattern.compile("\\s*(?:-{3,}|={3,}|_{3,}|\\*{3,}|(?:\\* ){2,}\\*|(?:- ){2,}-)\\s*");
  private static final Pattern UNDERLINE_1 = Pattern.compile("\\s*={3,}\\s*");
  private static final Pattern UNDERLINE_2 = Pattern.compile("\\s*-{3,}\\s*");
  private static final Pattern BAR_ROW = Pattern.compile("\\s*+\\|([^|]*+\\|.*)\\|\\s*+");
  private static final Pattern BAR_RULE = Pattern.compile("[\\s|:+=-]+");
  private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}(?:>\\s?)++");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.{1,300}?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\d*])\\*(?=[^\\s*])([^*]+?)(?<=[^\\s*])\\*(?![\\p{L}\\d*])");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]{1,500}+)\\]\\([^)\\s]{1,1000}+[^)]{0,200}+\\)");
  private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)([^~]{1,300})~~");
  private static final Pattern CODE = Pattern.compile("(`{1,2})(?!`)([^`]{1,300})\\1");
  private static final Pattern ADDRESS =
      Pattern.compile("<((?:https?://|mailto:)[^<>\\s]{1,1000})>");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\\s[^<>]{0,300})?/?>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s{0,3}/?>");

  /** With the name of a language at most: "~~~ OUR NEWS ~~~" is a title, and would be lost. */
  private static final Pattern FENCE =
      Pattern.compile("\\s{0,3}(?:`{3,}|~{3,})[ \\t]*[a-z0-9+#.-]*[ \\t]*");

  private static final Pattern NOTE = Pattern.compile("\\s{0,3}\\[\\^[^\\]\\s]{1,50}]:\\s+(\\S.*)");
  private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\]\\s]{1,50}]");
  private static final Pattern BARE_RULE =
      Pattern.compile("\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)+");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>|~-])");
  private static final int TAB = 8;
  private static final int LONGEST_UNDERLINED = 120;

  private final List<String> lines;
  private final LineJoiner joiner;
  private final List<Draft> drafts = new ArrayList<>();

  private final boolean markdown;

  private PlainTextLayout(List<String> lines, boolean markdown) {
    this.lines = lines;
    this.markdown = markdown;
    this.joiner = new LineJoiner(lines, markdown);
  }

  /** The blocks of a text that is Markdown by its name: its tags and comments are no text. */
  static List<Draft> blocksOfMarkdown(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : lines(withoutComments(text))) {
      String[] pieces = BAR_ROW.matcher(line).matches() ? new String[] {line} : BREAK.split(line);
      for (int i = 0; i < pieces.length; i++) {
        lines.add(i + 1 < pieces.length ? pieces[i] + "  " : pieces[i]);
      }
    }
    return blocksOf(lines, true);
  }

  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (int begin = text.indexOf("<!--"); begin >= 0; begin = text.indexOf("<!--", at)) {
      int end = text.indexOf("-->", begin);
      if (end < 0) {
        break;
      }
      kept.append(text, at, begin);
      at = end + 3;
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** The blocks of a text. */
  static List<Draft> blocksOf(String text) {
    return blocksOf(lines(text));
  }

  /** The lines of a text; of several blank ones in a row, the first: a file may hold millions. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    boolean blank = false;
    for (int from = 0; from <= text.length(); ) {
      int to = from;
      boolean visible = false;
      while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
        visible |= !Character.isWhitespace(text.charAt(to));
        to++;
      }
      if (visible || !blank) {
        lines.add(text.substring(from, to));
      }
      blank = !visible;
      boolean pair = text.startsWith("\r\n", to);
      from = to + (pair ? 2 : 1);
    }
    return lines;
  }

  /** The blocks of a text in lines. */
  static List<Draft> blocksOf(List<String> rawLines) {
    return blocksOf(rawLines, false);
  }

  private static List<Draft> blocksOf(List<String> rawLines, boolean markdown) {
    List<String> lines = new ArrayList<>();
    for (String raw : rawLines) {
      // A form feed ends a page of print: the line before it does not run on.
      for (String piece : raw.split("\f", -1)) {
        lines.add(expandTabs(piece));
      }
    }
    PlainTextLayout layout = new PlainTextLayout(lines, markdown);
    layout.run();
    return layout.drafts;
  }

  private void run() {
    int at = frontMatter();
    List<String> open = new ArrayList<>();
    while (at < lines.size()) {
      String line = lines.get(at);
      String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
      if (isUnderlined(line, next)) {
        flush(open);
        drafts.add(heading(UNDERLINE_1.matcher(next).matches() ? 1 : 2, line));
        at += 2;
      } else if (FENCE.matcher(line).matches()) {
        flush(open);
        at = addFenced(at + 1);
      } else if (line.indexOf('|') >= 0 && BARE_RULE.matcher(next).matches()) {
        flush(open);
        at = addBareTable(at);
      } else {
        addLine(line, open);
        at++;
      }
    }
    flush(open);
  }

  private void addLine(String line, List<String> open) {
    if (line.isBlank() || RULE.matcher(line).matches()) {
      flush(open);
    } else if (isStructure(line)) {
      flush(open);
      addStructure(line);
    } else {
      open.add(QUOTE.matcher(line).replaceFirst(""));
    }
  }

  /** Lines between fences are kept as they are. */
  private int addFenced(int from) {
    int at = from;
    while (at < lines.size() && !FENCE.matcher(lines.get(at)).matches()) {
      drafts.add(Draft.paragraph(lines.get(at)));
      at++;
    }
    return at + 1;
  }

  /** A table whose rows have bars between their cells only. */
  private int addBareTable(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).indexOf('|') >= 0) {
      if (at != from + 1) {
        addRow(lines.get(at));
      }
      at++;
    }
    return at;
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
    return HASH_HEADING.matcher(line).matches()
        || BAR_ROW.matcher(line).matches()
        || NOTE.matcher(line).matches();
  }

  private void addStructure(String line) {
    Matcher heading = HASH_HEADING.matcher(line);
    if (heading.matches()) {
      drafts.add(heading(heading.group(1).length(), withoutHashes(heading.group(2))));
      return;
    }
    Matcher note = NOTE.matcher(line);
    if (note.matches()) {
      drafts.add(Draft.of(BlockKind.FOOTNOTE, withoutMarks(note.group(1))));
      return;
    }
    Matcher row = BAR_ROW.matcher(line);
    if (row.matches() && !BAR_RULE.matcher(row.group(1)).matches()) {
      addRow(row.group(1));
    }
  }

  private void addRow(String bars) {
    drafts.add(Draft.row(BAR.splitAsStream(bars).map(this::withoutMarks).toList()));
  }

  /** By hand, for a pattern would try every split of a long run of spaces. */
  private static String withoutHashes(String heading) {
    int end = heading.stripTrailing().length();
    while (end > 0 && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(0, end);
  }

  private Draft heading(int level, String text) {
    return Draft.heading(level, withoutMarks(text.strip()));
  }

  private void flush(List<String> open) {
    for (String entry : joiner.join(open)) {
      drafts.add(entry(entry));
    }
    open.clear();
  }

  private Draft entry(String entry) {
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
  private String withoutMarks(String line) {
    String bare = isBold(line) ? line.substring(2, line.length() - 2) : line;
    if (markdown) {
      bare = ADDRESS.matcher(bare).replaceAll("$1");
      bare = TAG.matcher(bare).replaceAll("");
      bare = NOTE_MARK.matcher(bare).replaceAll("");
      bare = CODE.matcher(bare).replaceAll("$2");
      bare = STRUCK.matcher(bare).replaceAll("");
      bare = bare.endsWith("\\") ? bare.substring(0, bare.length() - 1) : bare;
    }
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
