package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.Meeting;

class DateReaderSegmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thursday 19th November 2020       | 2020-11-19
          Thurs. 19 Nov 20                  | 2020-11-19
          19/11/20                          | 2020-11-19
          19.11.2020                        | 2020-11-19
          2020-11-19                        | 2020-11-19
          November 19th, 2020               | 2020-11-19
          the 19th day of November 2020     | -
          7.30 p.m. on 13 July 2017         | 2017-07-13
          amm-8sep2017                      | 2017-09-08
          Mon 7 Dec '20                     | 2020-12-07
          14 Ionawr 2021                    | 2021-01-14
          20201119                          | 2020-11-19
          nos Iau 14 Ionawr 2021            | 2021-01-14
          the third of June 2021            | 2021-06-03
          twenty-first May two thousand and nineteen | 2019-05-21
          Monday evening, 7 June 2021       | 2021-06-07
          No. 9 - May 2021                  | -
          a second march                    | -
          carried 23-4-2                    | -
          31 February 2020                  | -
          """)
  void datesAreReadAsBritishPapersWriteThem(String words, String date) {
    var found = DateReader.find(Tokens.of(words));
    assertThat(found.isEmpty() ? "-" : String.valueOf(found.getFirst().date())).isEqualTo(date);
  }

  @Test
  void theNextMeetingTheInstructionAndTheLastMinutesGiveNoDate() {
    Meeting meeting =
        Docs.segment(
                """
                Longmoor CLP
                Next meeting 14 January 2021
                Minutes of the meeting held on 10 December 2020
                Present: Jane Okafor
                1. Minutes of the meeting held on 12 November 2020
                Agreed.
                2. Correspondence
                The email of 26 November 2020 was noted.
                """)
            .items()
            .getFirst()
            .meeting();
    assertThat(meeting.date()).hasToString("2020-12-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amm-8sep2017.docx", "minutes/2017-09-08 minutes.pdf", "ec_08.09.17.doc"})
  void theFileNameIsTheLastResort(String source) {
    Meeting meeting =
        Docs.segment(source, "Longmoor CLP minutes\nPresent: Jane Okafor\n1. Buses\nDiscussed.\n")
            .items()
            .getFirst()
            .meeting();
    assertThat(meeting.date()).hasToString("2017-09-08");
    assertThat(String.valueOf(meeting.dateSource())).isEqualTo("FILE_NAME");
  }
}
