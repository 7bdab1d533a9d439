package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Parts what a mail says from the earlier messages that it quotes or forwards, which are not the
 * sender's own words; {@link MailHistory} tells which is which. A message forwarded as an
 * attachment is a part.
 */
final class MailText {

  private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}(?:>\\s?+)++");
  private static final Pattern ATTRIBUTION =
      Pattern.compile("(?i)(?:on|le|ar)\\b.{6,300}\\b(?:wrote|writes|said):\\s*");

  /** Without the "on" in front it may be a sentence, so quoted lines must follow. */
  private static final Pattern LOOSE_ATTRIBUTION =
      Pattern.compile(
          "(?i).{2,150}\\b(?:wrote|writes|said|schrieb|ysgrifennodd|écrit|escribió|skrev)\\b"
              + ".{0,150}:\\s*");

  /** More marks of quotation than anyone can follow. */
  private static final int DEEPEST = 50;

  private static final int LONGEST_ATTRIBUTION = 3;

  /** The most lines into which one quoted line is broken. */
  private static final int LONGEST_BREAK = 8;

  private MailText() {}

  /**
   * The blocks of a body in plain text.
   *
   * @param subject of the mail, which tells a forward from a reply; or null
   */
  static List<Draft> ofPlain(String text, @Nullable String subject) {
    List<String> lines =
        attributionsJoined(breaksMended(Arrays.asList(text.split("\r\n|\r|\n", -1))));
    List<MailHistory.Line> told = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String bare = QUOTED.matcher(lines.get(i)).replaceFirst("");
      told.add(new MailHistory.Line(bare, depth(lines, i), null, false, isAttribution(lines, i)));
    }
    List<@Nullable BlockKind> kinds = MailHistory.of(told, subject);
    List<Draft> drafts = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      while (to < lines.size()
          && kinds.get(to) == kinds.get(from)
          && told.get(to).depth() == told.get(from).depth()) {
        to++;
      }
      drafts.addAll(blocks(lines.subList(from, to), kinds.get(from)));
      from = to;
    }
    return drafts;
  }

  /**
   * The blocks of a body in HTML; what it does not show, and what stands apart, comes last.
   *
   * @param subject of the mail, which tells a forward from a reply; or null
   */
  static List<Draft> ofHtml(String markup, @Nullable String subject) {
    HtmlLayout layout = new HtmlLayout(true);
    List<Draft> drafts = layout.blocksOf(HtmlReader.parse(markup).body());
    List<MailHistory.Line> told = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      told.add(told(drafts, i, layout.beginsEarlier(i)));
    }
    List<@Nullable BlockKind> kinds = MailHistory.of(told, subject);
    List<Draft> marked = new ArrayList<>(layout.apart(BlockKind.PAGE_HEADER));
    for (int i = 0; i < drafts.size(); i++) {
      BlockKind kind = kinds.get(i);
      marked.add(kind == null ? drafts.get(i) : drafts.get(i).as(kind).at(0));
    }
    for (BlockKind kind :
        List.of(BlockKind.FOOTNOTE, BlockKind.COMMENT, BlockKind.PAGE_FOOTER, BlockKind.HIDDEN)) {
      marked.addAll(layout.apart(kind));
    }
    return marked;
  }

  private static MailHistory.Line told(List<Draft> drafts, int at, boolean begins) {
    String text = CleanText.of(drafts.get(at).text());
    int depth = HtmlLayout.depth(drafts.get(at));
    boolean follows = at + 1 < drafts.size() && HtmlLayout.depth(drafts.get(at + 1)) > depth;
    boolean dated = text.chars().anyMatch(Character::isDigit);
    boolean attribution = ATTRIBUTION.matcher(text).matches() && (follows || dated);
    BlockKind given = depth == 0 ? null : drafts.get(at).kind();
    return new MailHistory.Line(text, depth, given, begins, attribution);
  }

  /** Joins the lines of a paragraph that were sent as flowed text. */
  static String unflowed(String text, boolean deleteSpace) {
    StringBuilder whole = new StringBuilder();
    String last = "";
    for (String raw : text.split("\r\n|\r|\n", -1)) {
      int marks = 0;
      while (marks < raw.length() && raw.charAt(marks) == '>') {
        marks++;
      }
      String line = raw.substring(marks);
      // Senders put a space before lines that would look quoted; those must not look so again.
      boolean stuffed = line.startsWith(" ");
      line = stuffed ? line.substring(1) : line;
      line = stuffed && line.startsWith(">") ? "\u200B" + line : line;
      boolean flows = last.endsWith(" ") && !last.equals("-- ") && marksOf(last) == marks;
      if (flows && !line.equals("-- ")) {
        if (deleteSpace) {
          whole.setLength(whole.length() - 1);
        }
        whole.append(line);
      } else {
        whole.append(whole.isEmpty() && last.isEmpty() ? "" : "\n");
        whole.append(">".repeat(marks)).append(marks > 0 ? " " : "").append(line);
      }
      last = line.equals("-- ") ? line : ">".repeat(marks) + line;
    }
    return whole.toString();
  }

  private static int marksOf(String line) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == '>') {
      marks++;
    }
    return marks;
  }

  private static boolean isAttribution(List<String> lines, int at) {
    String line = QUOTED.matcher(lines.get(at)).replaceFirst("").strip();
    boolean loose = LOOSE_ATTRIBUTION.matcher(line).matches();
    return ATTRIBUTION.matcher(line).matches()
        || (loose && !isQuoted(lines.get(at)) && marksFollow(lines, at + 1));
  }

  /**
   * Marks lines that were quoted and then broken once more, so that only their first part is
   * marked: they go on in the middle of a sentence, up to the next mark, or to the end of the last
   * paragraph where others of the message were broken so.
   */
  private static List<String> breaksMended(List<String> lines) {
    List<String> mended = new ArrayList<>(lines);
    boolean broken = false;
    for (int i = 1; i < mended.size(); i++) {
      int end = endOfBreak(mended, i);
      boolean marked = end < mended.size() && isQuoted(mended.get(end));
      if (end == i || (!marked && !broken)) {
        continue;
      }
      String marks = ">".repeat(depth(mended, i - 1)) + " ";
      for (int at = i; at < end; at++) {
        mended.set(at, marks + mended.get(at));
      }
      broken = true;
    }
    return mended;
  }

  /** The line after those that go on with the quoted line before {@code from}, or that line. */
  private static int endOfBreak(List<String> lines, int from) {
    String before = QUOTED.matcher(lines.get(from - 1)).replaceFirst("").strip();
    boolean goesOn =
        isQuoted(lines.get(from - 1))
            && !before.isEmpty()
            && !LineCues.endsSentence(before)
            && !isQuoted(lines.get(from))
            && LineCues.beginsLowerCase(lines.get(from).strip());
    int end = from;
    while (goesOn && end < lines.size() && end - from < LONGEST_BREAK && isBroken(lines, end)) {
      end++;
    }
    return end;
  }

  private static boolean isBroken(List<String> lines, int at) {
    return !lines.get(at).isBlank() && !isQuoted(lines.get(at));
  }

  /** The lines with every "On Monday Jo wrote:" on a line of its own. */
  private static List<String> attributionsJoined(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int count = Math.max(1, attributionAt(lines, i));
      joined.add(String.join(" ", lines.subList(i, i + count)));
      i += count;
    }
    return joined;
  }

  /** The number of lines of "On Monday Jo wrote:" that begin here, or 0. */
  private static int attributionAt(List<String> lines, int at) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < LONGEST_ATTRIBUTION && at + i < lines.size(); i++) {
      String line = lines.get(at + i).strip();
      if (line.isEmpty()) {
        return 0;
      }
      joined.append(i == 0 ? "" : " ").append(line);
      if (ATTRIBUTION.matcher(joined).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean marksFollow(List<String> lines, int at) {
    for (int i = at; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return isQuoted(lines.get(i));
      }
    }
    return false;
  }

  private static boolean isQuoted(String line) {
    return QUOTED.matcher(line).lookingAt();
  }

  private static int depth(List<String> lines, int at) {
    String line = lines.get(at);
    return isQuoted(line)
        ? (int)
            line.chars()
                .takeWhile(c -> c == '>' || c == ' ')
                .filter(c -> c == '>')
                .limit(DEEPEST)
                .count()
        : 0;
  }

  private static List<Draft> blocks(List<String> lines, @Nullable BlockKind kind) {
    if (kind == null) {
      return PlainTextLayout.blocksOf(
          lines.stream().map(line -> line.equals("-- ") || line.equals("--") ? "" : line).toList());
    }
    List<String> bare = lines.stream().map(line -> QUOTED.matcher(line).replaceFirst("")).toList();
    return PlainTextLayout.blocksOf(bare).stream().map(draft -> draft.as(kind)).toList();
  }
}
