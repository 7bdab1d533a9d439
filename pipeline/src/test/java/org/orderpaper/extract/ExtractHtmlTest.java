package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;

class ExtractHtmlTest {

  @Test
  void aPageIsReadAsItIsSeen() {
    String page =
        """
        <!doctype html><html><head><title>Hollin motions</title><style>p {}</style></head><body>
        <nav><a href="/">Home</a></nav>
        <h1>Motions
            passed</h1>
        <p>This branch <b>notes</b>
           the&nbsp;report.</p>
        <p hidden>unseen</p><p style="display: none">unseen</p><script>unseen()</script>
        <div>Proposed by Hollin<br>Seconded by Marl</div>
        <p><strong>Carried</strong></p>
        <blockquote>Quoted words.</blockquote>
        <footer>Cookies</footer></body></html>
        """;

    ExtractedDocument document = Papers.document("motions.html", Papers.utf8(page));

    assertThat(Papers.blocks(document))
        .containsExactly(
            "HEADING 1: Motions passed",
            "PARAGRAPH: This branch notes the report.",
            "PARAGRAPH: Proposed by Hollin",
            "PARAGRAPH: Seconded by Marl",
            "PARAGRAPH: Carried",
            "PARAGRAPH: Quoted words.",
            "PAGE_FOOTER: Cookies",
            "HIDDEN: unseen",
            "HIDDEN: unseen");
    assertThat(document.title()).isEqualTo("Hollin motions");
    assertThat(Papers.block(document, "Carried").bold()).isTrue();
    assertThat(Papers.block(document, "This").bold()).isFalse();
  }

  @Test
  void listsShowTheirNumbers() {
    String page =
        """
        <html><body><ol start="3"><li>Motions<ol type="a"><li>Buses</li><li>Libraries</li></ol></li>
        <li value="7"><p>Reports</p><p>None.</p></li></ol>
        <ol type="I"><li>First part</li><li>Second part</li></ol>
        <ul><li>Leaflets</li></ul></body></html>
        """;

    ExtractedDocument document = Papers.document("a.html", Papers.utf8(page));

    assertThat(Papers.blocks(document))
        .containsExactly(
            "LIST_ITEM 1: 3. Motions",
            "LIST_ITEM 2: a. Buses",
            "LIST_ITEM 2: b. Libraries",
            "LIST_ITEM 1: 7. Reports",
            "PARAGRAPH: None.",
            "LIST_ITEM 1: I. First part",
            "LIST_ITEM 1: II. Second part",
            "LIST_ITEM 1: Leaflets");
    assertThat(Papers.block(document, "3.").number()).isEqualTo("3.");
  }

  @Test
  void aTableHasRowsButALayoutHasNone() {
    String page =
        """
        <html><body><table><thead><tr><th>Motion</th><th>For</th></tr></thead>
        <tr><td>Buses</td><td>23</td></tr></table>
        <table><tr><td><h2>News</h2><p>First.</p><p>Second.</p></td><td>Side</td></tr></table>
        </body></html>
        """;

    assertThat(Papers.blocks("a.html", page))
        .containsExactly(
            "TABLE_ROW: Motion\tFor",
            "TABLE_ROW: Buses\t23",
            "HEADING 2: News",
            "PARAGRAPH: First.",
            "PARAGRAPH: Second.",
            "PARAGRAPH: Side");
  }

  @Test
  void aPageThatClaimsLatin1IsReadAsWindows1252() {
    byte[] page =
        "<html><head><meta charset=\"iso-8859-1\"></head><body><p>\u201CYes\u201D \u2013 \u00A35</p></body></html>"
            .getBytes(Charset.forName("windows-1252"));

    assertThat(Papers.lines("a.html", page)).containsExactly("\u201CYes\u201D \u2013 \u00A35");
  }

  @Test
  void aWebPageUnderTheNameOfAWordFileIsRead() {
    assertThat(Papers.text("a.doc", Papers.utf8("<html><body><p>Hello</p></body></html>")).detail())
        .isEqualTo("named .doc but is text/html");
  }

  @Test
  void wordsInTheColourOfTheirGroundAreHidden() {
    String page =
        """
        <html><body bgcolor="#FFF"><p style="color: rgb(255, 255, 255)">Unseen.</p>
        <table bgcolor="#000080"><tr><td><font color="white">Seen in a cell.</font></td></tr></table>
        <p style="font-size: 0px">Small.<span style="font-size: 12px">Seen again.</span></p>
        <div style="background: url(sea.png)"><p style="color: #fff">Seen on a picture.</p></div>
        </body></html>
        """;

    assertThat(Papers.blocks("a.html", page))
        .containsExactly(
            "PARAGRAPH: Seen in a cell.",
            "PARAGRAPH: Seen again.",
            "PARAGRAPH: Seen on a picture.",
            "HIDDEN: Unseen.",
            "HIDDEN: Small.");
  }

  @Test
  void noColourHidesWordsWhereGroundsAreSetInWaysThatAreNotRead() {
    String page =
        """
        <html><head><style>body .bar { background: #900 } .w { color: white }</style></head><body>
        <div class="bar"><p class="w">A title on red.</p></div></body></html>
        """;

    assertThat(Papers.blocks("a.html", page)).containsExactly("PARAGRAPH: A title on red.");
  }
}
