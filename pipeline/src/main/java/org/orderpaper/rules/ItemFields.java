package org.orderpaper.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.Unit;
import org.orderpaper.model.VocabularyWord;

/**
 * The fields of an item's document. Whoever stores more of an item adds fields of other names; a
 * document that is no item must not use these names, because Lucene wants one kind of index for
 * each name.
 */
public final class ItemFields {

  /** The item's id: stored, a keyword, and a sorted doc value. */
  public static final String ITEM = "item";

  /** The marked text, with positions and offsets; not stored. */
  public static final String TEXT = "text";

  /** The id of the unit; absent where none could be told. */
  public static final String UNIT = "unit";

  /** The date of the meeting as {@code yyyy-MM-dd}; absent where it is unknown. */
  public static final String DATE = "date";

  /** The same date as days since 1970, for sorting; absent where it is unknown. */
  public static final String DAY = "day";

  /** The kind of the document, such as {@code minutes}. */
  public static final String KIND = "kind";

  /** The type of the item, such as {@code motion}. */
  public static final String TYPE = "type";

  public static final String OUTCOME = "outcome";

  /** The voice of the text outside its passages. */
  public static final String VOICE = "voice";

  public static final String SOURCE = "source";

  /** What is stated of how it was done, such as {@code challenge}; several words, or none. */
  public static final String PROCEDURE = "procedure";

  /** The word in {@link #PROCEDURE} of a motion that minutes say was voted on. */
  public static final String DECIDED = "decided";

  static final String NO_SECONDER = "no-seconder";
  static final String QUORUM = "quorum";
  static final String NOTICE = "notice";
  static final String CHALLENGE = "challenge";
  static final String RESUBMISSION = "resubmission";
  static final String LONG_TEXT = "long-text";

  /** The fields that hold words as they are, apart from the text. */
  static final Set<String> KEYWORDS =
      Set.of(ITEM, UNIT, DATE, KIND, TYPE, OUTCOME, VOICE, SOURCE, PROCEDURE);

  /** No standing orders put the limit of a motion lower, in words. */
  private static final int LONG = 100;

  private static final FieldType TEXT_TYPE = textType();

  private ItemFields() {}

  /** All that rules and analysts search of {@code item}, as one document; names are markers. */
  public static Document document(BusinessItem item) {
    Document document = new Document();
    document.add(new StringField(ITEM, item.id(), Field.Store.YES));
    document.add(new SortedDocValuesField(ITEM, new BytesRef(item.id())));
    document.add(new Field(TEXT, MarkedText.of(item), TEXT_TYPE));
    keywords(item).forEach((field, word) -> addKeyword(document, field, word));
    procedure(item).forEach(word -> addKeyword(document, PROCEDURE, word));
    if (item.meeting().date() != null) {
      document.add(new LongField(DAY, item.meeting().date().toEpochDay(), Field.Store.NO));
    }
    return document;
  }

  private static Map<String, String> keywords(BusinessItem item) {
    Meeting meeting = item.meeting();
    Map<String, String> keywords = new TreeMap<>();
    Unit unit = meeting.unit();
    if (unit != null) {
      keywords.put(UNIT, unit.id());
    }
    if (meeting.date() != null) {
      keywords.put(DATE, meeting.date().toString());
    }
    putWord(keywords, KIND, meeting.kind());
    putWord(keywords, TYPE, item.type());
    putWord(keywords, OUTCOME, item.outcome());
    putWord(keywords, VOICE, item.voice());
    keywords.put(SOURCE, item.source());
    return keywords;
  }

  private static List<String> procedure(BusinessItem item) {
    StructuralFacts facts = item.facts();
    boolean motion = item.type() == ItemType.MOTION;
    Map<String, Boolean> words = new TreeMap<>();
    words.put(DECIDED, StructuralChecks.isDecided(item));
    words.put(NO_SECONDER, motion && facts.mover() && !facts.seconder());
    words.put(QUORUM, facts.quorum() != null);
    words.put(NOTICE, facts.notice() != null);
    words.put(CHALLENGE, facts.challenge() != null);
    words.put(RESUBMISSION, facts.resubmission() != null);
    words.put(LONG_TEXT, facts.textWords() >= LONG);
    return words.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private static void putWord(Map<String, String> keywords, String field, VocabularyWord word) {
    keywords.put(field, word.word());
  }

  private static void addKeyword(Document document, String field, String word) {
    document.add(new StringField(field, word, Field.Store.NO));
    document.add(new SortedSetDocValuesField(field, new BytesRef(word)));
  }

  private static FieldType textType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
