package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

class ExtractOdtTest {

  private static final String NAMES =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:xml=\"http://www.w3.org/XML/1998/namespace\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

  private static final String LISTS =
      """
      <text:list-style style:name="L1">
        <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
        <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
      </text:list-style>
      <text:list-style style:name="L2">
        <text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"/>
      </text:list-style>
      <style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
      <style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
      """;

  private static byte[] odt(String automatic, String body, String styles) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", Papers.utf8("application/vnd.oasis.opendocument.text"));
    entries.put(
        "content.xml",
        Papers.utf8(
            "<office:document-content"
                + NAMES
                + "><office:automatic-styles>"
                + automatic
                + "</office:automatic-styles><office:body><office:text>"
                + body
                + "</office:text></office:body></office:document-content>"));
    entries.put(
        "styles.xml",
        Papers.utf8(
            "<office:document-styles" + NAMES + ">" + styles + "</office:document-styles>"));
    entries.put(
        "meta.xml",
        Papers.utf8(
            "<office:document-meta"
                + NAMES
                + "><office:meta><dc:title>Hollin</dc:title>"
                + "</office:meta></office:document-meta>"));
    return Papers.zip(entries);
  }

  @Test
  void headingsListsTablesAndPageMarginsAreFound() {
    byte[] odt =
        odt(
            LISTS,
            """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted words</text:p>
            </text:deletion></text:changed-region></text:tracked-changes>
            <text:h text:outline-level="1">Minutes</text:h>
            <text:p>The branch<text:s text:c="2"/>met<text:tab/>on<text:span text:style-name="Gone"> secret</text:span> Monday.</text:p>
            <text:list text:style-name="L1"><text:list-item><text:p>Apologies</text:p></text:list-item>
              <text:list-item><text:p>Motions</text:p>
                <text:list><text:list-item><text:p>Buses</text:p></text:list-item>
                <text:list-item><text:p>Libraries</text:p><text:p>Seconded.</text:p></text:list-item></text:list>
              </text:list-item></text:list>
            <text:p><text:span text:style-name="Bold">Carried</text:span></text:p>
            <text:list text:continue-numbering="true" text:style-name="L1"><text:list-item><text:p>Close<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>At nine.</text:p></text:note-body></text:note></text:p></text:list-item></text:list>
            <text:list text:style-name="L2"><text:list-item><text:p>Leaflets</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>For</text:p></table:table-cell>
              <table:table-cell><text:p>23</text:p></table:table-cell></table:table-row></table:table>
            <text:p>Present: A. Carrow<text:line-break/>Apologies: none<office:annotation><dc:creator>X</dc:creator><text:p>Check this</text:p></office:annotation></text:p>
            """,
            "<office:master-styles><style:master-page><style:header><text:p>Hollin Ward</text:p>"
                + "</style:header><style:footer><text:p>Page 1</text:p></style:footer>"
                + "</style:master-page></office:master-styles>");

    ExtractedDocument document = Papers.document("minutes.odt", odt);

    assertThat(Papers.blocks(document))
        .containsExactly(
            "PAGE_HEADER: Hollin Ward",
            "HEADING 1: Minutes",
            "PARAGRAPH: The branch met on Monday.",
            "LIST_ITEM 1: 1. Apologies",
            "LIST_ITEM 1: 2. Motions",
            "LIST_ITEM 2: (a) Buses",
            "LIST_ITEM 2: (b) Libraries",
            "PARAGRAPH: Seconded.",
            "PARAGRAPH: Carried",
            "LIST_ITEM 1: 3. Close",
            "LIST_ITEM 1: Leaflets",
            "TABLE_ROW: For\t23",
            "PARAGRAPH: Present: A. Carrow",
            "PARAGRAPH: Apologies: none",
            "FOOTNOTE: At nine.",
            "COMMENT: Check this",
            "PAGE_FOOTER: Page 1",
            "HIDDEN: secret");
    assertThat(Papers.block(document, "Carried").bold()).isTrue();
    assertThat(document.title()).isEqualTo("Hollin");
  }

  @Test
  void headingsShowTheNumbersOfTheOutline() {
    byte[] odt =
        odt(
            "",
            "<text:h text:outline-level=\"1\">Business</text:h><text:h"
                + " text:outline-level=\"2\">Buses</text:h><text:h"
                + " text:outline-level=\"2\">Rail</text:h>",
            "<office:styles><text:outline-style><text:outline-level-style text:level=\"1\""
                + " style:num-format=\"1\"/><text:outline-level-style text:level=\"2\""
                + " style:num-format=\"1\""
                + " text:display-levels=\"2\"/></text:outline-style></office:styles>");

    assertThat(Papers.blocks("a.odt", odt))
        .containsExactly("HEADING 1: 1 Business", "HEADING 2: 1.1 Buses", "HEADING 2: 1.2 Rail");
  }

  @Test
  void anEncryptedDocumentIsNamedSo() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", Papers.utf8("application/vnd.oasis.opendocument.text"));
    entries.put("content.xml", new byte[] {1, 2, 3, 4});
    entries.put(
        "META-INF/manifest.xml",
        Papers.utf8(
            "<manifest:manifest"
                + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry"
                + " manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
                + "</manifest:file-entry></manifest:manifest>"));

    assertThat(Papers.extraction("a.odt", Papers.zip(entries)))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.ENCRYPTED));
  }
}
