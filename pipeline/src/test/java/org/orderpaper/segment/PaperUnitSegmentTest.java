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
