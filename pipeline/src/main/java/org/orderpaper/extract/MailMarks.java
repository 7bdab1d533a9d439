package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines that mail programs of several languages write around an earlier message. */
final class MailMarks {

  private static final String RESOURCE = "mail-marks.txt";
  private static final MailMarks ALL = load();

  /** A separator is short, and so is the name of a field. */
  private static final int LONGEST_MARK = 120;

  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_HEADER_LINE = 2_000;

  /** The lines of a header, addresses that take several of them included. */
  static final int HEADER_LINES = 10;

  /** What stands around the words of a separator. */
  private static final Pattern RULE = Pattern.compile("[-_=*\\s]{2,}+(.{3,100}?)[-_=*\\s]*:?");

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:\\[[^\\]:]{1,60}\\]\\s*)?\\[?\\s*(\\p{L}{1,12})\\s*(?:[\\[(]\\d{1,3}[\\])])?\\s?[:\uFF1A].*");

  private final Set<String> forwarded = new HashSet<>();
  private final Set<String> begins = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> original = new HashSet<>();
  private final Set<String> forwards = new HashSet<>();
  private final List<Language> languages = new ArrayList<>();

  private MailMarks() {}

  static MailMarks all() {
    return ALL;
  }

  /** The names of the fields in one language. */
  private record Language(Set<String> from, Set<String> sent, Set<String> to, Set<String> subject) {

    boolean hasField(String line) {
      String name = name(line);
      return from.contains(name)
          || sent.contains(name)
          || to.contains(name)
          || subject.contains(name);
    }
  }

  /**
   * A header inside a text.
   *
   * @param lines how many lines it takes
   * @param subject as written in it, or null
   */
  record Header(int lines, @Nullable String subject) {}

  /** "---------- Forwarded message ----------", "Begin forwarded message:". */
  boolean announcesForwarded(String line) {
    return isMark(line, forwarded) || begins.contains(bare(line));
  }

  boolean endsForwarded(String line) {
    return isMark(line, ends);
  }

  /** "-----Original Message-----", which replies and forwards have alike. */
  boolean announcesEarlier(String line) {
    return isMark(line, original);
  }

  /** Whether a message with this subject forwards another one: "FW: ...", not "Re: FW: ...". */
  boolean isForward(@Nullable String subject) {
    if (subject == null) {
      return false;
    }
    Matcher prefix = PREFIX.matcher(plain(subject));
    return prefix.matches() && forwards.contains(prefix.group(1));
  }

  /** The header that begins with the line, or null. */
  @Nullable Header headerAt(List<String> lines, int at, int end) {
    if (lines.get(at).length() > LONGEST_HEADER_LINE) {
      return null;
    }
    for (Language language : languages) {
      if (language.from().contains(name(lines.get(at)))) {
        Header header = headerAt(lines, at, Math.min(end, at + HEADER_LINES), language);
        if (header != null) {
          return header;
        }
      }
    }
    return null;
  }

  private static @Nullable Header headerAt(List<String> lines, int at, int end, Language language) {
    boolean sent = false;
    boolean addressed = false;
    String subject = null;
    int last = at;
    for (int i = at + 1; i < end && !lines.get(i).isBlank(); i++) {
      String name = name(lines.get(i));
      sent |= language.sent().contains(name);
      addressed |= language.to().contains(name) || language.subject().contains(name);
      subject =
          subject == null && language.subject().contains(name) ? value(lines.get(i)) : subject;
      last = language.hasField(lines.get(i)) ? i : last;
    }
    if (sent && addressed) {
      return new Header(last - at + 1, subject);
    }
    return inOneLine(lines.get(at), language);
  }

  /** "From: ... Sent: ... To: ... Subject: ...", whose line breaks were lost. */
  private static @Nullable Header inOneLine(String raw, Language language) {
    String line = plain(raw);
    boolean sent = language.sent().stream().anyMatch(name -> line.contains(" " + name + ":"));
    for (String name : language.subject()) {
      int subject = line.indexOf(" " + name + ":");
      if (sent && subject > 0) {
        return new Header(1, line.substring(subject + name.length() + 2));
      }
    }
    boolean to = language.to().stream().anyMatch(name -> line.contains(" " + name + ":"));
    return sent && to ? new Header(1, null) : null;
  }

  /** The field of a header that the line is, in any language; or null. */
  @Nullable Header fieldIn(String line) {
    for (Language language : languages) {
      if (language.hasField(line)) {
        boolean subject = language.subject().contains(name(line));
        return new Header(1, subject ? value(line) : null);
      }
    }
    return null;
  }

  private static boolean isMark(String line, Set<String> marks) {
    if (line.length() > LONGEST_MARK) {
      return false;
    }
    Matcher rule = RULE.matcher(plain(line));
    return rule.matches()
        && marks.stream()
            .anyMatch(mark ->
                rule.group(1).equals(mark)
                    || (mark.endsWith(" by") && rule.group(1).startsWith(mark + " ")));
  }

  private static String bare(String line) {
    String plain = line.length() > LONGEST_MARK ? "" : plain(line);
    return plain.endsWith(":") ? plain.substring(0, plain.length() - 1).strip() : "";
  }

  /** The name of the field that the line begins with, or "". */
  private static String name(String line) {
    int colon = colon(line);
    return colon < 0 ? "" : plain(line.substring(0, colon).replace("*", ""));
  }

  private static String value(String line) {
    return line.substring(colon(line) + 1).replace("*", "");
  }

  private static int colon(String line) {
    for (int i = 0; i < Math.min(line.length(), LONGEST_NAME); i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '\uFF1A') {
        return i;
      }
    }
    return -1;
  }

  private static String plain(String line) {
    return line.replace('\u00A0', ' ').replace('\u2019', '\'').strip().toLowerCase(Locale.ROOT);
  }

  private static MailMarks load() {
    MailMarks marks = new MailMarks();
    try (InputStream in = MailMarks.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the marks of mails are not on the class path");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(marks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return marks;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("#") || colon < 0) {
      return;
    }
    String value = line.substring(colon + 1);
    switch (line.substring(0, colon)) {
      case "forwarded" -> forwarded.addAll(words(value, "\\|"));
      case "begins" -> begins.addAll(words(value, "\\|"));
      case "ends" -> ends.addAll(words(value, "\\|"));
      case "original" -> original.addAll(words(value, "\\|"));
      case "forwards" -> forwards.addAll(words(value, "\\|"));
      case "header" -> languages.add(language(value.split("/", -1)));
      default -> throw new IllegalStateException("an unknown mark of mails");
    }
  }

  private static Language language(String[] fields) {
    return new Language(
        words(fields[0], ","), words(fields[1], ","), words(fields[2], ","), words(fields[3], ","));
  }

  private static Set<String> words(String value, String between) {
    Set<String> words = new HashSet<>();
    Stream.of(value.split(between, -1)).map(String::strip).forEach(words::add);
    return words;
  }
}
