package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;

/** Writes page numbers as people do: 1-3, 7. */
final class PageList {

  private PageList() {}

  static String of(List<Integer> ascending) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < ascending.size(); ) {
      int last = i;
      while (last + 1 < ascending.size() && ascending.get(last + 1) == ascending.get(last) + 1) {
        last++;
      }
      ranges.add(
          last == i
              ? String.valueOf(ascending.get(i))
              : ascending.get(i) + "-" + ascending.get(last));
      i = last + 1;
    }
    return String.join(", ", ranges);
  }
}
