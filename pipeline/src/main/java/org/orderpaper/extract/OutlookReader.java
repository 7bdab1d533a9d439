package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.MailHeader;

/** Reads a mail that Outlook saved (MSG). */
final class OutlookReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, ChunkNotFoundException {
    try (MAPIMessage mail = new MAPIMessage(source.stream())) {
      mail.setReturnNullOnMissingChunk(true);
      if (mail.has7BitEncodingStrings()) {
        mail.guess7BitEncoding();
      }
      DocumentWriter writer = source.writer();
      writer.addAll(body(mail));
      writer.mail(new MailHeader(from(mail), clean(mail.getSubject()), sent(mail)));
      return new Reading(writer.finish(), attachments(mail));
    }
  }

  private static List<Draft> body(MAPIMessage mail) throws ChunkNotFoundException {
    @Nullable String plain = mail.getTextBody();
    if (plain != null && !plain.isBlank()) {
      return MailText.ofPlain(plain, clean(mail.getSubject()));
    }
    @Nullable String html = mail.getHtmlBody();
    if (html != null && !html.isBlank()) {
      return MailText.ofHtml(html, clean(mail.getSubject()));
    }
    @Nullable String rtf = mail.getRtfBody();
    return rtf == null ? List.of() : new RtfBody(rtf).read();
  }

  private static @Nullable String from(MAPIMessage mail) throws ChunkNotFoundException {
    String name = clean(mail.getDisplayFrom());
    StringChunk address = mail.getMainChunks().getEmailFromChunk();
    String mailbox = clean(address == null ? null : address.getValue());
    // Inside an organisation Outlook keeps a directory name there, which is no address.
    boolean useful = mailbox != null && mailbox.contains("@") && !mailbox.equals(name);
    if (!useful) {
      return name;
    }
    return name == null ? mailbox : name + " <" + mailbox + ">";
  }

  /** The day in the sender's zone where the mail's own header tells it, else in UTC. */
  private static @Nullable LocalDate sent(MAPIMessage mail) throws ChunkNotFoundException {
    String @Nullable [] headers = mail.getHeaders();
    for (String header : headers == null ? new String[0] : headers) {
      if (header.toLowerCase(Locale.ROOT).startsWith("date:")) {
        return MailPart.date(header.substring(5));
      }
    }
    @Nullable Calendar date = mail.getMessageDate();
    return date == null ? null : date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static List<Attachment> attachments(MAPIMessage mail) throws IOException {
    List<Attachment> found = new ArrayList<>();
    for (AttachmentChunks chunks : mail.getAttachmentFiles()) {
      if (chunks.isEmbeddedMessage()) {
        byte[] message = standalone(chunks);
        found.add(new Attachment(name(chunks, ".msg"), () -> message));
        continue;
      }
      byte[] bytes = chunks.getEmbeddedAttachmentObject();
      if (bytes != null && !isLogo(chunks, bytes)) {
        found.add(new Attachment(name(chunks, ""), () -> bytes));
      }
    }
    return found;
  }

  private static boolean isLogo(AttachmentChunks chunks, byte[] bytes) {
    String type = value(chunks.getAttachMimeTag());
    boolean picture = type != null && type.startsWith("image/");
    return picture && Pictures.isLogo(bytes) && chunks.getAttachContentId() != null;
  }

  private static @Nullable String name(AttachmentChunks chunks, String extension) {
    for (StringChunk chunk :
        new StringChunk[] {
          chunks.getAttachLongFileName(), chunks.getAttachFileName(), chunks.getAttachDisplayName()
        }) {
      String name = value(chunk);
      if (name != null && !name.isBlank()) {
        return name.endsWith(extension) ? name : name + extension;
      }
    }
    return null;
  }

  private static @Nullable String value(@Nullable StringChunk chunk) {
    return chunk == null ? null : chunk.getValue();
  }

  private static @Nullable String clean(@Nullable String raw) {
    String clean = raw == null ? "" : CleanText.of(raw);
    return clean.isEmpty() ? null : clean;
  }

  /** A mail inside a mail is a folder of the file; it becomes a file of its own. */
  private static byte[] standalone(AttachmentChunks chunks) throws IOException {
    DirectoryNode folder = chunks.getAttachmentDirectory().getDirectory();
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      EntryUtils.copyNodes(folder, file.getRoot());
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }
}
