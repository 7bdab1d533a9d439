package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Span;

/** Lines that belong to no matter of business, and those that stay whatever they look like. */
class MattersSegmentTest {

  private static List<String> texts(SegmentedDocument document) {
    return document.items().stream().map(BusinessItem::text).toList();
  }

  @Test
  void linesThatIntroduceAPaperOfMotionsAreSetApartAndNotLost() {
    String paper =
        """
        Brockmoor CLP
        Motions for the General Committee on Thursday 17 September 2020
        The following have been received by the closing date. Movers have five minutes and seconders three.
        Motion 1. Buses. From Heathside Branch
        This CLP calls on the council to run the number nine on Sundays.
        Motion 2. Bins. From Riverside Branch
        This CLP calls on the council to empty the bins weekly.
        """;
    SegmentedDocument document = Docs.segment("motions.txt", paper);
    assertThat(texts(document)).hasSize(2).noneMatch(text -> text.contains("five minutes"));
    String text = Docs.document(paper).text();
    assertThat(document.setApart())
        .extracting(span -> span.of(text))
        .anyMatch(apart -> apart.contains("Movers have five minutes"));
  }

  @Test
  void aLineWithWordsOfARuleStaysAnItemThoughItIntroduces() {
    SegmentedDocument document =
        Docs.segment(
            "motions.txt",
            """
            Brockmoor CLP
            Motions for the General Committee on Thursday 17 September 2020
            The following have been received. We were asked not to print that on the suspended councillor and print it all the same.
            Motion 1. Buses. From Heathside Branch
            This CLP calls on the council to run the number nine on Sundays.
            """);
    assertThat(texts(document)).anyMatch(text -> text.contains("suspended councillor"));
  }

  @Test
  void whatIsSaidAboveAForwardedMotionStays() {
    SegmentedDocument document =
        Docs.segment(
            "mail.eml",
            """
            !mail
            From: secretary@westgate.example
            Subject: Fwd: motion
            Sent: 2020-11-28

            I won't be putting this on the agenda, we have been told not to.
            |> Please table the motion below at your branch.
            |> This branch calls for a zebra crossing in Mill Lane.
            """);
    assertThat(texts(document).getFirst()).contains("told not to");
  }

  @Test
  void itemsAndWhatIsSetApartAreTheWholePaper() {
    String paper =
        """
        Brockmoor Branch
        Minutes, Tuesday 8 December 2020, on Zoom
        Nineteen of us, with Jo at the keys.
        1. Apologies: three.
        2. Bins. It was agreed to write to the council. All in favour.
        Typed by the secretary.
        """;
    SegmentedDocument document = Docs.segment("minutes.txt", paper);
    int length = Docs.document(paper).text().length();
    int covered =
        document.items().stream().mapToInt(item -> item.span().length()).sum()
            + document.setApart().stream().mapToInt(Span::length).sum();
    assertThat(covered).isEqualTo(length);
  }

  @Test
  void anItemSaysThatWhatStoodBelowItWasJoinedToIt() {
    SegmentedDocument document =
        Docs.segment(
            "notes.txt",
            """
            Brockmoor Branch notes, 8 December 2020
            Bins. We agreed to write to the council about the bins, all in favour.
            The library. Books can be fetched from the gate on Tuesdays.
            Nadolig Llawen,
            The bus. The county will run the 14 again from March.
            """);
    BusinessItem library = document.items().get(1);
    assertThat(library.text()).contains("Nadolig Llawen");
    assertThat(library.because())
        .contains("what stands below it is no matter of its own, as labelled papers have it");
  }
}
