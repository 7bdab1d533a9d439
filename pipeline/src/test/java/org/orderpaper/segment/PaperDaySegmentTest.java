package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.Meeting;

class PaperDaySegmentTest {

  private static Meeting meeting(String source, String text) {
    return Docs.segment(source, text).items().getFirst().meeting();
  }

  @Test
  void theFirstSentenceOfProseSaysWhenTheBranchMet() {
    Meeting meeting =
        meeting(
            "notes.txt",
            """
            Felling Lane Labour gathered behind the chapel on Monday 4th March 2019, with soup.
            Sorry from Win, who had the grandchildren.
            It was agreed to paint the railings, all in favour.
            """);
    assertThat(meeting.date()).hasToString("2019-03-04");
    assertThat(meeting.dateSource()).isEqualTo(DateSource.BODY);
  }

  @Test
  void aNoticeIsOfTheNextMeetingThatItCalls() {
    Meeting meeting =
        meeting(
            "call.txt",
            """
            Brockmoor CLP
            Notice of meeting
            The next meeting will be held on Tuesday 8 June 2021 in the Friary. The last was on 11 May 2021.
            Agenda
            1. Apologies
            2. Minutes of 11 May 2021
            3. Date of next meeting: 6 July 2021
            """);
    assertThat(meeting.date()).hasToString("2021-06-08");
  }

  @Test
  void aDayWithoutAYearTakesThatOfItsWeekday() {
    Meeting meeting =
        meeting(
            "2021/brockmoor.txt",
            """
            Brockmoor CLP, Tuesday 8 December
            Present: eleven. Papers for 2021 are in the box.
            1. Minutes. Agreed.
            2. Gritting. It was agreed to write to the county.
            Typed on 9 December 2020
            """);
    assertThat(meeting.date()).hasToString("2020-12-08");
  }

  @Test
  void aDayWithoutAYearLiesBetweenTheMeetingsBeforeAndAfterIt() {
    Meeting meeting =
        meeting(
            "notes.txt",
            """
            ~Brockmoor Labour. Last met 3 December 2020. Meeting again 4 March 2021
            Notes of our evening on the 14th of January
            Present: eleven.
            1. Gritting. It was agreed to write to the county.
            """);
    assertThat(meeting.date()).hasToString("2021-01-14");
  }

  @Test
  void theFolderGivesTheYearOfANameThatHasNone() {
    Meeting meeting =
        meeting(
            "papers/2019/May 9 notes.txt",
            "Brockmoor CLP\nMinutes\nPresent: eleven\n1. Gritting\nIt was agreed to write.\n");
    assertThat(meeting.date()).hasToString("2019-05-09");
    assertThat(meeting.dateSource()).isEqualTo(DateSource.FILE_NAME);
  }

  @Test
  void whenThePaperWasTypedIsNotWhenTheMeetingWas() {
    Meeting meeting =
        meeting(
            "m.txt",
            """
            ~typed up 5/3/20
            Brockmoor CLP
            Minutes of the meeting of 3/3/20
            1. Gritting. It was agreed to write to the county.
            """);
    assertThat(meeting.date()).hasToString("2020-03-03");
  }

  @Test
  void aConflictWithTheNameOfTheFileIsNotedAndTheHeadingCounts() {
    Meeting meeting =
        meeting(
            "minutes 2020-03-10.txt",
            "Brockmoor CLP\nMinutes of 3 March 2020\n1. Gritting\nIt was agreed to write.\n");
    assertThat(meeting.date()).hasToString("2020-03-03");
    assertThat(meeting.because()).contains("the file name gives another date");
    assertThat(meeting.dateConfidence().reason()).isEqualTo("dates conflict; the heading counts");
  }

  @Test
  void aNewsletterIsOfTheMonthOfItsIssue() {
    Meeting meeting =
        meeting(
            "n.txt",
            """
            ~Brockmoor Banner - newsletter of Brockmoor CLP - No. 9 - May 2021
            # From the chair
            What a spring it has been for all of you, and thank you for every leaflet.
            # Dates
            Social on 12 June 2021, bring a plate.
            """);
    assertThat(meeting.date()).hasToString("2021-05-01");
  }

  @Test
  void aPaperThatStatesNoDayHasNone() {
    Meeting meeting =
        meeting(
            "notes.txt",
            """
            Felling Lane Branch, notes for whoever missed it
            Sorry from Win. Last notes were fine.
            A letter of 5 November 2020 from head office was read out and noted.
            It was agreed to paint the railings, all in favour.
            """);
    assertThat(meeting.date()).isNull();
  }

  @Test
  void aWeekdayAndADayAreOfTheMonthInTheNameOfTheFile() {
    Meeting meeting =
        meeting(
            "minutes/april-2019.md",
            """
            # What we did in April
            Pellow Branch, Thursday the 11th, in the kitchen. Fourteen of us.
            Last time. Agreed.
            The bins. It was agreed to write to the council, all in favour.
            """);
    assertThat(meeting.date()).hasToString("2019-04-11");
    assertThat(meeting.dateSource()).isEqualTo(DateSource.BODY);
  }

  @Test
  void aWeekdayThatDoesNotFallOnTheDayGivesNone() {
    Meeting meeting =
        meeting(
            "minutes/april-2019.md",
            """
            # What we did in April
            Pellow Branch, Friday the 11th, in the kitchen. Fourteen of us.
            Last time. Agreed.
            The bins. It was agreed to write to the council, all in favour.
            """);
    assertThat(meeting.date()).isNull();
  }

  @Test
  void theDayOfALetterIsNotThatOfTheMeetingThatItCalls() {
    Meeting meeting =
        meeting(
            "letter.txt",
            """
            Brockmoor Constituency Labour Party
            4 October 2021
            Dear delegate,
            I am calling a meeting of the General Committee for Thursday 14 October, 7.30 pm, in the hall.
            (a) Apologies for absence
            (b) Minutes of July
            (c) Report from Conference
            (d) Any other business
            """);
    assertThat(meeting.date()).hasToString("2021-10-14");
  }

  @Test
  void theMinutesOfTheLastMeetingBeginNoOtherPaper() {
    var items =
        Docs.segment(
                "July minutes.txt",
                """
                # BROCKMOOR LABOUR PARTY
                ## ALL MEMBER MEETING, 11 July 2019, Working Men's Club
                Sixty-three members attended. Tony chaired.
                **Welcome and apologies
                Tony read out seven apologies.
                **Minutes of 13 June
                Proposed, seconded and agreed.
                **Bins
                It was agreed to write to the council.
                """)
            .items();
    assertThat(items)
        .allSatisfy(item -> assertThat(item.meeting().date()).hasToString("2019-07-11"));
  }

  @Test
  void aWeekdayAloneInTheSubjectOfAMessageIsOneToCome() {
    var items =
        Docs.segment(
                "catsby-lane/sent/thurs.eml",
                """
                !mail
                From: secretary@catsbylane.example
                Subject: thurs + other stuff
                Sent: 2022-03-21

                1. doors thurs 6pm meet at the chippy, agreed at the last meeting
                2. the candidate was agreed at the February meeting
                3. £20 for tea, as agreed
                """)
            .items();
    assertThat(items.getFirst().meeting().date()).isEqualTo(LocalDate.of(2022, 3, 21));
  }
}
