package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;

/** Rules and items from a seed. */
final class RandomRules {

  private static final List<String> WORDS =
      List.of(
          "suspend",
          "suspension",
          "reinstated",
          "whip",
          "restore",
          "branch",
          "calls",
          "for",
          "motion",
          "bus",
          "tram",
          "the",
          "a",
          "report",
          "reject",
          "no-confidence",
          "guidance",
          "moved",
          "seconded",
          "condemn",
          "condemnation",
          "support",
          "LAW",
          "solidarity",
          "to",
          "Mr Tolworth",
          "Ada Tolworth MP",
          "our chair",
          "anti-semitism",
          "re-affiliate",
          "fund");

  private static final List<String> FAMILIES =
      List.of(
          "$measure", "$relief", "$subject", "$mp", "$protest", "$solidarity", "$organisations");

  private static final List<String> PHRASES =
      List.of(
          "bus",
          "tram",
          "'condemn*'",
          "'calls for'",
          "'report'",
          "'no confidence'",
          "whip",
          "'antisemitism'",
          "'reaffiliate to'",
          "'support* the'",
          "{query: 'bus AND type:motion'}",
          "{query: 'fn:maxgaps(2 fn:ordered(the bus))'}");

  private RandomRules() {}

  static RuleBook book(Random random, int rules) {
    RuleBooks books = RuleBooks.changed();
    for (int i = 0; i < rules; i++) {
      String topic = random.nextBoolean() ? "whip" : "individual-case";
      String unless = random.nextInt(3) == 0 ? "unless: " + leaf(random) : "";
      String reasons = "reasons: {for: [" + leaf(random) + "], against: [" + leaf(random) + "]}";
      books.rule(topic + "/random-" + i, condition(random, 3), unless, reasons);
    }
    return books.load();
  }

  private static String condition(Random random, int depth) {
    if (depth == 0) {
      return leaf(random);
    }
    String one = condition(random, depth - 1);
    String other = condition(random, depth - 1);
    String both = "[" + one + ", " + other + "]";
    String same = one(random, List.of("", ", same: sentence", ", same: paragraph"));
    return switch (random.nextInt(6)) {
      case 0 -> "{any: " + both + "}";
      case 1, 2 -> "{all: " + both + same + "}";
      case 3 -> "{near: {gaps: " + random.nextInt(8) + ", of: " + both + "}" + same + "}";
      case 4 -> "{ordered: {gaps: " + random.nextInt(8) + ", of: " + both + "}" + same + "}";
      default -> leaf(random);
    };
  }

  private static String leaf(Random random) {
    return random.nextBoolean() ? one(random, FAMILIES) : one(random, PHRASES);
  }

  static BusinessItem item(Random random, String id) {
    return Items.item(text(random, 60))
        .id(id)
        .on("20" + (17 + random.nextInt(6)) + "-1" + random.nextInt(3) + "-1" + random.nextInt(10))
        .type(one(random, List.of(ItemType.values())))
        .outcome(one(random, List.of(Outcome.values())))
        .build();
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      String word = one(random, WORDS);
      int end = random.nextInt(20);
      text.add(word + (end == 0 ? "\n" : end < 3 ? "." : ""));
    }
    return String.join(" ", text);
  }
}
