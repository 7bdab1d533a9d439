package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;

class KindReaderSegmentTest {

  private static DocumentKind kind(String text) {
    return Docs.segment("minutes.txt", text).items().getFirst().meeting().kind();
  }

  @Test
  void aListOfWhatIsToComeIsAnAgendaWhateverTheFileIsCalled() {
    assertThat(
            kind(
                """
                Brockmoor CLP
                Thursday 17 September 2020, 7.30pm, by Zoom
                1. Apologies
                2. Minutes of 20 August, as circulated
                3. Speaker from the food bank, who will take questions
                4. Motion from Heathside: council tax support
                5. Any other business
                """))
        .isEqualTo(DocumentKind.AGENDA);
  }

  @Test
  void notesInAChattyVoiceAreMinutes() {
    assertThat(
            kind(
                """
                Felling Lane, Tuesday 8 Feb 2022
                Turnout: nine and a dog.
                We started late because Pete had the key.
                Jo wants us to write to the bus firm about the 14. Everyone happy, Jo to draft.
                Somebody brought up the selection. Lots of views, no vote was taken.
                """))
        .isEqualTo(DocumentKind.MINUTES);
  }

  @Test
  void aReportInOnePersonsWordsIsNoMinutesThoughMotionsWereCarriedElsewhere() {
    assertThat(
            kind(
                """
                My month in Parliament
                For the Brockmoor CLP meeting on 22 October 2020
                I spoke in the school meals debate and I voted for our motion, which was lost by 61.
                I know how strongly some of you feel. I have said what I think to the whips.
                My surgeries go on by telephone.
                """))
        .isEqualTo(DocumentKind.OTHER);
  }

  @Test
  void whatWasPassedOverTheYearsIsAList() {
    assertThat(
            kind(
                """
                Brockmoor CLP
                Policy record: what we have agreed, 2016-2021
                Support for the junior doctors (14 April 2016). Carried unanimously.
                Opposition to the incinerator (8 March 2018). Carried 20-3.
                """))
        .isEqualTo(DocumentKind.OTHER);
  }

  @Test
  void headedNewsForReadersIsANewsletter() {
    assertThat(
            kind(
                """
                # The Brockmoor Banner
                April 2022
                # From the top
                It was a long winter and you have all been marvellous. Come along and be thanked.
                # Council watch
                Our councillors voted against the parking charges and lost by two. Write to yours.
                # The bench
                The bench has been mended, thank you to everyone who signed and to you who sawed.
                """))
        .isEqualTo(DocumentKind.NEWSLETTER);
  }

  @Test
  void linesUnderTheirDatesArePostsEachWithItsDay() {
    var items =
        Docs.segment(
                "export.txt",
                """
                Brockmoor Labour on social media
                3 May 2021 A great canvass in Heathside this morning
                1 May 2021 Happy May Day to one and all
                28 April 2021 The whip should be restored, simple as that
                """)
            .items();
    assertThat(items)
        .extracting(item -> item.meeting().kind() + " " + item.meeting().date())
        .containsExactly("SOCIAL 2021-05-03", "SOCIAL 2021-05-01", "SOCIAL 2021-04-28");
  }

  @Test
  void aMessageThatTellsOfAMeetingIsAMessage() {
    assertThat(
            kind(
                """
                !mail
                From: R. Vane <rvane@post.example>
                Subject: the minutes
                Sent: 2021-03-02

                At the branch meeting we agreed to ask whether the motion was carried or remitted.
                It was carried according to my notes, and nobody voted against.
                """))
        .isEqualTo(DocumentKind.EMAIL);
  }

  @Test
  void anAgendaAndMinutesInOneFileAreTwoPapers() {
    var items =
        Docs.segment(
                "agm.txt",
                """
                Felling Lane Branch
                AGENDA for the Annual General Meeting, 12 May 2017
                1. Apologies
                2. Officers' reports
                3. Election of officers
                Felling Lane Branch
                MINUTES of the Annual General Meeting held on 11 May 2018
                Present: twelve
                1. Apologies were received from three.
                2. The treasurer reported that there was £40. Accepted.
                """)
            .items();
    assertThat(items)
        .extracting(item -> item.meeting().kind() + " " + item.meeting().date())
        .contains("AGENDA 2017-05-12", "MINUTES 2018-05-11");
  }

  @Test
  void aMailingToMembersWithTitlesInPlainTextIsANewsletter() {
    assertThat(
            kind(
                """
                !mail
                From: Brockmoor Labour <news@brockmoor.example>
                Subject: Your October update
                Sent: 2021-10-01

                Dear friends
                Canvassing
                We are out every Saturday at ten, meeting at the clock tower.
                Social
                The quiz raised 210 pounds, for which many thanks.
                """))
        .isEqualTo(DocumentKind.NEWSLETTER);
  }

  @Test
  void aPostInTheFirstLineIsNotLost() {
    assertThat(
            Docs.segment(
                    "x.txt",
                    """
                    14 Feb 2021
                    Love is a warm pasty on a cold stall. #doorstep
                    11 Feb 2021
                    The litter pick is on, bring gloves. #brockmoor
                    2 Feb 2021
                    So many at the vigil last night. #brockmoor
                    """)
                .items())
        .hasSize(3);
  }

  @Test
  void linesOfPlatformsAndDaysStandAbovePosts() {
    var items =
        Docs.segment(
                "nextdoor and X, nov 2023.txt",
                """
                What went out on our accounts, kept for the exec

                X, 3 Nov
                Tonight's meeting is in the Pavilion. Sorry for the short notice
                Nextdoor, 9 Nov
                We lay a wreath at the cross at 10.45. All welcome.
                X, 14 Nov
                The crossing in Fawn Lane works again
                """)
            .items();
    assertThat(items).hasSize(3);
    assertThat(items.get(1).meeting().kind()).isEqualTo(DocumentKind.SOCIAL);
    assertThat(items.get(1).meeting().date()).hasToString("2023-11-09");
    assertThat(items.get(1).meeting().dateConfidence().level()).isEqualTo(Confidence.Level.MEDIUM);
  }

  @Test
  void aMailingOfTitlesInCapitalsIsANewsletter() {
    var items =
        Docs.segment(
                "news.eml",
                """
                !mail
                From: sec@pellow.example
                Subject: January news
                Sent: 2021-01-29

                Dear all,
                THE CLINIC. The surgery has done everyone over eighty who could get up the hill.
                OUR MEETING. We were nine on the 14th, two of them the same person on two phones.
                THE LIBRARY. Books come to the gate on Wednesdays, and only crime has gone so far.
                """)
            .items();
    assertThat(items).hasSize(3);
    assertThat(items.getFirst().meeting().kind()).isEqualTo(DocumentKind.NEWSLETTER);
  }
}
