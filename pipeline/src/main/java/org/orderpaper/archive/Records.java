package org.orderpaper.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Sha256;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.WelfareEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The documents of the index: one an item, one an entry, one a ledger row, one a completed scan.
 * Each stores its record whole, as JSON, in one field; the fields beside it are there to find it.
 */
final class Records {

  /** Which kind of record a document holds. */
  static final String RECORD = "record";

  static final String ITEM = "item-record";
  static final String ENTRY = "entry-record";
  static final String LEDGER = "ledger-record";
  static final String SCAN = "scan-record";

  /** An entry that a completed scan found across meetings; it goes with the scan's record. */
  static final String ACROSS = "across-record";

  /** The sha256 of the document that an item or entry belongs to. */
  static final String SHA = "document";

  /** The file that a ledger row belongs to. */
  static final String FILE = "file";

  /** The roots of a completed scan. */
  static final String ROOTS = "roots";

  /** The id of an entry. */
  static final String ENTRY_ID = "entry";

  private static final String PAYLOAD = "payload";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(ReviewEntry.class, EntryKind.class)
          .addMixIn(StructuralFacts.class, StatedOnly.class)
          .addModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()))
          .build();

  private Records() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.class, name = "finding"),
    @JsonSubTypes.Type(value = OverRestriction.class, name = "over-restriction"),
    @JsonSubTypes.Type(value = WelfareEntry.class, name = "welfare"),
    @JsonSubTypes.Type(value = StructuralNote.class, name = "structural-note")
  })
  private interface EntryKind {}

  /** What is not stated is not stored. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface StatedOnly {}

  /** A completed scan: what the next one of the same roots counts as known. */
  record CompletedScan(String id, List<String> fingerprints) {}

  /** A ledger row with what places it among the rows of its root, and what is said of its file. */
  record PlacedRow(
      String root,
      String path,
      String reading,
      @Nullable String ocr,
      String scan,
      int place,
      LedgerRow row,
      @Nullable List<String> held) {}

  static Document item(BusinessItem item, Document searchable) {
    searchable.add(new StringField(RECORD, ITEM, Field.Store.NO));
    searchable.add(new StringField(SHA, item.sha256(), Field.Store.NO));
    searchable.add(payload(item));
    return searchable;
  }

  static BusinessItem item(Document document) {
    return read(document, BusinessItem.class);
  }

  static Document entry(ReviewEntry entry, String sha256) {
    Document document = of(ENTRY);
    document.add(new StringField(SHA, sha256, Field.Store.NO));
    document.add(new StringField(ENTRY_ID, entry.id(), Field.Store.NO));
    document.add(payloadOf(entry));
    return document;
  }

  static ReviewEntry entry(Document document) {
    return read(document, ReviewEntry.class);
  }

  static Document ledger(FileRecord file, int place) {
    Document document = of(LEDGER);
    document.add(new StringField(FILE, bounded(file.key()), Field.Store.NO));
    document.add(
        payload(
            new PlacedRow(
                file.root(),
                file.path(),
                file.reading(),
                file.ocr(),
                file.scan(),
                place,
                file.rows().get(place),
                place > 0 || file.held().isEmpty() ? null : file.held())));
    return document;
  }

  static PlacedRow ledger(Document document) {
    return read(document, PlacedRow.class);
  }

  static Document across(String roots, ReviewEntry entry) {
    Document document = of(ACROSS);
    document.add(new StringField(ROOTS, bounded(roots), Field.Store.NO));
    document.add(new StringField(ENTRY_ID, entry.id(), Field.Store.NO));
    document.add(payloadOf(entry));
    return document;
  }

  static Document scan(String roots, CompletedScan scan) {
    Document document = of(SCAN);
    document.add(new StringField(ROOTS, bounded(roots), Field.Store.NO));
    document.add(payload(scan));
    return document;
  }

  static CompletedScan scan(Document document) {
    return read(document, CompletedScan.class);
  }

  /**
   * A term of at most the length that an index takes. File names on disk are shorter, but the path
   * of a file may not be; its beginning and its hash stand for it.
   */
  static String bounded(String value) {
    if (value.getBytes(StandardCharsets.UTF_8).length <= 8_000) {
      return value;
    }
    return value.substring(0, 1_000) + '#' + Sha256.of(value);
  }

  private static Document of(String kind) {
    Document document = new Document();
    document.add(new StringField(RECORD, kind, Field.Store.NO));
    return document;
  }

  /** Entries are of several kinds, each named in what is stored. */
  private static StoredField payloadOf(ReviewEntry entry) {
    return new StoredField(PAYLOAD, JSON.writerFor(ReviewEntry.class).writeValueAsBytes(entry));
  }

  private static StoredField payload(Object value) {
    return new StoredField(PAYLOAD, JSON.writeValueAsBytes(value));
  }

  private static <T> T read(Document document, Class<T> type) {
    BytesRef bytes = document.getBinaryValue(PAYLOAD);
    if (bytes == null) {
      throw new IllegalStateException("a " + type.getSimpleName() + " without payload");
    }
    return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, type);
  }
}
