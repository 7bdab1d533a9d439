package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Votes;

/** What becomes of a motion is often told in another place than its text. */
class VotesElsewhereSegmentTest {

  private static final String HEAD =
      "Kestrel Hill Branch\nMinutes of the meeting held on 14 October 2021\n";

  private static final String TWO_MOTIONS =
      """
      1. Motion 1: Buses
      This branch calls on the council to run the number nine on Sundays.
      See the table.
      2. Motion 2: Bins
      This branch calls on the council to empty the bins weekly.
      See the table.
      """;

  private static List<BusinessItem> items(String lines) {
    return Docs.segment(HEAD + lines).items();
  }

  private static BusinessItem with(String words, String lines) {
    return items(lines).stream()
        .filter(item -> item.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  private static Votes votes(String inFavour, String against, String abstained) {
    return new Votes(number(inFavour), number(against), number(abstained), false);
  }

  private static BigDecimal number(String number) {
    return new BigDecimal(number);
  }

  @Test
  void whatIsToldOfTheMotionBehindItsAmendmentIsTheMotions() {
    String minutes =
        """
        1. Motion: buses
        This branch calls on the council to run the number nine on Sundays.
        Amendment by Hill ward, to add "and holidays". Carried by 11 votes to 4. The substantive motion was then put to the vote and carried, 13 for, 2 against, 1 abstention.
        """;
    BusinessItem motion = with("number nine", minutes);
    BusinessItem amendment = with("and holidays", minutes);
    assertThat(motion.outcome()).isEqualTo(Outcome.CARRIED_AS_AMENDED);
    assertThat(motion.votes()).isEqualTo(votes("13", "2", "1"));
    assertThat(amendment.type()).isEqualTo(ItemType.AMENDMENT);
    assertThat(amendment.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(amendment.votes().inFavour()).isEqualTo(number("11"));
    assertThat(amendment.votes().against()).isEqualTo(number("4"));
  }

  @Test
  void theTurnMayLieWithinASentence() {
    String minutes =
        """
        1. Motion: buses
        This branch calls on the council to run the number nine on Sundays.
        An amendment was moved that it should be every other Sunday. The amendment was carried by seven to five, and then the motion as amended was lost by five to seven.
        """;
    assertThat(with("number nine", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("number nine", minutes).votes().inFavour()).isEqualTo(number("5"));
    assertThat(with("every other", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("every other", minutes).votes().inFavour()).isEqualTo(number("7"));
  }

  @Test
  void aTableOfVotesTellsOfTheMotionsThatItNumbers() {
    String minutes =
        TWO_MOTIONS
            + """
            3. Votes counted
            Motion\tFor\tAgainst\tAbstained
            Motion 1\t21\t3\t2
            Motion 2\t8\t17\t1
            """;
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("21", "3", "2"));
    assertThat(with("number nine", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("the bins", minutes).votes()).isEqualTo(votes("8", "17", "1"));
    assertThat(with("the bins", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(items(minutes)).noneMatch(item -> item.text().contains("21\t3"));
  }

  @Test
  void aTableWhoseRowsAreMotionsThemselvesIsNoTableOfVotes() {
    String minutes =
        """
        1. Motions
        Motion\tFor\tAgainst
        That the number nine run on Sundays and holidays too\t21\t3
        That the council empty the bins every week of the year\t8\t17
        """;
    assertThat(items(minutes)).anyMatch(item -> item.text().contains("number nine"));
    assertThat(items(minutes)).anyMatch(item -> item.text().contains("the bins"));
  }

  @Test
  void aSentenceThatNamesTheMotionByItsNumberTellsOfIt() {
    String minutes =
        TWO_MOTIONS
            + """
            3. Any other business
            The hall is cold.
            4. Votes not given above
            Motion (2): in favour 6, against 13, abstentions 4. Lost.
            """;
    assertThat(with("the bins", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("the bins", minutes).votes()).isEqualTo(votes("6", "13", "4"));
  }

  @Test
  void theTextInAnAppendixHasTheOutcomeOfTheMotionThatWasDebated() {
    String minutes =
        """
        1.1 Motion 1 (Millgate Branch)
        For the text see the appendix. Moved and seconded. Carried by 29 votes to 17.
        2. Date of next meeting
        11 November.
        Appendix: texts
        Motion 1
        This branch calls on the council to run the number nine on Sundays.
        """;
    BusinessItem text = with("number nine", minutes);
    assertThat(text.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(text.votes().inFavour()).isEqualTo(number("29"));
    assertThat(text.votes().against()).isEqualTo(number("17"));
  }

  @Test
  void aResultThatNamesItsMotionByTheSubjectIsThatMotions() {
    String minutes =
        """
        Ann Reid proposed, and Tom Orr seconded, that the branch give fifty pounds to the mill fund.
        Several people spoke, and it is a good deal of money.
        Jo Bell moved that we write to the bus company about the timetable of the hill service.
        Nobody had much to add, except examples.
        When it came to hands, the mill fund was carried by 12 votes to 3. The timetable was lost, 4 to 9.
        """;
    assertThat(with("fifty pounds", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("fifty pounds", minutes).votes().inFavour()).isEqualTo(number("12"));
    assertThat(with("bus company", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("bus company", minutes).votes().against()).isEqualTo(number("9"));
  }

  @Test
  void announcedResultsNameTheirMotionsByBareNumbers() {
    String minutes =
        TWO_MOTIONS
            + """
            3. Results. 1: 14 for, 2 against, carried. 2 was lost by 5 votes to 11.
            """;
    assertThat(with("number nine", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("number nine", minutes).votes().inFavour()).isEqualTo(number("14"));
    assertThat(with("the bins", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("the bins", minutes).votes().against()).isEqualTo(number("11"));
  }

  @Test
  void rowsOfAmendmentsAndNestedNumbersFindTheirItems() {
    String minutes =
        """
        5. Motions
        5.1 Buses (Hill ward). "That this branch calls for the number nine to run on Sundays." Moved by Ann Reid.
        5.2 Bins (Unite). "That this branch calls for the bins to be emptied weekly." Moved by Tom Orr.
        5.2.1 Amendment to 5.2 (Hill ward): at the end add "by its own staff". Moved by Jo Bell.
        6. Schedule of votes
        Item	For	Against	Abstaining	Result
        5.1	26	0	1	Carried
        5.2.1	18	5	3	Carried
        5.2 as amended	24	1	2	Carried
        """;
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("26", "0", "1"));
    assertThat(with("by its own staff", minutes).votes()).isEqualTo(votes("18", "5", "3"));
    assertThat(with("emptied weekly", minutes).votes()).isEqualTo(votes("24", "1", "2"));
    assertThat(with("emptied weekly", minutes).outcome()).isEqualTo(Outcome.CARRIED_AS_AMENDED);
  }

  @Test
  void aRowNamedAfterAnAmendmentIsNotTheMotions() {
    String minutes =
        """
        1. Motion 1: Buses
        This branch calls on the council to run the number nine on Sundays.
        Amendment by Hill ward, to add "and holidays". Put and lost.
        2. Votes counted
        Motion	For	Against	Abstained
        Motion 1, amendment (a)	6	13	2
        Motion 1	15	3	3
        """;
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("15", "3", "3"));
    assertThat(with("and holidays", minutes).votes()).isEqualTo(votes("6", "13", "2"));
  }

  @Test
  void aSecondCountBehindWhatBecameOfTheAmendmentIsTheMotions() {
    String minutes =
        """
        1. Motion: buses
        This branch calls on the council to run the number nine on Sundays.
        Amendment by Hill ward, to add "and holidays". For 6, against 13, abstentions 2. Lost.
        For 15, against 3, abstentions 3. Carried.
        """;
    assertThat(with("number nine", minutes).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("15", "3", "3"));
    assertThat(with("and holidays", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
    assertThat(with("and holidays", minutes).votes()).isEqualTo(votes("6", "13", "2"));
  }

  @Test
  void votesThatStandInColumnsAreReadFromThem() {
    String minutes =
        """
        No.	What	What happened	For	Against	Abst.
        1	Apologies	From ten people	–	–	–
        2	Motion 3 on the lido, from Hill ward	Carried after a long debate of 20 minutes	31	4	7
        3	Treasurer	Balance of £214. Noted	–	–	–
        """;
    assertThat(with("lido", minutes).votes()).isEqualTo(votes("31", "4", "7"));
  }

  @Test
  void theHourAtWhichAMeetingEndedIsNoVote() {
    assertThat(with("Ends", "9. Next meeting\nTuesday 9 November at 19:00. Ends 20:40.\n").votes())
        .isEqualTo(Votes.NOT_STATED);
  }

  @Test
  void aNumberThatIsNoQuantityNamesItsMotionWhereverItStands() {
    String minutes =
        """
        F1. Motion: night buses. Proposer Reid, seconder Orr.
        This branch asks the company to run the buses until two.
        F2. Motion: a clock. Proposer Orr, seconder Reid.
        This branch believes that the hall should have a clock.
        Procedural motion 3 (that it be taken in parts), moved by Quell. 5-18-1. Falls.
        F2: 23-0-2. Passed.
        """;
    assertThat(with("F2. Motion", minutes).votes()).isEqualTo(votes("23", "0", "2"));
    assertThat(with("taken in parts", minutes).outcome()).isEqualTo(Outcome.DEFEATED);
  }

  @Test
  void aTableBelowAMotionIsOfThatMotionAndItsAmendment() {
    String minutes =
        """
        1. Motion A: Buses
        This branch calls on the council to run the number nine on Sundays.
        Amendment A1 from Hill ward, to delete "on Sundays". Lost.
        Vote\tFor\tAgainst\tAbstain
        Amendment A1\t9\t27\t5
        Motion\t34\t2\t5
        2. Motion B: Bins
        This branch calls on the council to empty the bins weekly. Carried.
        """;
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("34", "2", "5"));
    assertThat(with("Amendment A1", minutes).votes()).isEqualTo(votes("9", "27", "5"));
  }

  @Test
  void whatFollowsAnAmendmentThatNobodySecondedIsOfTheMotion() {
    String minutes =
        """
        1. Motion: buses
        This branch calls on the council to run the number nine on Sundays.
        Amendment from Old Town to insert "belated" before "council". Not seconded. Carried 58-2-4.
        """;
    assertThat(with("number nine", minutes).votes()).isEqualTo(votes("58", "2", "4"));
    assertThat(with("Old Town", minutes).outcome()).isEqualTo(Outcome.FELL_NO_SECONDER);
  }

  @Test
  void whatACouncilVotedIsNoVoteOfTheUnitThatTellsOfIt() {
    BusinessItem item =
        Docs.segment(
                "news.html",
                """
                # News from Kestrel Hill Labour, November 2020
                ## Schools
                The County has voted, by 38 to 26, to close the school. Our group voted against, and we shall support the parents.
                ## Canvassing
                We meet on Saturdays at ten by the clock.
                """)
            .items()
            .getFirst();
    assertThat(item.votes()).isEqualTo(Votes.NOT_STATED);
  }
}
