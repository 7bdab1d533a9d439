package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;

class ExtractPlainTextTest {

  @Test
  void wrappedProseIsRejoined() {
    String text =
        """
        This branch notes that the evening buses on the Hollin estate were with-
        drawn in the spring without notice, and that people who work late have
        no other way to get home. It believes that public transport is a public
        service.

        It resolves to write to the council.
        """;

    assertThat(Papers.lines("motion.txt", text))
        .containsExactly(
            "This branch notes that the evening buses on the Hollin estate were withdrawn in the"
                + " spring without notice, and that people who work late have no other way to get"
                + " home. It believes that public transport is a public service.",
            "It resolves to write to the council.");
  }

  @Test
  void wrappedLinesUnderADateAreOneParagraph() {
    String text =
        """
        11 December
        The food parcels have all gone out, eighty-four households this year. Thank you
        to everyone who gave and to everyone who drove through the snow to bring them to
        the people who had asked for one. We shall do the same again at Easter, when the
        chapel will let us have its kitchen.

        24 November
        At the meeting tonight on Zoom we agreed to ask the district council to keep the
        Christmas parking free until New Year.
        """;

    assertThat(Papers.lines("posts.txt", text))
        .contains(
            "At the meeting tonight on Zoom we agreed to ask the district council to keep the"
                + " Christmas parking free until New Year.");
  }

  @Test
  void minutesWithOneLineAnEntryKeepTheirLines() {
    String text =
        """
        Hollin Ward branch, minutes of the meeting on 3 March 2025
        Present: A. Carrow (Chair), B. Tolworth, C. Ashdown
        Apologies: D. Marl
        1. Minutes of the last meeting were agreed
        2. Motion on buses
        Proposed by B. Tolworth, seconded by C. Ashdown
        For: 3 Against: 2
        Carried
        3. Any other business
        None.
        """;

    assertThat(Papers.lines("minutes.txt", text)).containsExactlyElementsOf(text.lines().toList());
  }

  @Test
  void aTitleBetweenTildesIsNoFenceAndStays() {
    String text =
        """
        ~~~ HOLLIN LABOUR NEWS ~~~ July 2022 ~~~

        The fete is on the ninth.

        ~~~ DATES ~~~

        The next meeting is on 3 August.
        """;

    assertThat(String.join("\n", Papers.lines("news.txt", text)))
        .contains("HOLLIN LABOUR NEWS")
        .contains("The fete is on the ninth.")
        .contains("DATES");
  }

  @Test
  void longUnwrappedLinesAreParagraphs() {
    String first =
        "The secretary reported that the leaflets had been delivered. ".repeat(4).strip();
    String second =
        "The treasurer reported a balance that everybody found pleasing. ".repeat(3).strip();

    assertThat(Papers.lines("minutes.txt", first + "\n" + second + "\nCarried.\n"))
        .containsExactly(first, second, "Carried.");
  }

  @Test
  void wrappedListItemsKeepTheirNumbersApart() {
    String text =
        """
        AGENDA

        1. To receive the minutes of the meeting held on the third of March and
           to consider matters arising from them.
        2. To consider the motion on evening buses submitted by the members of
           the Hollin estate.
          - with the amendment that was sent in after the closing date by the
            secretary
        (a) correspondence
        """;

    assertThat(Papers.blocks("agenda.txt", text))
        .containsExactly(
            "PARAGRAPH: AGENDA",
            "LIST_ITEM 1: 1. To receive the minutes of the meeting held on the third of March and"
                + " to consider matters arising from them.",
            "LIST_ITEM 1: 2. To consider the motion on evening buses submitted by the members of"
                + " the Hollin estate.",
            "LIST_ITEM 2: with the amendment that was sent in after the closing date by the"
                + " secretary",
            "LIST_ITEM 1: (a) correspondence");
  }

  @Test
  void aListInsideASentenceStaysInIt() {
    String text =
        """
        The secretary reported receipt of (i) a message about the agendas of the
        meetings, (ii) a card from the matron of the hospital in Hollin, and also
        (iii) a letter from the trustees of the hall about the roof.
        """;

    assertThat(Papers.lines("a.txt", text)).hasSize(1);
  }

  @Test
  void markdownSignsBecomeKinds() {
    String text =
        """
        ---
        status: passed
        title: Buses
        ---
        # Motion 3

        ## Notes
        **Proposed by Hollin**

        - *Buses* were [withdrawn](https://example.org/x)
        - 2 * 3 stays

        | For | Against |
        |-----|---------|
        | 23  | 4       |

        > quoted words
        """;

    ExtractedDocument document = Papers.document("motion.md", Papers.utf8(text));

    assertThat(Papers.blocks(document))
        .containsExactly(
            "PARAGRAPH: status: passed",
            "PARAGRAPH: title: Buses",
            "HEADING 1: Motion 3",
            "HEADING 2: Notes",
            "PARAGRAPH: Proposed by Hollin",
            "LIST_ITEM 1: Buses were withdrawn",
            "LIST_ITEM 1: 2 * 3 stays",
            "TABLE_ROW: For\tAgainst",
            "TABLE_ROW: 23\t4",
            "PARAGRAPH: quoted words");
    assertThat(Papers.block(document, "Proposed").bold()).isTrue();
  }

  @Test
  void aMarkdownLineInBoldIsATitleWhateverTheNextLineBeginsWith() {
    String text =
        """
        **7. Socials**
        bowling on Saturday, not Friday

        *8. Reading group*
        none until the spring
        """;

    assertThat(Papers.lines("minutes.md", text))
        .containsExactly(
            "7. Socials",
            "bowling on Saturday, not Friday",
            "8. Reading group",
            "none until the spring");
  }

