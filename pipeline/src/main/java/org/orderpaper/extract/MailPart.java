package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.NotCheckedReason;

/**
 * A mail or a part of one: its header and either its parts or its bytes, transfer encoding undone.
 */
final class MailPart {

  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})[ -]+(\\p{Alpha}{3})\\p{Alpha}*[ -]+(\\d{4}|\\d{2})\\b");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S++");
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";

  /** Enough for the header of a mail. */
  private static final int HEADER = 1 << 16;

  /** Real mails nest four deep; each level makes the parser read every line once more. */
  private static final int DEEPEST = 200;

  /** Encoded words take longer the more of them there are; no subject is longer. */
  private static final int LONGEST_HEADER = 10_000;

  private static final int LONGEST_BOUNDARY = 1_000;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<MailPart> children = new ArrayList<>();
  private byte[] bytes = {};
  private boolean openEnd;
  private boolean cut;

  /** Whether the encoding of its bytes says that they are all there. */
  private boolean ended;

  private MailPart() {}

  /** Takes a mail apart; a mail inside it stays whole. */
  static MailPart parse(byte[] mail) throws IOException, MimeException {
    MimeConfig config =
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream stream = new MimeTokenStream(config);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(mail));
    MailPart root = new MailPart();
    Deque<MailPart> open = new ArrayDeque<>(List.of(root));
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      step(state, stream, open);
    }
    root.findCuts(closingLines(mail));
    return root;
  }

  private static void step(EntityState state, MimeTokenStream stream, Deque<MailPart> open)
      throws IOException {
    MailPart part = open.getLast();
    switch (state) {
      case T_START_BODYPART -> {
        if (open.size() > DEEPEST) {
          throw new NotReadException(NotCheckedReason.LIMIT, "parts nested deeper than " + DEEPEST);
        }
        MailPart child = new MailPart();
        part.children.add(child);
        open.addLast(child);
      }
      case T_END_BODYPART -> open.removeLast();
      case T_FIELD ->
          part.fields.putIfAbsent(
              stream.getField().getName().toLowerCase(Locale.ROOT), unfolded(stream));
      case T_BODY -> part.readBody(stream);
      default -> {}
    }
  }

  private void readBody(MimeTokenStream stream) throws IOException {
    if (!stream.getBodyDescriptor().getTransferEncoding().equalsIgnoreCase("base64")) {
      bytes = stream.getDecodedInputStream().readAllBytes();
      return;
    }
    byte[] encoded = stream.getInputStream().readAllBytes();
    // Four characters are three bytes, and the last four are filled up.
    cut = charactersOfBase64(encoded) % 4 != 0;
    ended = !cut && lastVisible(encoded) == '=';
    try (Base64InputStream in =
        new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT)) {
      bytes = in.readAllBytes();
    }
  }

  /** Looked for from the end, for an attachment is large and this is one sign. */
  private static int lastVisible(byte[] encoded) {
    int at = encoded.length - 1;
    while (at >= 0 && Character.isWhitespace(encoded[at])) {
      at--;
    }
    return at < 0 ? -1 : encoded[at];
  }

  private static long charactersOfBase64(byte[] encoded) {
    long count = 0;
    for (byte b : encoded) {
      boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      count += letter || (b >= '0' && b <= '9') || b == '+' || b == '/' || b == '=' ? 1 : 0;
    }
    return count;
  }

  /** The lines that may end the last of some parts. */
  private static Set<String> closingLines(byte[] mail) {
    Set<String> lines = new HashSet<>();
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    for (int at = 0; at >= 0 && at < text.length(); ) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      if (next - at < LONGEST_BOUNDARY && text.startsWith("--", at)) {
        lines.add(text.substring(at, next).stripTrailing());
      }
      at = next;
    }
    return lines;
  }

  /** Without the line that ends the last of its parts, that one may go on. */
  private void findCuts(Set<String> closing) {
    String boundary = MailParameters.of(fields.get("content-type")).get("boundary");
    if (type().startsWith("multipart/") && boundary != null) {
      openEnd = !closing.contains("--" + boundary.stripTrailing() + "--");
    }
    children.forEach(child -> child.findCuts(closing));
    if (openEnd && !children.isEmpty()) {
      children.getLast().cut |= !children.getLast().ended;
    }
    openEnd |= children.stream().anyMatch(child -> child.openEnd);
  }

  /** Header text is ASCII by rule; what breaks the rule is decoded like any other text. */
  private static String unfolded(MimeTokenStream stream) {
    String body = stream.getField().getBody();
    return TextDecoder.decode((body == null ? "" : body).getBytes(StandardCharsets.ISO_8859_1))
        .replaceAll("\\r?\\n", "");
  }

  /** What a mail inside something else is called: by its subject, for it has no name. */
  static @Nullable String nameByItsSubject(byte[] mail) {
    try {
      String subject = parse(Arrays.copyOf(mail, Math.min(mail.length, HEADER))).subject();
      return subject == null ? null : subject + ".eml";
    } catch (IOException | MimeException | RuntimeException _) {
      return null;
    }
  }

  private @Nullable String subject() {
    return line("subject");
  }

  /** Whether the line is missing that ends the last of its parts, or of theirs. */
  boolean hasOpenEnd() {
    return openEnd;
  }

  /** Whether its end may be missing. */
  boolean isCut() {
    return cut;
  }

  byte[] bytes() {
    return bytes;
  }

  List<MailPart> children() {
    return children;
  }

  /** The media type in lower case without parameters. */
  String type() {
    String value = fields.getOrDefault("content-type", "text/plain");
    int end = value.indexOf(';');
    String type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return type.indexOf('/') > 0 ? type : "text/plain";
  }

  @Nullable String charset() {
    return MailParameters.of(fields.get("content-type")).get("charset");
  }

  boolean isFlowed() {
    return "flowed".equalsIgnoreCase(MailParameters.of(fields.get("content-type")).get("format"));
  }

  boolean deletesSpace() {
    return "yes".equalsIgnoreCase(MailParameters.of(fields.get("content-type")).get("delsp"));
  }

  /** Whether it is encrypted to its recipients. */
  boolean isEnveloped() {
    boolean smime =
        type().equals("application/pkcs7-mime") || type().equals("application/x-pkcs7-mime");
    String kind = MailParameters.of(fields.get("content-type")).get("smime-type");
    return smime && (kind == null || kind.equalsIgnoreCase("enveloped-data"));
  }

  /** The declared file name, or null. */
  @Nullable String fileName() {
    String name = MailParameters.of(fields.get("content-disposition")).get("filename");
    if (name == null) {
      name = MailParameters.of(fields.get("content-type")).get("name");
    }
    return name == null || name.isBlank() ? null : decoded(name);
  }

  boolean isInline() {
    return disposition().equals("inline") || fields.containsKey("content-id");
  }

  /** Whether it is meant to be read in place, and not opened. */
  boolean isBody() {
    boolean text = type().equals("text/plain") || type().equals("text/html");
    return text && !disposition().equals("attachment") && fileName() == null;
  }

  /** How many letters and digits a reader of it sees. */
  long visibleLetters() {
    String text = TextDecoder.decode(bytes, charset());
    // An address says nothing: "see this in your browser" often comes with a long one.
    String seen =
        type().equals("text/html")
            ? HtmlReader.parse(text).text()
            : ADDRESS.matcher(text).replaceAll("");
    return seen.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** Whether it is signed in such a way that its text is inside the signature. */
  boolean isWrappedInSignature() {
    boolean smime =
        type().equals("application/pkcs7-mime") || type().equals("application/x-pkcs7-mime");
    return smime && !isEnveloped();
  }

  private String disposition() {
    String value = fields.getOrDefault("content-disposition", "");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  MailHeader mailHeader() {
    return new MailHeader(line("from"), line("subject"), date(fields.getOrDefault("date", "")));
  }

  private @Nullable String line(String field) {
    String value = fields.get(field);
    String clean = value == null ? "" : CleanText.of(decoded(value));
    return clean.isEmpty() ? null : clean;
  }

  private static String decoded(String header) {
    String line = header.substring(0, Math.min(header.length(), LONGEST_HEADER));
    return DecoderUtil.decodeEncodedWords(line, DecodeMonitor.SILENT);
  }

  /** The day as written, which is the day where the sender was. */
  static @Nullable LocalDate date(String header) {
    Matcher written = DATE.matcher(header);
    if (!written.find()) {
      return null;
    }
    int month = MONTHS.indexOf(written.group(2).toLowerCase(Locale.ROOT) + " ") / 4 + 1;
    int year = Integer.parseInt(written.group(3));
    try {
      return LocalDate.of(
          year < 100 ? year + (year < 50 ? 2000 : 1900) : year,
          month,
          Integer.parseInt(written.group(1)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "MailPart[" + type() + "]";
  }
}
