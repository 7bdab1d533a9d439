package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;

/** How layout parts a paper: numbers, titles, rows, signatures, and the motions of a message. */
class LayoutSegmentTest {

  private static List<String> texts(String source, String text) {
    return Docs.segment(source, text).items().stream().map(BusinessItem::text).toList();
  }

  @Test
  void eachMotionThatAMessageSetsOutIsAnItemAndSoIsWhatFollowsThem() {
    List<BusinessItem> items =
        Docs.segment(
                "brockmoor/inbox/three.eml",
                """
                !mail
                From: secretary@brockmoor.example
                Subject: RE: three motions
                Sent: 2021-03-02

                Thank you, they came in time.
                | Below are two motions which Heathside would like to put.
                | 1. This branch asks the council to clear the leaves from the pavements.
                | 2. This branch calls for free childcare places for key workers.
                | Could you let me know how I can join by telephone?
                """)
            .items();
    assertThat(items)
        .extracting(BusinessItem::type)
        .filteredOn(type -> type == ItemType.MOTION)
        .hasSize(2);
    assertThat(items.getLast().text())
        .isEqualTo("Could you let me know how I can join by telephone?");
  }

  @Test
  void numbersInBracketsBehindTheNounNumberMotions() {
    assertThat(
            texts(
                "motions.txt",
                """
                Brockmoor Branch
                Motions and amendments for Monday 13 November 2023
                MOTION (1) From Miss Quayle; seconder, Mrs Sugden.
                That this Branch asks the county to grit Mill Lane.
                Amendment (1A) From Mr Peel; seconder, Mr Ackersley.
                To omit "Mill Lane" and to insert "every lane".
                MOTION (2) From Mr Hartley; seconder, Mr Lund.
                That the Branch's records be given to the record office.
                """))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("MOTION (2)");
  }

  @Test
  void whoSignsAnAgendaIsNoEntryOfIt() {
    assertThat(
            texts(
                "brockmoor/agenda.txt",
                """
                Brockmoor CLP - Agenda
                Thursday 25 February 2021, 7.15pm
                1. Welcome and apologies
                2. Treasurer: balance, and refund from the hall
                3. Next meeting 25 March
                A. Moffat, Secretary
                """))
        .hasSize(3)
        .last()
        .isEqualTo("3. Next meeting 25 March");
  }

  @Test
  void theEntryAboveATableThatGoesOnWithItsNumbersIsAnEntry() {
    assertThat(
            texts(
                "brockmoor/agenda.txt",
                """
                #Brockmoor CLP
                Agenda of the General Committee on Thursday 8 June 2023
                1 Apologies for absence
                2\tMinutes of the meeting on 11 May 2023\tattached
                3\tTreasurer's statement\tto follow
                """))
        .hasSize(3)
        .first()
        .isEqualTo("1 Apologies for absence");
  }

  @Test
  void aRowThatNamesTheColumnsOfNumberedRowsIsNoEntry() {
    assertThat(
            texts(
                "brockmoor/agenda.txt",
                """
                #Brockmoor LCF
                Agenda for 27 January 2022
                No.\tBusiness\tMinutes allowed\tPaper
                1\tApologies\t2\t-
                2\tCandidates\t30\tA
                3\tBudget\t20\tB
                """))
        .hasSize(3)
        .noneMatch(text -> text.contains("allowed"));
  }

  @Test
  void titlesThatComeAgainUnderEachHeadingPartNoItem() {
    assertThat(
            texts(
                "brockmoor/minutes/april.txt",
                """
                #Brockmoor Disabled Members' Forum
                Minutes of the meeting on Tuesday 18 April 2023
                ##Voter cards
                What we heard: The election is on 4 May and a pass counts.
                What we agreed: The secretary will ring round the members.
                ##Polling stations
                What we heard: Four of nineteen have a step.
                What we agreed: The secretary will write to the returning officer.
                ##Lifts
                What we heard: There is money for the footbridge and none for the lifts.
                What we agreed: The chair will ask the mayor's office.
                """))
        .hasSize(3);
  }

  @Test
  void aStatementHasTheVotesByWhichItSaysThatItWasAdopted() {
    var items =
        Docs.segment(
                "brockmoor/web/statement.html",
                """
                #Statement of the Executive of Brockmoor CLP
                Published on 2 December 2020. Agreed on 1 December, ten voting for it and four against.
                We are sorry that the Party has suspended so many of its members, and we say so as people who have knocked on doors for it.
                """)
            .items();
    assertThat(items).isNotEmpty();
    assertThat(items.getLast().votes().inFavour()).isEqualByComparingTo("10");
    assertThat(items.getLast().votes().against()).isEqualByComparingTo("4");
  }
}
