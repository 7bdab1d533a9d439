package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.paragraph;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files that reach for a file on the machine and for a port of it, by every way that their formats
 * know. Neither the words of that file nor a connection may come of it.
 */
final class Reaches {

  private static final String TEXT = "The meeting noted the raffle and thanked the helpers.";

  /** How a document type declaration pulls something in; {@code $T} is the target. */
  private static final Map<String, String> DECLARATIONS =
      Map.of(
          "general-entity", "<!DOCTYPE x [<!ENTITY z SYSTEM '$T'>]>",
          "parameter-entity", "<!DOCTYPE x [<!ENTITY % p SYSTEM '$T'> %p; <!ENTITY z 'z'>]>",
          "external-dtd", "<!DOCTYPE x SYSTEM '$T' [<!ENTITY z 'z'>]>",
          "public-dtd", "<!DOCTYPE x PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' '$T'>",
          "stylesheet", "<?xml-stylesheet type='text/xsl' href='$T'?>");

  private final String file;
  private final String web;
  private final List<HostileFile> files = new ArrayList<>();

  private Reaches(String canary, int port) {
    this.file = canary;
    this.web = "http://127.0.0.1:" + port + "/";
  }

  /**
   * The files.
   *
   * @param canary the URL of the file that must not be read
   * @param port the port of this machine that must not be called
   */
  static List<HostileFile> files(String canary, int port) {
    Reaches reaches = new Reaches(canary, port);
    reaches.declarations();
    reaches.inclusions();
    reaches.relationships();
    reaches.links();
    reaches.pdfs();
    reaches.richText();
    reaches.mails();
    return reaches.files;
  }

  private void declarations() {
    DECLARATIONS.forEach((name, declaration) -> {
      both(
          name + ".docx",
          name.equals("stylesheet") ? "checked" : "corrupt",
          declaration,
          (head, entity) ->
              OfficeFiles.zip(
                  OfficeFiles.docxEntries(
                      head + OfficeFiles.document(paragraph(TEXT + entity)), "")));
      both(
          name + ".odt",
          name.equals("stylesheet") ? "checked" : "corrupt",
          declaration,
          (head, entity) ->
              OfficeFiles.odtOf(
                  head + OfficeFiles.content("<text:p>" + TEXT + entity + "</text:p>"), Map.of()));
      both(
          name + ".svg",
          "unsupported|checked",
          declaration,
          (head, entity) ->
              utf8(
                  head
                      + "<svg xmlns='http://www.w3.org/2000/svg'><text>"
                      + TEXT
                      + entity
                      + "</text></svg>"));
      both(
          name + ".html",
          "checked|unsupported",
          declaration,
          (head, entity) -> utf8(head + "<html><body><p>" + TEXT + entity + "</p></body></html>"));
    });
  }

  private interface Markup {
    byte[] of(String head, String entity);
  }

  private void both(String name, String endings, String declaration, Markup markup) {
    String entity = declaration.contains("ENTITY z") ? "&z;" : "";
    for (Map.Entry<String, String> target : Map.of("file", file, "web", web).entrySet()) {
      String head = declaration.replace("$T", target.getValue());
      add(target.getKey() + "-" + name, endings, () -> markup.of(head, entity));
    }
  }

  private void inclusions() {
    String include =
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='$T'/>";
    for (String target : List.of(file, web)) {
      String kind = target.equals(file) ? "file-" : "web-";
      String xml = include.replace("$T", target);
      add(
          kind + "xinclude.docx",
          "checked",
          () -> OfficeFiles.docx(paragraph(TEXT) + "<w:p><w:r>" + xml + "</w:r></w:p>"));
      add(
          kind + "xinclude.odt",
          "checked",
          () -> OfficeFiles.odt("<text:p>" + TEXT + xml + "</text:p>"));
    }
  }

