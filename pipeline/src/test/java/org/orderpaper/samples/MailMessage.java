package org.orderpaper.samples;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;

/**
 * An EML: the header lines that begin with a capital letter go in as they stand, and the documents
 * whose path leads into this message are attached. {@code alternative: html} adds the text once
 * more as HTML, as most mail programs do.
 */
final class MailMessage {

  private static final String BOUNDARY = "=_orderpaper_samples_";
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));
  private static final Map<String, String> TYPES =
      Map.of(
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "pdf", "application/pdf",
          "odt", "application/vnd.oasis.opendocument.text",
          "rtf", "application/rtf",
          "txt", "text/plain",
          "eml", "message/rfc822");

  private MailMessage() {}

  static byte[] of(Source source, SortedMap<String, byte[]> attachments) {
    StringBuilder mail = new StringBuilder();
    source
        .header()
        .forEach((name, value) -> {
          if (Character.isUpperCase(name.charAt(0))) {
            mail.append(name).append(": ").append(value).append("\r\n");
          }
        });
    mail.append("MIME-Version: 1.0\r\n");
    String text = String.join("\r\n", source.verbatim()) + "\r\n";
    String body = part("text/plain; charset=utf-8", text);
    if (source.option("alternative", "").equals("html")) {
      body = multipart("alternative", 1, body, part("text/html; charset=utf-8", html(text)));
    }
    if (attachments.isEmpty()) {
      mail.append(body);
    } else {
      String[] parts = new String[attachments.size() + 1];
      parts[0] = body;
      int next = 1;
      for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
        parts[next++] = attached(attachment.getKey(), attachment.getValue());
      }
      mail.append(multipart("mixed", 2, parts));
    }
    return mail.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String multipart(String kind, int depth, String... parts) {
    String boundary = BOUNDARY + depth;
    StringBuilder body = new StringBuilder();
    body.append("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\n");
    for (String part : parts) {
      body.append("--" + boundary + "\r\n").append(part).append("\r\n");
    }
    return body.append("--" + boundary + "--\r\n").toString();
  }

  private static String part(String type, String text) {
    return "Content-Type: "
        + type
        + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quotedPrintable(text);
  }

  private static String attached(String name, byte[] content) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String head =
        "Content-Type: %s; name=\"%s\"\r\nContent-Disposition: attachment; filename=\"%s\"\r\n"
            .formatted(TYPES.getOrDefault(extension, "application/octet-stream"), name, name);
    if (extension.equals("eml")) {
      return head + "\r\n" + new String(content, StandardCharsets.US_ASCII);
    }
    return head
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + BASE64.encodeToString(content)
        + "\r\n";
  }

  private static String html(String text) {
    return "<html><body><p>"
        + Zip.escape(text).replace("\r\n\r\n", "</p>\r\n<p>").replace("\r\n", "<br>\r\n")
        + "</p></body></html>\r\n";
  }

  /** Soft line breaks after 70 characters; everything beyond ASCII, and {@code =}, as bytes. */
  private static String quotedPrintable(String text) {
    StringBuilder coded = new StringBuilder();
    int length = 0;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain = c < 127 && c != '=';
      if (length > 70 && c != '\r' && c != '\n') {
        coded.append("=\r\n");
        length = 0;
      }
      if (plain) {
        coded.append(c);
        length = c == '\n' ? 0 : length + 1;
      } else {
        coded.append("=%02X".formatted((int) c));
        length += 3;
      }
    }
    return coded.toString();
  }
}
