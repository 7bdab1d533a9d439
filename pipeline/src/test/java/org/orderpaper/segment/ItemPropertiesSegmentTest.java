package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;

/** What must hold of the items of any minutes, whatever stands around them. */
class ItemPropertiesSegmentTest {

  private static final List<String> ITEMS =
      List.of(
          "Buses\n"
              + "This branch notes the cuts to route 9 and resolves to write to the council."
              + " Carried 14-3-2.",
          "Library hours\n"
              + "Moved by Hill ward: that the library open on Sundays. Defeated by 9 votes to 12.",
          "Treasurer\nThe balance stood at £412.10 and the report was noted.",
          "Allotments\nMotion on allotments fell for want of a seconder.",
          "School crossing\n"
              + "This branch calls for a crossing at Mill Lane. Remitted to the executive.",
          "Food bank\nSeventy parcels had been packed and more tins are wanted.",
          "Housing\n"
              + "This branch believes that homes should be warm and resolves to say so. Carried"
              + " unanimously.",
          "Hustings\nThe motion on hustings was withdrawn.");

  private static String minutes(List<String> items) {
    StringBuilder text =
        new StringBuilder("Kestrel Hill Branch\nMinutes of the meeting held on 4 March 2019\n");
    for (int i = 0; i < items.size(); i++) {
      text.append(i + 1).append(". ").append(items.get(i)).append('\n');
    }
    return text.toString();
  }

  private static Map<String, String> readings(String minutes) {
    Map<String, String> readings = new TreeMap<>();
    for (BusinessItem item : Docs.segment(minutes).items()) {
      String title = item.text().lines().findFirst().orElse("").replaceAll("^\\d+\\. ", "");
      readings.put(title, item.type() + " " + item.outcome() + " " + item.votes());
    }
    return readings;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theOrderOfUnrelatedItemsChangesNothing(int seed) {
    List<String> shuffled = new ArrayList<>(ITEMS);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(readings(minutes(shuffled))).isEqualTo(readings(minutes(ITEMS)));
  }
}
