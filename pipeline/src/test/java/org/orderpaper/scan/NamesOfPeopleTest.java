package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a scan forgets: those who attended altogether, those who are named in business by name. */
class NamesOfPeopleTest {

  /**
   * On attendance lists only; each word is in no other text and in no word list as a common word.
   */
  private static final List<String> ATTENDERS =
      List.of(
          "Ozwald Quillibrand",
          "Hepzibeth Tarnowski-Vole",
          "Mrs Gathergood",
          "Olufisayo Akinbode",
          "Rhydwen ap Gwynlliw",
          "D. Skelhornby",
          "Jasvindar Mundowal",
          "Cllr Brockenhurst-Pyle",
          "Xiaoling Tseng",
          "Fitzalan McQuoid",
          "Wilhemina Abercorne",
          "Kazik Zmudzinski",
          "Perpetual Oforiwaa",
          "Ysolt Penkivil",
          "Thaddeas Umuneze",
          "Ebbe Holmqvist");

  /** Named in what was decided. */
  private static final List<String> NAMED =
      List.of("Okonjo", "Tredwell-Amis", "Zuleyma", "Pennywhistle", "Vanterpool", "Ravensdown");

  private static final String LIST =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      Present: Ozwald Quillibrand (Chair), Hepzibeth Tarnowski-Vole, Mrs Gathergood, Olufisayo Akinbode
      In attendance: Rhydwen ap Gwynlliw
      Apologies: D. Skelhornby, Jasvindar Mundowal

      1. Motion: the whip
      This meeting calls for the whip to be restored to Zuleyma Ravensdown MP without delay.
      Moved by Tredwell-Amis. Okonjo said that it was urgent. Carried, 20 for, 4 against.

      2. Motion: the library
      This meeting calls on the council to keep the library open. The motion was carried.
      """;

  private static final String LINES =
      """
      # Longmoor Branch Labour Party
      Minutes, 3 December 2020, by Zoom

      ## Present
      Cllr Brockenhurst-Pyle
      Xiaoling Tseng
      Fitzalan McQuoid

      ## Apologies
      Apologies were received from Wilhemina Abercorne and Kazik Zmudzinski.

      ## Suspension of Vanterpool
      This branch demands that the suspension of Vanterpool be lifted. Pennywhistle's amendment fell.
      The motion was carried with 12 votes for and 3 against.
      """;

  private static final String TABLE =
      """
      <html><body><h1>Harrow Wood CLP</h1><p>Minutes of 10 December 2020</p>
      <h2>Attendance</h2>
      <table><tr><th>Name</th><th>Office</th></tr>
      <tr><td>Perpetual Oforiwaa</td><td>Chair</td></tr>
      <tr><td>Ysolt Penkivil</td><td>Secretary</td></tr>
      <tr><td>Thaddeas Umuneze</td><td>Treasurer</td></tr></table>
      <p>Apologies: Ebbe Holmqvist</p>
      <h2>Motion on the ferry</h2><p>This CLP regrets the end of the ferry. Carried.</p>
      </body></html>
      """;

  @TempDir Path folder;
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void scan() throws Exception {
    Path papers = Files.createDirectory(folder.resolve("papers"));
    Files.writeString(papers.resolve("minutes.txt"), LIST);
    Files.writeString(papers.resolve("branch.md"), LINES);
    Files.writeString(papers.resolve("table.html"), TABLE);
    ScanSettings settings =
        new ScanSettings(
            List.of(papers),
            folder.resolve("reports"),
            folder.resolve("archive"),
            Path.of("../rules"),
            LocalDate.of(2021, 1, 4),
            "test");
    NightlyScan.run(settings, event -> events.add(event.toString()));
  }

  @Test
  void theBusinessOfEachPaperWasRead() throws IOException {
    String items = Files.readString(folder.resolve("reports/latest/items.jsonl"));
    assertThat(items).contains("keep the library open", "suspension of [", "end of the ferry");
  }

  @Test
  void whoAttendedIsInNoFileAndNoEvent() throws IOException {
    for (String file : files("archive", "reports")) {
      assertThat(file).doesNotContain(words(ATTENDERS));
    }
    assertThat(String.join("\n", events).toLowerCase(Locale.ROOT))
        .doesNotContain(words(ATTENDERS))
        .doesNotContain(words(NAMED));
  }

  @Test
  void whoAttendedIsNeitherStoredNorIndexed() throws IOException {
    assertThat(stored()).isNotEmpty().doesNotContain(words(ATTENDERS));
    assertThat(terms()).isNotEmpty().doesNotContain(words(ATTENDERS));
  }

  @Test
  void whoIsNamedInBusinessIsNoTermAndMaskedInReports() throws IOException {
    assertThat(terms()).contains("whip", "library").doesNotContain(words(NAMED));
    for (String file : files("reports")) {
      assertThat(file).doesNotContain(words(NAMED));
    }
  }

  /** Each word of the names by itself, but for titles, particles and initials. */
  private static String[] words(List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.of(name.split("[ -]")))
        .filter(word -> word.length() > 4 || word.equals("Vole") || word.equals("Ebbe"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  /** The content of every file in small letters, one character a byte and as UTF-8. */
  private List<String> files(String... roots) throws IOException {
    List<String> contents = new ArrayList<>();
    for (String root : roots) {
      try (Stream<Path> walk = Files.walk(folder.resolve(root))) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          contents.add(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
          contents.add(new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
      }
    }
    assertThat(contents).isNotEmpty();
    return contents;
  }

  /** Every stored field of every document; the index keeps them compressed. */
  private String stored() throws IOException {
    StringBuilder stored = new StringBuilder();
    try (DirectoryReader index = open()) {
      for (int i = 0; i < index.maxDoc(); i++) {
        for (IndexableField field : index.storedFields().document(i)) {
          stored.append(field.name()).append('=').append(value(field)).append('\n');
        }
      }
    }
    return stored.toString().toLowerCase(Locale.ROOT);
  }

  private static String value(IndexableField field) {
    return field.binaryValue() == null
        ? String.valueOf(field.stringValue())
        : new String(
            field.binaryValue().bytes,
            field.binaryValue().offset,
            field.binaryValue().length,
            StandardCharsets.UTF_8);
  }

  /** Every term of every field, those of facets included. */
  private String terms() throws IOException {
    StringBuilder terms = new StringBuilder();
    try (DirectoryReader index = open()) {
      for (LeafReaderContext leaf : index.leaves()) {
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          append(leaf.reader(), field, terms);
        }
      }
    }
    return terms.toString().toLowerCase(Locale.ROOT);
  }

  private static void append(LeafReader leaf, FieldInfo field, StringBuilder terms)
      throws IOException {
    Terms indexed = leaf.terms(field.name);
    if (indexed != null) {
      append(indexed.iterator(), terms);
    }
    switch (field.getDocValuesType()) {
      case SORTED -> append(DocValues.getSorted(leaf, field.name).termsEnum(), terms);
      case SORTED_SET -> {
        SortedSetDocValues values = DocValues.getSortedSet(leaf, field.name);
        append(values.termsEnum(), terms);
      }
      case BINARY, NUMERIC, SORTED_NUMERIC, NONE -> {}
    }
  }

  private static void append(TermsEnum each, StringBuilder terms) throws IOException {
    while (each.next() != null) {
      terms.append(each.term().utf8ToString()).append('\n');
    }
  }

  private DirectoryReader open() throws IOException {
    return DirectoryReader.open(FSDirectory.open(folder.resolve("archive/index")));
  }
}
