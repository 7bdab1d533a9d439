package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
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

  /** Plain text with more than half of the letters is told for a reader, not for a program. */
  private static final int ENOUGH = 2;

  @Override
  public Reading read(Source source) throws IOException, MimeException {
    MailPart mail = MailPart.parse(source.bytes());
    DocumentWriter writer = source.writer();
    Contents contents = new Contents();
    contents.collect(mail, false);
    String subject = mail.mailHeader().subject();
    List<Draft> drafts = contents.bodies.stream().flatMap(body -> blocksOf(body, subject)).toList();
    for (boolean hidden : new boolean[] {false, true}) {
      drafts.stream()
          .filter(draft -> hidden == (draft.kind() == BlockKind.HIDDEN))
          .forEach(writer::add);
    }
    if (mail.hasOpenEnd() || contents.bodies.stream().anyMatch(MailPart::isCut)) {
      writer.missing("the mail is cut off");
    }
    writer.mail(mail.mailHeader());
    return new Reading(writer.finish(), contents.attachments);
  }

  private static Stream<Draft> blocksOf(MailPart body, @Nullable String subject) {
    String text = TextDecoder.decode(body.bytes(), body.charset());
    if (body.type().equals("text/html")) {
      return MailText.ofHtml(text, subject).stream();
    }
    String plain = body.isFlowed() ? MailText.unflowed(text, body.deletesSpace()) : text;
    return MailText.ofPlain(plain, subject).stream();
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
      MailPart signed = part.isWrappedInSignature() ? unwrapped(part) : null;
      if (signed != null) {
        collect(signed, related);
        return;
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
        attachments.add(new Attachment(name(part), part::bytes, part.isCut()));
      }
    }

    private static @Nullable String name(MailPart part) {
      String declared = part.fileName();
      return declared == null && part.type().equals("message/rfc822")
          ? MailPart.nameByItsSubject(part.bytes())
          : declared;
    }

    /** The mail inside its signature; null if it cannot be opened, so that it is listed instead. */
    private static @Nullable MailPart unwrapped(MailPart part) {
      try {
        CMSTypedData content = new CMSSignedData(part.bytes()).getSignedContent();
        return content != null && content.getContent() instanceof byte[] mail
            ? MailPart.parse(mail)
            : null;
      } catch (CMSException | IOException | MimeException | RuntimeException _) {
        return null;
      }
    }

    /**
     * Of several tellings of the same text, the plain one unless it says next to nothing of what
     * the richest one says, as "this message needs another program".
     */
    private void collectBest(MailPart alternatives) throws NotReadException {
      List<Contents> tellings = new ArrayList<>();
      for (MailPart child : alternatives.children()) {
        Contents telling = new Contents();
        telling.collect(child, false);
        tellings.add(telling);
        attachments.addAll(telling.attachments);
      }
      long most = tellings.stream().mapToLong(Contents::letters).max().orElse(0);
      tellings.stream()
          .filter(telling -> telling.isPlain() && telling.letters() * ENOUGH > most)
          .findFirst()
          .or(() ->
              tellings.reversed().stream()
                  .filter(telling -> !telling.bodies.isEmpty())
                  .max(Comparator.comparingLong(Contents::letters)))
          .ifPresent(best -> bodies.addAll(best.bodies));
    }

    private boolean isPlain() {
      return bodies.stream().anyMatch(body -> body.type().equals("text/plain"));
    }

    private long letters() {
      return bodies.stream().mapToLong(MailPart::visibleLetters).sum();
    }

    private static boolean isLogo(MailPart part, boolean related) {
      return part.type().startsWith("image/")
          && Pictures.isLogo(part.bytes())
          && (related || part.isInline());
    }
  }
}
