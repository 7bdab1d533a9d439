package org.orderpaper.rules;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/**
 * Prints how fast generated rules run over generated items. Not a test: figures depend on the
 * machine. {@code java ... org.orderpaper.rules.RuleSpeed 1000 5000}
 */
final class RuleSpeed {

  private static final PrintStream OUT = System.out;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int VOCABULARY = 6000;
  private static final int FAMILIES = 150;
  private static final int WORDS_AN_ITEM = 150;

  private RuleSpeed() {}

  public static void main(String[] arguments) throws IOException {
    int rules = Integer.parseInt(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    Random random = new Random(7);
    double began = seconds();
    RuleBook book = book(random, rules);
    OUT.printf(
        "loading %d rules: %.2f CPU-s, faults %s%n",
        rules, seconds() - began, book.card().faults());
    List<BusinessItem> items = new ArrayList<>();
    Map<String, BusinessItem> byId = new HashMap<>();
    for (int i = 0; i < count; i++) {
      BusinessItem item = Items.item(text(random)).id("i" + i).build();
      items.add(item);
      byId.put(item.id(), item);
    }
    began = seconds();
    try (var directory = RuleBooks.index(book, items, 2000);
        var reader = DirectoryReader.open(directory)) {
      OUT.printf("indexing %d items: %.2f CPU-s%n", count, seconds() - began);
      for (int round = 1; round <= 3; round++) {
        began = seconds();
        List<ReviewEntry> entries =
            book.run(reader, id -> Objects.requireNonNull(byId.get(id), id));
        OUT.printf("round %d: %d entries, %.2f CPU-s%n", round, entries.size(), seconds() - began);
      }
    }
  }

  private static double seconds() {
    return CPU.getCurrentThreadCpuTime() / 1e9;
  }

  /** Common words are common: the square of an even number in 0..1. */
  private static String word(Random random) {
    double even = random.nextDouble();
    return spelt((int) (even * even * even * VOCABULARY));
  }

  private static String spelt(int number) {
    StringBuilder word = new StringBuilder("w");
    for (int rest = number + 27; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS_AN_ITEM; i++) {
      text.append(word(random)).append(i % 18 == 17 ? ". " : " ");
      if (i % 50 == 25) {
        text.append("Mr Tolworth ");
      }
    }
    return text.toString();
  }

  private static RuleBook book(Random random, int rules) {
    RuleBooks books = RuleBooks.changed();
    for (int i = 0; i < FAMILIES; i++) {
      List<String> words = new ArrayList<>();
      for (int j = 0; j < 25; j++) {
        String phrase = spelt(random.nextInt(VOCABULARY));
        words.add(j % 5 == 0 ? phrase + " " + word(random) : j % 5 == 1 ? phrase + "*" : phrase);
      }
      books.with("families/f" + i + ".yaml", "words: ['" + String.join("', '", words) + "']\n");
    }
    for (int i = 0; i < rules; i++) {
      String when =
          "{same: sentence, all: [{near: {gaps: 15, of: [{any: [%s, %s]}, $subject]}}, {any: [%s, %s]}]}"
              .formatted(family(random), family(random), family(random), "'" + word(random) + "'");
      books.rule(
          (i % 2 == 0 ? "whip" : "individual-case") + "/r" + i,
          when,
          "unless: " + family(random),
          "reasons: {for: [" + family(random) + "], against: [$negation]}");
    }
    return books.load();
  }

  private static String family(Random random) {
    return "$f" + random.nextInt(FAMILIES);
  }
}
