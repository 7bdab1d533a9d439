package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.orderpaper.model.BlockKind;

/**
 * Parts what a mail says from the earlier messages that it quotes or forwards. Both are {@code
 * QUOTED_REPLY}: they are not the sender's own words, and only the first line of the block tells
 * which of the two they are ("Forwarded message"). A message forwarded as an attachment is a part.
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

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?i)\\s*-{2,}\\s*(?:original message|forwarded message|forwarded by .*"
              + "|original appointment)\\s*-*\\s*|begin forwarded message:\\s*");
  private static final Pattern FROM = Pattern.compile("(?i)\\*?from:\\*?\\s*\\S.*");
  private static final Pattern SENT = Pattern.compile("(?i)\\*?(?:sent|date):.*");
  private static final Pattern ADDRESSED = Pattern.compile("(?i)\\*?(?:to|subject|cc):.*");
  private static final Pattern HEADER_IN_ONE_LINE =
      Pattern.compile("(?i)from:\\s.{1,200}\\b(?:sent|date):\\s.{1,200}\\b(?:to|subject):\\s.*");
  private static final int HEADER_LINES = 5;
  private static final int LONGEST_ATTRIBUTION = 3;

  private MailText() {}

  /** The blocks of a body in plain text. */
  static List<Draft> ofPlain(String text) {
    List<String> lines =
        attributionsJoined(breaksMended(Arrays.asList(text.split("\r\n|\r|\n", -1))));
    boolean[] quoted = quotedLines(lines);
    List<Draft> drafts = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      while (to < lines.size()
          && quoted[to] == quoted[from]
          && depth(lines, to) == depth(lines, from)) {
        to++;
      }
      drafts.addAll(blocks(lines.subList(from, to), quoted[from]));
      from = to;
    }
    return drafts;
  }

  /** The blocks of a body in HTML. */
  static List<Draft> ofHtml(String markup) {
    List<Draft> drafts = new HtmlLayout(true).blocksOf(HtmlReader.parse(markup).body());
    List<String> lines = drafts.stream().map(draft -> CleanText.of(draft.text())).toList();
    int tail = tailBegins(lines);
    List<Draft> marked = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      boolean quoted = i >= tail || ATTRIBUTION.matcher(lines.get(i)).matches();
      marked.add(quoted ? drafts.get(i).as(BlockKind.QUOTED_REPLY) : drafts.get(i));
    }
    return marked;
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

  private static boolean[] quotedLines(List<String> lines) {
    boolean[] quoted = new boolean[lines.size()];
    int tail = tailBegins(lines);
    for (int i = 0; i < quoted.length; i++) {
      if (i >= tail || isQuoted(lines.get(i))) {
        quoted[i] = true;
        continue;
      }
      if (isAttribution(lines, i)) {
        // Programs that do not mark what they quote put the whole earlier message below.
        int end = marksFollow(lines, i + 1) ? i + 1 : quoted.length;
        Arrays.fill(quoted, i, end, true);
        i = end - 1;
      }
    }
    return quoted;
  }

  private static boolean isAttribution(List<String> lines, int at) {
    String line = lines.get(at).strip();
    return ATTRIBUTION.matcher(line).matches()
        || (LOOSE_ATTRIBUTION.matcher(line).matches() && marksFollow(lines, at + 1));
  }

  /** Marks lines that were quoted and then broken once more, so that only their first half is. */
  private static List<String> breaksMended(List<String> lines) {
    List<String> mended = new ArrayList<>(lines);
    for (int i = 1; i + 1 < mended.size(); i++) {
      boolean between = isQuoted(mended.get(i - 1)) && isQuoted(mended.get(i + 1));
      if (between && LineCues.beginsLowerCase(mended.get(i))) {
        mended.set(i, ">".repeat(depth(mended, i - 1)) + " " + mended.get(i));
      }
    }
    return mended;
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
        ? (int) line.chars().takeWhile(c -> c == '>' || c == ' ').filter(c -> c == '>').count()
        : 0;
  }

  /** Where an earlier message begins that goes on to the end; the number of lines if none does. */
  private static int tailBegins(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean header = FROM.matcher(line).matches() && headerFollows(lines, i);
      if (header
          || SEPARATOR.matcher(line).matches()
          || HEADER_IN_ONE_LINE.matcher(line).matches()) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean headerFollows(List<String> lines, int from) {
    int end = Math.min(lines.size(), from + 1 + HEADER_LINES);
    List<String> next = lines.subList(from + 1, end).stream().map(String::strip).toList();
    return next.stream().anyMatch(line -> SENT.matcher(line).matches())
        && next.stream().anyMatch(line -> ADDRESSED.matcher(line).matches());
  }

  private static List<Draft> blocks(List<String> lines, boolean quoted) {
    if (!quoted) {
      return PlainTextLayout.blocksOf(
          lines.stream().map(line -> line.equals("-- ") || line.equals("--") ? "" : line).toList());
    }
    List<String> bare = lines.stream().map(line -> QUOTED.matcher(line).replaceFirst("")).toList();
    return PlainTextLayout.blocksOf(bare).stream()
        .map(draft -> draft.as(BlockKind.QUOTED_REPLY))
        .toList();
  }
}
