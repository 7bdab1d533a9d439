package org.orderpaper.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleFault;

/** Rule books for tests: that of the test resources, with files changed or added. */
final class RuleBooks {

  static final Path FOLDER = Path.of("src", "test", "resources", "rules");

  private final Map<String, byte[]> files = new TreeMap<>();

  private RuleBooks() {}

  /** The rule book of the test resources. */
  static RuleBook standard() {
    return changed().load();
  }

  static RuleBooks changed() {
    RuleBooks books = new RuleBooks();
    try (Stream<Path> walk = Files.walk(FOLDER)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        books.files.put(
            FOLDER.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return books;
  }

  static RuleBooks empty() {
    return new RuleBooks();
  }

  RuleBooks with(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds an active rule whose condition is {@code when}, in YAML's flow style. */
  RuleBooks rule(String id, String when, String... more) {
    String topic = id.substring(0, id.indexOf('/'));
    return with(
        id + ".yaml",
        """
        id: %s
        title: A rule
        topic: %s
        status: active
        why: Because.
        reviewer: Look.
        when: %s
        %s
        """
            .formatted(id, topic, when, String.join("\n", more)));
  }

  RuleBooks without(String path) {
    files.remove(path);
    return this;
  }

  RuleBook load() {
    List<YamlFile> yaml = new ArrayList<>();
    files.forEach((path, bytes) -> yaml.add(new YamlFile(path, bytes)));
    return new RuleBookReader(yaml).read("hash");
  }

  /** The faults of loading, as they are printed. */
  List<String> faults() {
    return load().card().faults().stream().map(RuleFault::toString).toList();
  }

  /** What {@code book} finds in an index of {@code items}, several segments of it. */
  static List<ReviewEntry> run(RuleBook book, BusinessItem... items) {
    Map<String, BusinessItem> byId = new HashMap<>();
    for (BusinessItem item : items) {
      byId.put(item.id(), item);
    }
    try (ByteBuffersDirectory directory = index(book, List.of(items), 3);
        IndexReader reader = DirectoryReader.open(directory)) {
      return book.run(reader, id -> Objects.requireNonNull(byId.get(id)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An index of {@code items} with a segment for every {@code segment} of them. */
  static ByteBuffersDirectory index(RuleBook book, List<BusinessItem> items, int segment)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(book.analyzer()))) {
      for (int i = 0; i < items.size(); i++) {
        writer.addDocument(ItemFields.document(items.get(i)));
        if (i % segment == segment - 1) {
          writer.flush();
        }
      }
    }
    return directory;
  }

  static List<Finding> findings(RuleBook book, BusinessItem... items) {
    return run(book, items).stream()
        .filter(Finding.class::isInstance)
        .map(Finding.class::cast)
        .toList();
  }

  /** A finding on one line: topic, severity, status, queue. */
  static String line(Finding finding) {
    return finding.topic()
        + " "
        + finding.severity()
        + " "
        + (finding.temporal() == null ? "-" : finding.temporal().word())
        + " "
        + finding.queue().word();
  }

  static List<String> lines(RuleBook book, BusinessItem... items) {
    return findings(book, items).stream().map(RuleBooks::line).toList();
  }
}
