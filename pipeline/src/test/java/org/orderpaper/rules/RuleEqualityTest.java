package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/** The night's batch, the archive and one item by itself give the same entries: promise 6. */
class RuleEqualityTest {

  private static final int ITEMS = 80;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void batchArchiveAndOneItemAgree(long seed) throws IOException {
    Random random = new Random(seed);
    RuleBook book = RandomRules.book(random, 40);
    assertThat(book.card().faults()).isEmpty();
    List<BusinessItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(RandomRules.item(random, "item-" + i));
    }
    List<ReviewEntry> batch = RuleBooks.run(book, items.toArray(BusinessItem[]::new));
    assertThat(batch).isNotEmpty();
    assertThat(archive(book, items, random)).isEqualTo(batch);
    List<ReviewEntry> one = new ArrayList<>();
    for (BusinessItem item : items) {
      one.addAll(book.explain(item, null).entries());
    }
    one.sort(Comparator.comparing(ReviewEntry::item));
    assertThat(one).isEqualTo(batch);
  }

  /** The same items in another order, over many segments, between others and deleted ones. */
  private static List<ReviewEntry> archive(RuleBook book, List<BusinessItem> items, Random random)
      throws IOException {
    List<BusinessItem> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    Map<String, BusinessItem> byId = new HashMap<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(book.analyzer()))) {
      for (BusinessItem item : shuffled) {
        byId.put(item.id(), item);
        writer.addDocument(ItemFields.document(RandomRules.item(random, "gone-" + item.id())));
        writer.addDocument(ItemFields.document(item));
        if (random.nextInt(10) == 0) {
          writer.flush();
        }
      }
      for (BusinessItem item : shuffled) {
        writer.deleteDocuments(new Term(ItemFields.ITEM, "gone-" + item.id()));
      }
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return book.run(reader, id -> Objects.requireNonNull(byId.get(id), id));
      }
    }
  }
}
