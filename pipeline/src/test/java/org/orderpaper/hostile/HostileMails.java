package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.lengthy;
import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Mails in mails, mails of nothing but parts, and mails whose names are traps. */
final class HostileMails {

  private static final String READ_OR_NAMED = "checked|checked-partial|limit|no-text|corrupt|crash";
  private static final String HEAD =
      String.join(
          "\r\n",
          "From: a@example.org",
          "Subject: Raffle",
          "Message-ID: <1@example.org>",
          "MIME-Version: 1.0",
          "");
  private static final String MIXED = "Content-Type: multipart/mixed; boundary=\"%s\"\r\n\r\n";
  private static final String BODY =
      "--%s\r\nContent-Type: text/plain\r\n\r\nThe meeting noted the raffle.\r\n";

  private HostileMails() {}

  static List<HostileFile> files() {
    return List.of(
        quick("mail/in-itself-100-deep.eml", "checked-partial", () -> inItself(100)),
        quick("mail/multiparts-10000-deep.eml", "limit", () -> multiparts(10_000)),
        quick("mail/alternatives-2000-deep.eml", "limit", HostileMails::alternatives),
        quick("mail/parts-2000.eml", READ_OR_NAMED, () -> parts(2_000, false)),
        lengthy("mail/parts-100000.eml", READ_OR_NAMED, () -> parts(100_000, false)),
        lengthy("mail/attachments-100000.eml", READ_OR_NAMED, () -> parts(100_000, true)),
        quick("mail/fields-50000.eml", READ_OR_NAMED, HostileMails::fields),
        quick("mail/field-of-2-megabytes.eml", READ_OR_NAMED, HostileMails::longField),
        quick("mail/encoded-words.eml", READ_OR_NAMED, HostileMails::encodedWords),
        quick("mail/parameters.eml", READ_OR_NAMED, HostileMails::parameters),
        quick("mail/boundary-of-nothing.eml", READ_OR_NAMED, HostileMails::emptyBoundary),
        quick("mail/boundaries-alike.eml", READ_OR_NAMED, HostileMails::alikeBoundaries),
        quick("mail/names-that-climb.eml", "checked", HostileMails::climbing),
        quick("mail/in-itself-50-deep.msg", READ_OR_NAMED, HostileMails::outlook));
  }

  private static byte[] inItself(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String boundary = "b" + i;
      mail.append(HEAD).append(MIXED.formatted(boundary)).append(BODY.formatted(boundary));
      mail.append("--" + boundary + "\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    return utf8(mail + HEAD + "\r\nThe innermost.\r\n");
  }

  private static byte[] multiparts(int depth) {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < depth; i++) {
      mail.append(MIXED.formatted("b" + i)).append("--b" + i + "\r\n");
    }
    return utf8(mail + "Content-Type: text/plain\r\n\r\nThe innermost.\r\n");
  }

  private static byte[] alternatives() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 2_000; i++) {
      mail.append(MIXED.formatted("b" + i).replace("mixed", "alternative"));
      mail.append(BODY.formatted("b" + i)).append("--b" + i + "\r\n");
    }
    return utf8(mail + "Content-Type: text/plain\r\n\r\nThe innermost.\r\n");
  }

  private static byte[] parts(int count, boolean attached) {
    StringBuilder mail = new StringBuilder(HEAD + MIXED.formatted("b"));
    for (int i = 0; i < count; i++) {
      mail.append("--b\r\nContent-Type: text/plain\r\n");
      mail.append(attached ? "Content-Disposition: attachment; filename=a.txt\r\n" : "");
      mail.append("\r\nNote " + i + "\r\n");
    }
    return utf8(mail + "--b--\r\n");
  }

  private static byte[] fields() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 50_000; i++) {
      mail.append("X-Field-" + i + ": a\r\n");
    }
    return utf8(mail + "\r\nThe meeting noted the raffle.\r\n");
  }

  private static byte[] longField() {
    return utf8(
        HEAD
            + "To: "
            + "a@example.org,\r\n ".repeat(100_000)
            + "\r\nDate: "
            + "1 ".repeat(100_000)
            + "\r\n\r\nThe meeting noted the raffle.\r\n");
  }

  private static byte[] encodedWords() {
    return utf8(
        HEAD.replace("Raffle", "=?utf-8?Q?a?= ".repeat(20_000) + "=?utf-8?B?" + "=?".repeat(50_000))
            + "\r\nThe meeting noted the raffle.\r\n");
  }

  private static byte[] parameters() {
    StringBuilder mail = new StringBuilder(HEAD + MIXED.formatted("b") + BODY.formatted("b"));
    mail.append("--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment");
    for (int i = 0; i < 20_000; i++) {
      mail.append(";\r\n filename*" + i + "*=utf-8''%41%");
    }
    return utf8(mail + "; \"" + "\\\"".repeat(50_000) + "\r\n\r\nA note.\r\n--b--\r\n");
  }

  private static byte[] emptyBoundary() {
    return utf8(HEAD + MIXED.formatted("") + "--\r\n\r\nA.\r\n".repeat(2_000));
  }

  private static byte[] alikeBoundaries() {
    return utf8(
        HEAD
            + MIXED.formatted("-".repeat(1_000))
            + ("-".repeat(1_001) + "\r\n").repeat(1_000)
            + "\r\nThe raffle.\r\n");
  }

  private static byte[] climbing() {
    StringBuilder mail = new StringBuilder(HEAD + MIXED.formatted("b") + BODY.formatted("b"));
    for (String name :
        List.of(
            "../../escaped.txt",
            "/tmp/escaped.txt",
            "C:\\\\escaped.txt",
            "a!/b.txt",
            "<script>alert(9)</script>.txt",
            "=cmd|' /C calc'!A0.txt",
            "-rf",
            "\u202Etxt.exe",
            "a".repeat(70_000) + ".txt")) {
      mail.append("--b\r\nContent-Type: text/plain\r\n");
      mail.append("Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\nA note.\r\n");
    }
    return utf8(mail + "--b--\r\n");
  }

  private static byte[] outlook() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      DirectoryEntry folder = file.getRoot();
      for (int depth = 0; depth < 50; depth++) {
        message(folder);
        DirectoryEntry attachment = folder.createDirectory("__attach_version1.0_#00000000");
        attachment.createDocument("__properties_version1.0", bytes(8));
        folder = attachment.createDirectory("__substg1.0_3701000D");
      }
      message(folder);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static void message(DirectoryEntry folder) throws IOException {
    folder.createDocument("__properties_version1.0", bytes(32));
    folder.createDocument("__substg1.0_001A001F", wide("IPM.Note"));
    folder.createDocument("__substg1.0_1000001F", wide("The meeting noted the raffle."));
  }

  private static ByteArrayInputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }

  private static ByteArrayInputStream wide(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE));
  }
}
