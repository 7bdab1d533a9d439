package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.LedgerState;

class ExtractRtfTest {

  private static byte[] rtf(String body) {
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fswiss\\fcharset0"
            + " Arial;}{\\f3\\fnil\\fcharset2 Symbol;}}{\\stylesheet{\\s0 Normal;}{\\s1\\b"
            + " heading 1;}}{\\info{\\title Hollin}{\\author Nobody}}"
            + body
            + "}")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void paragraphsListsHeadingsAndCellsAreFound() {
    byte[] rtf =
        rtf(
            "{\\header\\pard Hollin Ward\\par}{\\footer\\pard Page 1\\par}\\pard\\s1"
                + " Minutes\\par\\pard\\plain The \\ldblquote funds\\rdblquote  stood at \\'a336"
                + " caf\\u233?.\\par\\pard{\\listtext\\pard\\plain 1.\\tab}\\ls1\\ilvl0"
                + " Apologies\\par{\\listtext\\pard\\plain"
                + " 2.\\tab}Motions\\par\\pard{\\listtext\\f3\\'b7\\tab}\\ls2\\ilvl1"
                + " Leaflets\\par\\pard {\\b Carried}\\par\\pard {\\deleted gone }{\\v hidden"
                + " }stays{\\*\\unknown thing}\\par\\trowd\\pard\\intbl For\\cell\\pard\\intbl"
                + " 23\\cell\\row\\pard Present: A. Carrow\\line Apologies: none{\\footnote\\pard"
                + " As reported.}\\par");

    ExtractedDocument document = Papers.document("minutes.rtf", rtf);

    assertThat(Papers.blocks(document))
        .containsExactly(
            "PAGE_HEADER: Hollin Ward",
            "HEADING 1: Minutes",
            "PARAGRAPH: The \u201Cfunds\u201D stood at \u00A336 caf\u00E9.",
            "LIST_ITEM 1: 1. Apologies",
            "LIST_ITEM 1: 2. Motions",
            "LIST_ITEM 2: Leaflets",
            "PARAGRAPH: Carried",
            "PARAGRAPH: stays",
            "TABLE_ROW: For\t23",
            "PARAGRAPH: Present: A. Carrow",
            "PARAGRAPH: Apologies: none",
            "FOOTNOTE: As reported.",
            "PAGE_FOOTER: Page 1",
            "HIDDEN: hidden");
    assertThat(document.title()).isEqualTo("Hollin");
    assertThat(Papers.block(document, "Carried").bold()).isTrue();
    assertThat(Papers.block(document, "1.").number()).isEqualTo("1.");
  }

  @Test
  void aFileCutOffSaysSo() {
    byte[] whole = rtf("\\pard The branch met.\\par\\pard It closed.\\par");
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);

    assertThat(Papers.text("a.rtf", cut).state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
  }

  @Test
  void richTextUnderTheNameOfAWordFileIsRead() {
    assertThat(Papers.text("a.doc", rtf("\\pard Hello\\par")).detail())
        .isEqualTo("named .doc but is application/rtf");
  }
}
