package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;

/** Books of resolutions: each decision is of the day that stands with it. */
class RegisterSegmentTest {

  private static final String HEAD =
      "Kestrel Hill CLP\nRegister of resolutions, 2018 to 2021\nMade up on 31 December 2021\n";

  private static List<LocalDate> days(String text) {
    return Docs.segment(text).items().stream()
        .map(BusinessItem::meeting)
        .map(meeting -> Objects.requireNonNull(meeting.date(), "without a day"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        8 March 2018. That the canal be dredged. Carried, 18-2-1.
        12 July 2018. That the library open on Sundays. Carried nem con.
        11 April 2019. That the branch join the food bank. Lost, 9-12.
        14 January 2021. That buses run on Sundays. Carried.
        """,
        """
        # 2018
        **8 March.** That the canal be dredged. Carried, 18-2-1.
        **12 July.** That the library open on Sundays. Carried nem con.
        # 2019
        **11 April.** That the branch join the food bank. Lost, 9-12.
        # 2021
        **14 January.** That buses run on Sundays. Carried.
        """,
        """
        Meeting\tMotion\tResult
        8 Mar 2018\tTo have the canal dredged\tAgreed, 18 to 2
        12 Jul 2018\tTo open the library on Sundays\tAgreed
        11 Apr 2019\tTo join the food bank\tLost, 9 to 12
        14 Jan 2021\tTo run buses on Sundays\tAgreed
        """,
        """
        R1. The canal (8 March 2018). This CLP calls for the canal to be dredged. Carried.
        R2. The library (12 July 2018). This CLP wants the library open on Sundays. Carried.
        R3. Food bank (11 April 2019). This CLP joins the food bank. Lost.
        R4. Buses (14 January 2021). This CLP calls for buses on Sundays. Carried.
        """,
        """
        # 8 March 2018
        This CLP calls for the canal to be dredged. Carried.
        # 12 July 2018
        This CLP wants the library open on Sundays. Carried.
        # 11 April 2019
        This CLP joins the food bank. Lost.
        # 14 January 2021
        This CLP calls for buses on Sundays. Carried.
        """,
      })
  void eachDecisionHasItsOwnDay(String entries) {
    assertThat(days(HEAD + entries))
        .contains(
            LocalDate.of(2018, 3, 8),
            LocalDate.of(2018, 7, 12),
            LocalDate.of(2019, 4, 11),
            LocalDate.of(2021, 1, 14))
        .doesNotContain(LocalDate.of(2021, 12, 31));
  }

  @Test
  void theUnitIsThatOfTheHead() {
    String entries =
        """
        8 March 2018. That the canal be dredged. Carried, 18-2-1.
        12 July 2018. That the library open on Sundays. Carried nem con.
        11 April 2019. That the branch join the food bank. Lost, 9-12.
        14 January 2021. That buses run on Sundays. Carried.
        """;
    assertThat(Docs.segment(HEAD + entries).items())
        .allSatisfy(item ->
            assertThat(Objects.requireNonNull(item.meeting().unit()).name())
                .isEqualTo("Kestrel Hill CLP"));
  }

  @Test
  void datesForTheDiaryMakeNoRegisterOfMinutes() {
    String minutes =
        """
        Kestrel Hill Branch
        Minutes of the meeting held on 14 October 2021
        1. Apologies
        Three were received.
        2. Buses
        This branch calls on the council to run the number nine on Sundays. Carried 12-3.
        3. Treasurer
        The balance is £412.10.
        4. Secretary
        The printer is mended.
        5. Bins
        They are late, and the council has been told.
        6. Dates for the diary
        4 November 2021 canvass
        9 December 2021 social
        13 January 2022 meeting
        10 March 2022 meeting
        """;
    assertThat(days(minutes)).containsOnly(LocalDate.of(2021, 10, 14));
  }

  @Test
  void whoCameIsLeftOutOfABookOfShortMinutes() {
    String book =
        """
        Kestrel Hill Branch
        8 March 2018
        Present: Una Quill, Tom Varrow, Ann Teasel
        That the canal be dredged. Carried, 18-2-1.
        12 July 2018
        Present: Una Quill, Tom Varrow, Ann Teasel
        That the library open on Sundays. Carried nem con.
        11 April 2019
        Present: Una Quill, Tom Varrow, Ann Teasel
        That the branch join the food bank. Lost, 9-12.
        14 January 2021
        Present: Una Quill, Tom Varrow, Ann Teasel
        That buses run on Sundays. Carried.
        """;
    assertThat(Docs.segment(book).items())
        .noneMatch(item -> item.text().contains("Varrow"))
        .anyMatch(item -> item.text().contains("canal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9.01", "0000", "1.2.3", "31 February 2020", "2,018", "\u0662\u0660\u0661\u0668"})
  void aNumberAloneThatIsNoYearIsAnyLine(String line) {
    assertThat(Docs.segment(HEAD + line + "\nThat the canal be dredged. Carried.\n").items())
        .isNotEmpty();
  }
}