  private void relationships() {
    String external = "TargetMode=\"External\"";
    for (String target : List.of(file, web)) {
      String kind = target.equals(file) ? "file-" : "web-";
      StringBuilder relations = new StringBuilder();
      for (String type :
          List.of(
              "attachedTemplate",
              "image",
              "hyperlink",
              "oleObject",
              "aFChunk",
              "subDocument",
              "styles",
              "header")) {
        relations.append(OfficeFiles.relation(type, target, external));
      }
      add(
          kind + "relationships.docx",
          "checked",
          () ->
              OfficeFiles.zip(
                  OfficeFiles.docxEntries(
                      OfficeFiles.document(paragraph(TEXT)), relations.toString())));
      String inside = relations.toString().replace(external, "");
      add(
          kind + "relationships-said-to-be-inside.docx",
          "checked",
          () ->
              OfficeFiles.zip(
                  OfficeFiles.docxEntries(OfficeFiles.document(paragraph(TEXT)), inside)));
      add(
          kind + "links.odt",
          "checked",
          () ->
              OfficeFiles.odt(
                  "<text:p>"
                      + TEXT
                      + "<draw:frame><draw:image xlink:href='$T'/></draw:frame></text:p>"
                          .replace("$T", target)
                      + "<text:section><text:section-source xlink:href='$T'/></text:section>"
                          .replace("$T", target)
                      + "<draw:object xlink:href='$T'/>".replace("$T", target)));
    }
    add(
        "relationships-that-climb.docx",
        "checked",
        () ->
            OfficeFiles.zip(
                OfficeFiles.docxEntries(
                    OfficeFiles.document(paragraph(TEXT)),
                    OfficeFiles.relation("image", "../../../../../../etc/passwd", "")
                        + OfficeFiles.relation("styles", "/../../etc/passwd", ""))));
  }

  private void links() {
    for (String target : List.of(file, web)) {
      String kind = target.equals(file) ? "file-" : "web-";
      String page =
          """
          <html><head><base href="$T"><link rel="stylesheet" href="$T"><link rel="import" href="$T">
          <script src="$T"></script><meta http-equiv="refresh" content="0; url=$T">
          <style>@import url($T); body { background: url($T) }</style></head>
          <body background="$T"><p>The meeting noted the raffle.</p><img src="$T"><iframe src="$T">
          </iframe><object data="$T"></object><embed src="$T"><video src="$T"></video>
          <svg><image href="$T"/><use href="$T#a"/></svg><form action="$T"></form></body></html>
          """;
      add(kind + "everything.html", "checked", () -> utf8(page.replace("$T", target)));
    }
  }

  private void pdfs() {
    for (String target : List.of(file, web)) {
      String kind = target.equals(file) ? "file-" : "web-";
      add(
          kind + "actions.pdf",
          "checked",
          () ->
              RawPdf.page(
                      "/Font << /F1 5 0 R >> /XObject << /I 7 0 R >>",
                      RawPdf.content(TEXT) + "/I Do",
                      ("/OpenAction << /S /JavaScript /JS (app.launchURL\\('$T'\\)) /Next [<< /S"
                              + " /URI /URI ($T) >> << /S /GoToR /F ($T) /D [0 /Fit] >> << /S"
                              + " /Launch /F ($T) >> << /S /SubmitForm /F ($T) >>] >> /AcroForm <<"
                              + " /Fields [] /XFA 6 0 R >> /Names << /JavaScript << /Names [(a)"
                              + " << /S /JavaScript /JS (x) >>] >> /EmbeddedFiles << /Names [(b)"
                              + " << /Type /Filespec /FS /URL /F ($T) >>] >> >>")
                          .replace("$T", target))
                  .stream(
                      "",
                      utf8(
                          "<!DOCTYPE x [<!ENTITY z SYSTEM '$T'>]><xdp:xdp>&z;</xdp:xdp>"
                              .replace("$T", target)))
                  .declared(
                      "/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /F ("
                          + target
                          + ") /FFilter /DCTDecode /Length 0",
                      new byte[0])
                  .bytes());
    }
  }

  private void richText() {
    for (String target : List.of(file, web)) {
      String kind = target.equals(file) ? "file-" : "web-";
      String rtf =
          "{\\rtf1\\ansi{\\*\\template $T}"
              + TEXT
              + "\\par{\\field{\\*\\fldinst INCLUDEPICTURE \"$T\"}{\\fldrslt seen}}"
              + "{\\field{\\*\\fldinst INCLUDETEXT \"$T\"}{\\fldrslt seen}}"
              + "{\\object\\objlink{\\*\\objdata 0105}{\\result seen}}\\par}";
      add(kind + "fields.rtf", "checked", () -> utf8(rtf.replace("$T", target)));
    }
  }

  private void mails() {
    String mail =
        """
        From: a@example.org
        Subject: external
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        The meeting noted the raffle.
        --b
        Content-Type: message/external-body; access-type=URL; URL="$W"

        --b
        Content-Type: message/external-body; access-type=local-file; name="$F"

        --b
        Content-Type: text/html
        Content-Location: $W

        <p>Noted.</p><img src="$W"><link rel=stylesheet href="$F">
        --b--
        """;
    add(
        "external-body.eml",
        "checked",
        () -> utf8(mail.replace("$W", web).replace("$F", file).replace("\n", "\r\n")));
  }

  private void add(String name, String endings, HostileFile.Bytes bytes) {
    files.add(quick("reaches/" + name, endings, bytes));
  }
}
