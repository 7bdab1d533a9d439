package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orderpaper.model.Unit;

class PaperUnitSegmentTest {

  private static String unit(String source, String text) {
    Unit unit = Docs.segment(source, text).items().getFirst().meeting().unit();
    return unit == null ? "-" : unit.name();
  }

  @Test
  void aMessageBelongsToWhoseFolderHoldsIt() {
    assertThat(
            unit(
                "brockmoor/inbox/our motion.eml",
                """
                !mail
                From: Heathside Branch <heathside@branches.example>
                Subject: our motion
                Sent: 2021-03-02

                Please put this to the general committee:
                This branch calls for the lido to be opened.
                """))
        .isEqualTo("Brockmoor CLP");
  }

  @Test
  void theMoversOfMotionsDoNotOwnThePaper() {
    assertThat(
            unit(
                "brockmoor/2021/texts.txt",
                """
                Motions to be voted on, 17 June 2021
                Motion 1, from Heathside Branch
                This meeting calls for the lido to be opened.
                """))
        .isEqualTo("Brockmoor CLP");
  }

  @Test
  void headingsThatNameTheBranchesOfMotionsPartNoPaper() {
    var document =
        Docs.segment(
            "brockmoor/GC/motions for october.odt",
            """
            **Brockmoor CLP: motions for the General Committee on 20th October 2022
            These came in by the closing date.
            **Heathside branch (meeting of 27th September)
            **Ambulance station
            This CLP is alarmed that the ambulance station may be closed.
            **Riverside branch (meeting of 3rd October)
            **The baths
            This CLP calls on the district council to keep the baths open.
            **Quarry branch (meeting of 29th September)
            **Street lights
            This CLP asks for the street lights to be mended.
            """);
    assertThat(document.items())
        .hasSize(3)
        .extracting(item -> item.meeting().unit())
        .extracting(unit -> unit == null ? "-" : unit.name())
        .containsOnly("Brockmoor CLP");
  }

  @Test
  void aLabourPartyThatSpeaksOfItselfAsABranchIsOne() {
    String minutes =
        """
        Threlby Labour Party
        Wednesday 16 October 2019 at the Old Forge
        The treasurer said that the branch has £148 and that a branch can't have a card.
        Sunita went to the CLP meeting for us. Our delegate to the CLP is tired.
        Members agreed that the branch will lay a wreath.
        """;
    assertThat(unit("threlby/book/October 2019.odt", minutes)).isEqualTo("Threlby Branch");
  }

  @Test
  void aRegionAndItsExecutiveAreOneUnit() {
    assertThat(
            unit(
                "regional/REC minutes.txt",
                """
                **The Labour Party, Holmside & Sounds Region
                **Regional Executive Committee
                **Minutes of a meeting held on Saturday 10 November 2018
                1. Finance
                The Treasurer introduced the budget, which was approved.
                """))
        .isEqualTo("Holmside & Sounds Regional Executive Committee");
  }

  @Test
  void whoeverGetsLettersFromTheClpIsABranchOfIt() {
    assertThat(
            unit(
                "mill-harbour/2017/oct.txt",
                """
                Mill Harbour Labour, Wednesday 11 October 2017
                Fourteen of us. Jo Bell in the chair.
                Minutes of September: read out, nobody minded, signed.
                A letter from the CLP wanting two delegates. Agreed.
                It was moved that we go to the meetings of the CLP by minibus. Carried.
                """))
        .isEqualTo("Mill Harbour Branch");
  }

  @Test
  void initialsStandForTheNameInTheRunningHead() {
    assertThat(
            unit(
                "gc.txt",
                """
                ~Stell & Rowan CLP
                S&R CLP, minutes of 11 March 2021
                Present: nine
                1. Buses. It was agreed to write.
                """))
        .isEqualTo("Stell & Rowan CLP");
  }

  @Test
  void aLooseNameIsTheBranchThatTheTextCallsByIt() {
    assertThat(
            unit(
                "jan.txt",
                """
                FELLING LANE LABOUR
                Minutes, 12 January 2021
                1. Buses. Felling Lane Branch agreed to write.
                """))
        .isEqualTo("Felling Lane Branch");
  }

  @Test
  void aBodyWithinAUnitHasTheNameOfTheUnitThatKeepsItsPapers() {
    assertThat(
            unit(
                "brockmoor/youth/may.txt",
                """
                Minutes of Young Labour, 5 May 2022
                Present: six
                1. Buses. It was agreed to write.
                """))
        .isEqualTo("Brockmoor Young Labour");
  }

  @Test
  void theExecutiveIsOfItsClp() {
    assertThat(
            unit(
                "brockmoor/ec/feb.txt",
                """
                Executive Committee, Wednesday 3 February 2021
                Present: eight
                1. Buses. It was agreed to write.
                """))
        .isEqualTo("Brockmoor CLP");
  }

  @Test
  void aBranchMayWriteItsNameWithoutCapitals() {
    assertThat(
            unit(
                "brockmoor/feb.txt",
                """
                rowan branch labour
                tues 9 feb 2021, zoom, 14 of us
                - sorrys: bob, lin
                - 20 quid to the food bank, all agreed
                """))
        .isEqualTo("Rowan Branch");
  }
}