  @Test
  void underlinedLinesAreHeadings() {
    assertThat(Papers.blocks("a.txt", "Hollin Ward\n===========\n\nMotions\n-------\nCarried.\n"))
        .containsExactly("HEADING 1: Hollin Ward", "HEADING 2: Motions", "PARAGRAPH: Carried.");
  }

  @Test
  void windows1252IsReadWithItsQuotesAndPounds() {
    byte[] bytes =
        "The \u201Cfunds\u201D stood at \u00A336 \u2013 pr\u00E9cis below."
            .getBytes(Charset.forName("windows-1252"));

    assertThat(Papers.lines("a.txt", bytes))
        .containsExactly("The \u201Cfunds\u201D stood at \u00A336 \u2013 pr\u00E9cis below.");
  }

  @Test
  void everyUnicodeEncodingIsRead() {
    String text = "The caf\u00E9 motion was carried.";
    byte[] marked = Papers.utf8("\uFEFF" + text);
    List<byte[]> encodings =
        List.of(
            Papers.utf8(text),
            marked,
            text.getBytes(StandardCharsets.UTF_16),
            text.getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

    for (byte[] bytes : encodings) {
      assertThat(Papers.lines("a.txt", bytes)).containsExactly(text);
    }
  }

  @Test
  void anAccentTypedInTwoWaysIsTheSameWord() {
    assertThat(Papers.lines("a.txt", "cafe\u0301")).isEqualTo(Papers.lines("a.txt", "caf\u00E9"));
  }

  @Test
  void controlCharactersAndNulsAreRemoved() {
    byte[] bytes =
        Papers.utf8(
            "The branch\u0000 met on\u0007 Monday to talk about the evening buses, as agreed, and"
                + " about the library, which is to close.");

    assertThat(Papers.lines("a.txt", bytes).getFirst()).startsWith("The branch met on Monday to");
  }

  @Test
  void aTableOfValuesIsReadByRows() {
    String csv = "Motion;For;Against\r\n\"Buses; evening\";23;4\r\n";

    ExtractedDocument document = Papers.document("votes.csv", Papers.utf8(csv));

    assertThat(Papers.blocks(document))
        .containsExactly("TABLE_ROW: Motion\tFor\tAgainst", "TABLE_ROW: Buses; evening\t23\t4");
    assertThat(document.blocks().get(1).cells()).hasSize(3);
  }

  @Test
  void textUnderTheNameOfAWordFileIsReadAndTold() {
    Extraction.Text text = Papers.text("minutes.doc", Papers.utf8("The branch met on Monday."));

    assertThat(text.detail()).isEqualTo("named .doc but is text/plain");
  }

  @Test
  void aMemoThatBeginsLikeAMailIsText() {
    String memo =
        "To: All members\nFrom: The secretary\nSubject: Buses\n\nThe branch meets on Monday.\n";

    assertThat(Papers.lines("memo.txt", memo))
        .containsExactly(
            "To: All members",
            "From: The secretary",
            "Subject: Buses",
            "The branch meets on Monday.");
  }

  @Test
  void aTimeAtTheBeginningOfAWrappedLineIsNoNumber() {
    String text =
        """
        The next meeting of the branch was called for the Hollin community hall at
        7.30 p.m. on the thirteenth of July, and the secretary was asked to tell
        the members of it by letter.
        """;

    assertThat(Papers.lines("a.txt", text)).hasSize(1);
  }

  @Test
  void textEncodedTwiceIsMendedAndTextThatMentionsItIsNot() {
    Charset windows = Charset.forName("windows-1252");
    String text = "The chair\u2019s caf\u00E9 motion \u2013 at \u00A336 \u2013 was carried.";
    String twice = new String(Papers.utf8(text), windows);
    String thrice = new String(Papers.utf8(twice), windows);

    assertThat(Papers.lines("a.txt", twice)).containsExactly(text);
    assertThat(Papers.lines("a.txt", thrice)).containsExactly(text);
    for (String legitimate :
        List.of(
            "The \u20ACuro sign became \u201C\u00E2\u201A\u00AC\u201D on the caf\u00E9\u2019s"
                + " page.",
            "S\u00E3o Tom\u00E9, \u00C2ncora, \u00C9ire, Ll\u0177n",
            "\u00C2 and \u00C3 are letters")) {
      assertThat(Papers.lines("a.txt", legitimate)).containsExactly(legitimate);
    }
  }

  @Test
  void aTextOfTheMacKeepsItsQuotesAndOneOfWindowsToo() {
    String text =
        "The chair\u2019s \u201Ccaf\u00E9\u201D motion \u2013 in full \u2013 was carried.";

    for (String charset : List.of("x-MacRoman", "windows-1252")) {
      assertThat(Papers.lines("a.txt", text.getBytes(Charset.forName(charset))))
          .as(charset)
          .containsExactly(text);
    }
  }

  @Test
  void aQuotationThatIsNeverClosedDoesNotSwallowTheTable() {
    assertThat(Papers.blocks("a.csv", "a,b\n1,\"closed, \"\"so\"\"\"\n3,\"x\n4,y\n"))
        .hasSize(4)
        .contains("TABLE_ROW: 3\t\"x");
  }

  @Test
  void theDelimiterIsWhatPartsTheRowsEvenly() {
    assertThat(
            Papers.blocks(
                "a.csv", "Date;Post, as written\n3 March;We met, we talked, we went\n4 March;No\n"))
        .containsExactly(
            "TABLE_ROW: Date\tPost, as written",
            "TABLE_ROW: 3 March\tWe met, we talked, we went",
            "TABLE_ROW: 4 March\tNo");
  }
}
