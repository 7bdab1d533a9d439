package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;

/** The shapes in which secretaries set down motions. */
class MotionShapesSegmentTest {

  private static final String HEAD =
      "Kestrel Hill Branch\nMinutes of the meeting held on 14 October 2021\n";

  private static List<String> texts(String minutes) {
    return Docs.segment(minutes).items().stream().map(BusinessItem::text).toList();
  }

  private static BusinessItem with(String words, String minutes) {
    return Docs.segment(minutes).items().stream()
        .filter(item -> item.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTitleAndWhoMovedBeginAMotion() {
    String minutes =
        HEAD
            + """
            1. Motions
            Night buses. Proposed Reid, seconded Orr. We ask the company to run the N7 until two. Passed 14-0.
            Sharing the stall. Proposed Orr, seconded Reid. That the stall be shared in January. Fell, 5 for and 9 against.
            Allotments. Moved by Quell. That the branch take a plot. Passed 11-3.
            """;
    assertThat(texts(minutes))
        .anyMatch(text -> text.startsWith("Sharing the stall"))
        .anyMatch(text -> text.startsWith("Allotments"));
    assertThat(with("stall be shared", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("take a plot", minutes).outcome()).isEqualTo(Outcome.CARRIED);
  }

  @Test
  void whatStandsBehindAQuotedMotionIsTheMinutes() {
    String minutes =
        HEAD
            + """
            1. Motion: single market
            "That we ask the Member to vote for the single market." Moved and seconded. A long debate. For 5, against 6, abstentions 1. Lost.
            """;
    BusinessItem motion = with("single market.", minutes);
    assertThat(motion.type()).isEqualTo(ItemType.MOTION);
    assertThat(motion.outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(motion.votes().inFavour()).isEqualByComparingTo("5");
  }

  @Test
  void capitalsSetNothingOffWhereAllIsInCapitals() {
    String minutes =
        """
        KESTREL HILL BRANCH
        MINUTES OF THE MEETING HELD ON 14 OCTOBER 2021
        1. BUSES
        "THAT THE COUNCIL RUN THE NUMBER NINE ON SUNDAYS." PROP A. REID SEC B. ORR.
        A LONG DEBATE WAS HAD ON THIS, AND THE CHAIR LET IT RUN.
        FOR 20 AGAINST NIL ABST 3. CARRIED.
        2. TREASURER
        BALANCE £96.50 BEFORE THE RAMP.
        3. BINS
        THEY ARE LATE AGAIN.
        """;
    BusinessItem motion = with("NUMBER NINE", minutes);
    assertThat(motion.text()).contains("ABST 3");
    assertThat(motion.votes().inFavour()).isEqualByComparingTo("20");
  }

  @Test
  void theNumbersOfAMinuteBookNumberItems() {
    String minutes =
        HEAD
            + """
            21/001 Apologies
            Six were received.
            21/002 Minutes of 9 September 2021
            Agreed as a correct record.
            21/003 Buses
            The number nine is late.
            """;
    assertThat(texts(minutes))
        .anyMatch(text -> text.startsWith("21/002 Minutes"))
        .anyMatch(text -> text.startsWith("21/003 Buses"));
    assertThat(with("number nine", minutes).meeting().date()).isEqualTo("2021-10-14");
  }

  @Test
  void theInitialOfWhoProposedIsNoNumber() {
    String minutes =
        HEAD
            + """
            1. Motion: buses
            This branch calls on the council to run the number nine on Sundays.
            Prop R. Ogle sec A. Read. Carried nem con.
            """;
    assertThat(with("number nine", minutes).text()).contains("Prop R. Ogle");
  }

  @Test
  void theClausesOfAMotionAreNotParted() {
    String minutes =
        HEAD
            + """
            1. Motion: the surgery
            "That this branch:
            (a) notes that the surgery is shut on two mornings a week;
            (b) considers that the practice had no business to shut it;
            (c) asks the practice to meet residents."
            Carried by 12 votes to 1.
            """;
    assertThat(with("two mornings", minutes).text()).contains("no business", "meet residents");
  }

  @Test
  void titlesOfAFewWordsPartWhatFollowsThem() {
    List<BusinessItem> items =
        Docs.segment(
                """
                Kestrel Hill Branch
                Minutes of the meeting held on 10 March 2022
                #Motions
                The cost of heating. Ann Reid moved "that this branch calls for a tax on windfalls". Fifty-one for, none against.
                Lecturers. Jo Bell, leaving the chair, moved "that we send £50 to the hardship fund". Carried, with one against.
                """)
            .items();
    assertThat(items).hasSize(2);
    assertThat(items.getFirst().votes().inFavour()).hasToString("51");
    assertThat(items.getLast().votes().against()).hasToString("1");
  }

  @Test
  void aNumberedHeadingWithAFullStopHoldsWhatStandsUnderIt() {
    List<BusinessItem> items =
        Docs.segment(
                """
                Kestrel Hill CLP executive, 3 September 2020
                Present: nine
                3. Arising.
                3a. Zoom licence: bought, £119.90.
                3b. Banner: still in the loft.
                4. Post.
                4a. Regional office, dates for annual meetings by video. Noted.
                """)
            .items();
    assertThat(items)
        .extracting(item -> item.text().lines().findFirst().orElseThrow())
        .noneMatch("3. Arising."::equals)
        .noneMatch("4. Post."::equals);
    assertThat(items).anyMatch(item -> item.text().startsWith("3b. Banner"));
  }

  @Test
  void aReportThatIsAcceptedIsAgreedAndLettersThatAreReceivedAreNoted() {
    List<BusinessItem> items =
        Docs.segment(
                """
                Kestrel Hill CLP, minutes of the meeting held on 3 September 2020
                Present: nine
                1. Correspondence
                1.1 From the Regional Director, the timetable. Resolved: that the letter be received.
                2. Treasurer's report
                The balance was £812. The report was accepted.
                """)
            .items();
    assertThat(items.getFirst().outcome()).isEqualTo(Outcome.NOTED);
    assertThat(items.getLast().outcome()).isEqualTo(Outcome.CARRIED);
  }
}
