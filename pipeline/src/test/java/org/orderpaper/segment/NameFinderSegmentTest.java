package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.MaskedText;

class NameFinderSegmentTest {

  private static String masked(String text) {
    return MaskedText.of(Docs.SEGMENTER.caseItem(text)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Members thanked Jane Bradford for the talk.           | Members thanked [person 1] for the talk.
          Cllr Lund spoke.                                      | Cllr [person 1] spoke.
          Comrade Adeyemi was suspended.                        | Comrade [person 1] was suspended.
          We call for Derek Tolworth MP to be reinstated.       | We call for [MP 1] MP to be reinstated.
          our MP Tessa Quarmby said so                          | our MP [MP 1] said so
          The chair, Jane Okafor, said no.                      | The chair, [officer 1], said no.
          Moved by Jane Okafor (Treasurer)                      | Moved by [officer 1] (Treasurer)
          Peter Green asked; Green's point was noted.           | [person 1] asked; [person 2]'s point was noted.
          Moved: F. Adeyemi Seconded: M. Ashby                  | Moved: [person 1] Seconded: [person 2]
          the expulsion of Kwadwo Asantewaa was wrong           | the expulsion of [person 1] was wrong
          Write to ann@example.org or ring 07700 900123.        | Write to [e-mail 1] or ring [phone 1].
          """)
  void namesAreMaskedByKind(String text, String expected) {
    assertThat(masked(text)).isEqualTo(expected.replace("[e-mail 1]", "[email 1]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Equality and Human Rights Commission reported on the Labour Party.",
        "The meeting was in the Labour Hall on Evans Road, Westgate.",
        "Motion on Free School Meals and the Green New Deal",
        "This branch notes the Public Sector Pay Review.",
        "Unite and the Palestine Solidarity Campaign wrote in May.",
        "The General Secretary and the Leader of the Opposition agreed.",
        "Save Our Library Campaign met on Monday.",
      })
  void organisationsPlacesAndTitlesStayReadable(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void attendanceNamesAppearInNoItem() {
    String paper = Docs.read(Path.of("src", "test", "resources", "segment", "15-bold-only.txt"));
    for (BusinessItem item : Docs.segment(paper).items()) {
      assertThat(item.text()).doesNotContain("Akande").doesNotContain("Hollis");
    }
  }

  @Test
  void namesInTheHeadingPathAreMaskedInPlace() {
    var items =
        Docs.segment(
                """
                # Minutes of Longmoor CLP, 3 May 2021
                ## Minutes of the last meeting
                They were agreed and signed.
                ## Motions by Jane Okafor
                ### Buses
                This CLP notes the cuts.
                The motion was carried.
                ### Trams
                This CLP notes the plans.
                The motion was lost.
                """)
            .items();
    assertThat(items.getLast().headingPath()).contains("Motions by [name]");
  }
}
