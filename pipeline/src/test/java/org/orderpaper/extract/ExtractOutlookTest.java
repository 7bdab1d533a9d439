package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.MailHeader;

class ExtractOutlookTest {

  private static void text(DirectoryEntry folder, String property, String value)
      throws IOException {
    bytes(folder, property + "001F", value.getBytes(StandardCharsets.UTF_16LE));
  }

  private static void bytes(DirectoryEntry folder, String property, byte[] value)
      throws IOException {
    folder.createDocument("__substg1.0_" + property, new ByteArrayInputStream(value));
  }

  @Test
  void aMailSavedByOutlookIsReadWithItsAttachment() throws IOException {
    byte[] msg;
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      DirectoryEntry root = file.getRoot();
      root.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
      text(root, "001A", "IPM.Note");
      text(root, "0037", "Motion");
      text(root, "0C1A", "Jo Ashdown");
      text(root, "0C1F", "jo@example.org");
      text(root, "007D", "Date: Thu, 19 Nov 2020 23:30:00 -0500\r\nSubject: Motion\r\n");
      text(root, "1000", "Please table this.\r\n\r\n-----Original Message-----\r\nNo.\r\n");
      DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
      attachment.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
      text(attachment, "3707", "motion.docx");
      bytes(attachment, "37010102", Docx.of("The motion in full"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      msg = out.toByteArray();
    }

    List<ExtractedPart> parts = Papers.extract("a.msg", msg);

    ExtractedDocument mail = Papers.document(parts.get(0));
    assertThat(Papers.blocks(mail))
        .containsExactly(
            "PARAGRAPH: Please table this.",
            "QUOTED_REPLY: -----Original Message-----",
            "QUOTED_REPLY: No.");
    assertThat(mail.mail())
        .isEqualTo(
            new MailHeader("Jo Ashdown <jo@example.org>", "Motion", LocalDate.of(2020, 11, 19)));
    assertThat(parts).extracting(ExtractedPart::part).containsExactly("", "motion.docx");
    assertThat(Papers.lines(Papers.document(parts.get(1)))).containsExactly("The motion in full");
  }
}
