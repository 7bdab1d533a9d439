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

  @Test
  void numbersOfAMinuteBookThatRunOnBeginItems() {
    String minutes =
        HEAD
            + """
            19/41 Apologies for absence
            Four members had sent word.
            19/42 Minutes
            The minutes of the meeting of 9 September were approved.
            19/43 Motion: night buses
            "Kestrel Hill Branch asks the company to run the N7 until two." Proposed by Reid and seconded by Orr.
            Resolved by 29 votes to 0, with 1 abstention.
            19/44 Treasurer
            There was £212 in the bank.
            """;
    assertThat(texts(minutes)).filteredOn(text -> text.startsWith("19/4")).hasSize(4);
    assertThat(with("N7", minutes).votes().inFavour()).isEqualByComparingTo("29");
  }

  @Test
  void figuresThatDoNotRunOnAreNoNumbersOfItems() {
    String minutes =
        HEAD
            + """
            1. Treasurer
            3/4 Of the funds had been spent by June.
            1/2 Price tickets were still to be had.
            2/3 Of the members had renewed.
            2. Any other business
            Nothing was raised.
            """;
    assertThat(texts(minutes)).hasSize(2);
  }

  @Test
  void paragraphsWithTitlesInTheirTextAreItemsEach() {
    String minutes =
        HEAD
            + """
            Arising from the notes -
            Street lights in Forge Lane. These were reported again.

            Councillors - The green bins will be suspended until February. There is a by-election in Quarry Bank.

            Motion on children's centres - Moved by Reid, seconded by Orr: that this branch opposes the closure in Chapel Street.
            15 in favour, nobody against, 1 did not vote. Passed.

            Police - More patrols have been promised after school.

            Fundraising - The quiz made £136.
            """;
    BusinessItem motion = with("Chapel Street", minutes);
    assertThat(motion.type()).isEqualTo(ItemType.MOTION);
    assertThat(motion.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(motion.votes().inFavour()).isEqualByComparingTo("15");
    assertThat(texts(minutes)).anyMatch(text -> text.startsWith("Police"));
  }

  @Test
  void aNumberedLineThatComesBackToTheMotionIsNoItem() {
    String minutes =
        HEAD
            + """
            5. Motions
            5.1 Motion: teaching assistants
            This branch stands with the teaching assistants whose hours were cut.
            5.1.1 Amendment from Orr: add "and two of the cooks". The amendment was lost by 4 votes to 9.
            5.1.2 The motion was then agreed to, twelve being in favour and one opposed.
            6. Treasurer
            There was £212 in the bank.
            """;
    assertThat(texts(minutes)).noneMatch(text -> text.startsWith("5.1.2"));
    assertThat(with("hours were cut", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("hours were cut", minutes).votes().inFavour()).isEqualByComparingTo("12");
    assertThat(with("two of the cooks", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
  }

  @Test
  void whatTheMoverAcceptedIsNotVotedOn() {
    String minutes =
        HEAD
            + """
            1. Motion: rough sleeping
            This branch calls on the government to bring back the scheme.
            An amendment from Orr to add "with proper funding" was accepted by the proposer. Yes 63, No 0, Abstain 1. The motion was passed as amended.
            """;
    BusinessItem motion = with("bring back the scheme", minutes);
    assertThat(motion.outcome()).isEqualTo(Outcome.CARRIED_AS_AMENDED);
    assertThat(motion.votes().inFavour()).isEqualByComparingTo("63");
    assertThat(with("proper funding", minutes).votes().inFavour()).isNull();
  }

  @Test
  void nextBusinessLeavesTheMotionAndIsItselfCarried() {
    String minutes =
        HEAD
            + """
            1. Motion: a new clock
            This branch would like a clock on the hall. Two members spoke.
            Orr then moved that we go to next business. The vote on this was 19 for and 7 against, so the motion was not voted on.
            2. Treasurer
            There was £212 in the bank.
            """;
    assertThat(with("clock on the hall", minutes).outcome()).isEqualTo(Outcome.NEXT_BUSINESS);
  }

  @Test
  void textOfAMotionOnAPaperOfMotionsDecidesNothing() {
    String paper =
        """
        Kestrel Hill CLP
        Motions for the General Meeting on 14 October 2021
        Motion 1. Twinning. Submitted by Lock Ward
        This CLP would like to restore its link with the Socialist Party section in Plougarec, which was dropped in 2016.
        Motion 2. Proportional representation. Submitted by Mill Ward
        This CLP regrets that the plan was rejected in May.
        Motion 3. Clock. Submitted by Mill Ward
        This CLP would like a clock.
        This motion has been withdrawn.
        """;
    assertThat(with("Plougarec", paper).outcome()).isEqualTo(Outcome.TABLED_ONLY);
    assertThat(with("in May", paper).outcome()).isEqualTo(Outcome.TABLED_ONLY);
    assertThat(with("a clock.", paper).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void pointsOfAListWithinAParagraphAreMattersOfTheirOwn() {
    String minutes =
        HEAD
            + """
            1. Minutes: agreed.
            2. Correspondence. (a) The region, what not to print on summonses. Noted. (b) The bowls club, thanks for the tins. Noted.
            3. Treasurer: £212 in the bank.
            """;
    assertThat(texts(minutes)).anyMatch(text -> text.startsWith("(b) The bowls club"));
  }

  @Test
  void aTitleThatEndsInZeroStandsAboveItsPoints() {
    String minutes =
        HEAD
            + """
            1.0 Apologies
            1.1 Received in advance from nine delegates.
            2.0 Annual report
            2.1 The report was taken as read and approved.
            3.0 Accounts
            3.1 The Treasurer presented the accounts. Approved.
            """;
    assertThat(texts(minutes))
        .noneMatch("2.0 Annual report"::equals)
        .anyMatch(text -> text.contains("taken as read"));
  }

  @Test
  void numbersInWordsAreNumbersWhereTheyRunOn() {
    String minutes =
        HEAD
            + """
            One. Apologies. Three were sent.
            Two. Minutes. Agreed.
            Three. The lamps. It was agreed to write to the county.
            Four. The bins. It was agreed to write to the borough.
            """;
    assertThat(texts(minutes)).hasSize(4).anyMatch(text -> text.startsWith("Three. The lamps"));
  }

  @Test
  void somebodyWhoWouldChangeQuotedWordsMovesAnAmendment() {
    String minutes =
        HEAD
            + """
            1. Moved Ash, seconded Birch: "This branch calls on the county to halt the roll-out, and sets up a rota of members." Cole moved, and Dunn seconded, to add "who have had training". Ash took that in. As added to, it was passed with every hand in the room up.
            2. Money. We have forty pounds.
            """;
    BusinessItem amendment = with("who have had training", minutes);
    assertThat(amendment.type()).isEqualTo(ItemType.AMENDMENT);
    assertThat(amendment.text()).doesNotContain("sets up a rota");
    assertThat(with("sets up a rota", minutes).outcome()).isEqualTo(Outcome.CARRIED_AS_AMENDED);
  }

  @Test
  void aChangeThatNobodyMovedIsNoAmendment() {
    String minutes =
        HEAD
            + """
            1. Moved Ash: "This branch calls on the county to halt the roll-out." Some wanted "delay" in place of "halt" but no amendment was made. Carried 12-3.
            2. Money. We have forty pounds.
            """;
    assertThat(with("no amendment was made", minutes).text()).contains("calls on the county");
  }
}
