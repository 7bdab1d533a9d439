package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads a mail: its body, of which the plain text is preferred, and its attachments. Small pictures
 * inside the text are logos and no attachments; signatures that only a program can check are
 * skipped.
 */
final class MailReader implements FormatReader {

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  @Override
  public Reading read(Source source) throws IOException, MimeException {
    MailPart mail = MailPart.parse(source.bytes());
    DocumentWriter writer = source.writer();
    Contents contents = new Contents();
    contents.collect(mail, false);
    for (MailPart body : contents.bodies) {
      writer.addAll(blocksOf(body));
    }
    writer.mail(mail.mailHeader());
    return new Reading(writer.finish(), contents.attachments);
  }

  private static List<Draft> blocksOf(MailPart body) {
    String text = TextDecoder.decode(body.bytes(), body.charset());
    return body.type().equals("text/html")
        ? MailText.ofHtml(text)
        : MailText.ofPlain(body.isFlowed() ? MailText.unflowed(text, body.deletesSpace()) : text);
  }

  /** The parts of one mail, told apart. */
  private static final class Contents {
    private final List<MailPart> bodies = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    void collect(MailPart part, boolean related) throws NotReadException {
      String type = part.type();
      if (type.equals("multipart/encrypted") || part.isEnveloped()) {
        throw new NotReadException(NotCheckedReason.ENCRYPTED, "the mail is encrypted");
      }
      if (type.equals("multipart/alternative")) {
        collectBest(part);
      } else if (type.startsWith("multipart/")) {
        for (MailPart child : part.children()) {
          collect(child, type.equals("multipart/related"));
        }
      } else if (part.isBody()) {
        bodies.add(part);
      } else if (!SIGNATURES.contains(type) && !isLogo(part, related)) {
        attachments.add(new Attachment(part.fileName(), part::bytes));
      }
    }

    /** Of several tellings of the same text, the plain one unless it says nothing. */
    private void collectBest(MailPart alternatives) throws NotReadException {
      List<Contents> tellings = new ArrayList<>();
      for (MailPart child : alternatives.children()) {
        Contents telling = new Contents();
        telling.collect(child, false);
        tellings.add(telling);
        attachments.addAll(telling.attachments);
      }
      tellings.stream()
          .filter(telling -> telling.bodies.stream().anyMatch(MailPart::hasPlainWords))
          .findFirst()
          .or(() -> tellings.reversed().stream().filter(t -> !t.bodies.isEmpty()).findFirst())
          .ifPresent(best -> bodies.addAll(best.bodies));
    }

    private static boolean isLogo(MailPart part, boolean related) {
      return part.type().startsWith("image/")
          && Pictures.isLogo(part.bytes().length)
          && (related || part.isInline());
    }
  }
}
