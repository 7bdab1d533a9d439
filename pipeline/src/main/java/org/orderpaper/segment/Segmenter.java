package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ItemConfidence;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.SegmentSettings;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Sha256;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;

/**
 * The door of the stage: cuts documents into business items. Thread-safe; the language models are
 * loaded when first needed.
 */
public final class Segmenter {

  private static final String VERSION = "11";
  private static final String NO_HASH = "";

  /**
   * The most items of a document, because the report takes all items of a paper at once. Exports of
   * social accounts come near it; minutes have a thousandth of it.
   */
  private static final int MOST_ITEMS = 30_000;

  /** The models are read with the first document: most commands cut none. */
  private static final class Models {
    static final Learned SHIPPED = Learned.shipped();
  }

  private final SegmentSettings settings;
  private final CueBook cues;
  private final UnitReader units;
  private final NameFinder names;
  private final Papers papers;
  private final Legibility legibility;

  /** Compiles the cues. */
  public Segmenter(SegmentSettings settings) {
    this.settings = settings;
    this.cues = new CueBook(settings.cues());
    this.units = new UnitReader(settings.units());
    this.names = new NameFinder(settings.gazetteer());
    this.legibility = new Legibility(names.words());
    this.papers = new Papers(cues, units);
  }

  /** Changes whenever the same document would be read differently; bumped by hand. */
  public static String version() {
    return VERSION;
  }

  /**
   * Cuts one document.
   *
   * @param source the path as in the ledger, attachments as {@code outer.eml!/in.docx}; gives the
   *     date of a file name and, as a last resort, the unit
   * @param sha256 of the document's bytes
   * @param state how well the document was read
   */
  public SegmentedDocument segment(
      String source, String sha256, LedgerState state, ExtractedDocument asExtracted) {
    Cut cut = cut(asExtracted, source, sha256, Models.SHIPPED);
    NameFinder.Known known = names.know(cut.lines(), unitNames(cut.papers()));
    Maker maker = new Maker(source, sha256, state, cut.document(), known);
    cut.papers().forEach(maker::add);
    return maker.document();
  }

  /** The papers of a document, as the items of each are read. */
  List<Paper> papers(ExtractedDocument extracted, String source, String sha256, Learned learned) {
    return cut(extracted, source, sha256, learned).papers();
  }

  /** The papers of a document before what was learned of boundaries cuts them further. */
  List<Paper> uncut(ExtractedDocument extracted, String source, String sha256) {
    return byCues(extracted, source, sha256).papers();
  }

  /** A document in blocks, one a line, and the papers in it. */
  private record Cut(ExtractedDocument document, List<Line> lines, List<Paper> papers) {}

  private Cut cut(ExtractedDocument extracted, String source, String sha256, Learned learned) {
    Cut byCues = byCues(extracted, source, sha256);
    Boundaries.Parted parted = Boundaries.part(byCues.papers(), byCues.document(), learned);
    if (parted == null) {
      return byCues;
    }
    List<Line> lines = new ArrayList<>(lines(parted.document()));
    parted.begins().forEach(block -> lines.set(block, lines.get(block).beginning()));
    return new Cut(parted.document(), lines, papers(lines, parted.document(), source, sha256));
  }

  private Cut byCues(ExtractedDocument asExtracted, String source, String sha256) {
    ExtractedDocument extracted = LongBlocks.cut(asExtracted);
    List<Line> whole = lines(extracted);
    ExtractedDocument document = Parting.of(extracted, whole, cues);
    boolean same = document.blocks().size() == extracted.blocks().size();
    List<Line> lines = same ? whole : lines(document);
    return new Cut(document, lines, papers(lines, document, source, sha256));
  }

  /** The features by which the kind of a document is learned. */
  Set<String> kindFeatures(ExtractedDocument extracted) {
    ExtractedDocument document = LongBlocks.cut(extracted);
    ExtractedDocument parted = Parting.of(document, lines(document), cues);
    return papers.kindFeatures(lines(parted), parted);
  }

  private List<Paper> papers(
      List<Line> lines, ExtractedDocument document, String source, String sha256) {
    return papers.of(lines, document, source, settings.overrides().get(sha256));
  }

  /**
   * A document of one item for a rule's own cases: a motion carried at a meeting of unknown date.
   */
  public BusinessItem caseItem(String text) {
    String clean = text.strip();
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    for (String line : clean.split("\n", -1)) {
      blocks.add(
          new Block(
              BlockKind.PARAGRAPH,
              new Span(start, start + line.length()),
              0,
              null,
              null,
              false,
              List.of()));
      start += line.length() + 1;
    }
    ExtractedDocument document = new ExtractedDocument(clean, blocks, null, null, null);
    List<Line> lines = lines(document);
    Confidence certain = Confidence.high("a case of a rule");
    Meeting meeting =
        new Meeting(
            "case",
            DocumentKind.MINUTES,
            PaperStatus.UNSTATED,
            null,
            null,
            null,
            certain,
            List.of());
    NameFinder.Known known = names.know(lines, List.of());
    return new BusinessItem(
        Sha256.id(NO_HASH, clean),
        "case",
        NO_HASH,
        meeting,
        1,
        null,
        new Span(0, clean.length()),
        List.of(),
        List.of(),
        "",
        clean,
        new Sentences().of(clean),
        names.find(clean, known),
        ItemType.MOTION,
        Voice.UNIT_DECISION,
        List.of(),
        Outcome.CARRIED,
        null,
        Votes.NOT_STATED,
        ActReader.ofCarriedMotion(),
        StructuralFacts.NONE,
        new ItemConfidence(certain, certain, certain, certain),
        List.of("a case of a rule"));
  }

  private List<Line> lines(ExtractedDocument document) {
    List<Line> lines = new ArrayList<>();
    for (Block block : document.blocks()) {
      lines.add(Line.of(lines.size(), block, document, cues));
    }
    return RunningNumbers.label(
        isShouted(lines) ? lines.stream().map(Line::shouting).toList() : lines);
  }

  /** Where most of the text is in capitals they set nothing off. */
  private static boolean isShouted(List<Line> lines) {
    long all = 0;
    long capitals = 0;
    for (Line line : lines) {
      all += line.tokens().size();
      capitals += line.isCapitals() ? line.tokens().size() : 0;
    }
    return capitals * 3 > all * 2;
  }

  private static List<String> unitNames(List<Paper> papers) {
    List<String> found = new ArrayList<>();
    for (Paper paper : papers) {
      var unit = paper.meeting().unit();
      if (unit != null) {
        found.add(unit.name().replaceAll(" (CLP|Branch)$", ""));
      }
    }
    return found;
  }

  /** Makes items out of the papers of one document. */
  private final class Maker {
    private final String source;
    private final String sha256;
    private final LedgerState state;
    private final ExtractedDocument document;
    private final NameFinder.Known known;
    private final Sentences sentences = new Sentences();
    private final List<BusinessItem> items = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final IdentityHashMap<Paper, Double> strange = new IdentityHashMap<>();
    private final boolean[] inItem;
    private int left;

    Maker(
        String source,
        String sha256,
        LedgerState state,
        ExtractedDocument document,
        NameFinder.Known known) {
      this.source = source;
      this.sha256 = sha256;
      this.state = state;
      this.document = document;
      this.known = known;
      this.inItem = new boolean[document.blocks().size()];
    }

    void add(Paper paper) {
      Cutter.Cut cut = ItemReader.cut(paper);
      int most = Math.min(cut.drafts().size(), MOST_ITEMS - items.size());
      left += cut.drafts().size() - most;
      List<ItemReader.Read> read = ItemReader.read(cut.first(most), paper, Models.SHIPPED);
      IdentityHashMap<Draft, String> ids = new IdentityHashMap<>();
      for (ItemReader.Read one : read) {
        BusinessItem item = item(paper, one, ids);
        ids.put(one.draft(), item.id());
        items.add(item);
        one.draft().lines.forEach(line -> inItem[line.index()] = true);
      }
    }

    private BusinessItem item(
        Paper paper, ItemReader.Read read, IdentityHashMap<Draft, String> ids) {
      Draft draft = read.draft();
      ItemText text = read.text();
      OutcomeReader.Event event = read.reading().event();
      Span words =
          event == null || !text.holds(event.stretch().line())
              ? null
              : text.words(event.stretch().line(), event.hit().from(), event.hit().to());
      Draft amended = draft.amended;
      return new BusinessItem(
          nextId(text.text()),
          source,
          sha256,
          paper.meeting(),
          items.size() + 1,
          amended == null ? null : ids.get(amended),
          span(draft),
          text.pages(),
          draft.path.stream().map(this::masked).toList(),
          draft.heading(),
          text.text(),
          sentences.of(text.text()),
          names.find(text.text(), known),
          read.type(),
          read.voice(),
          read.passages(),
          read.reading().outcome(),
          words,
          read.reading().votes(),
          read.acts(),
          read.facts(),
          confidence(paper, read),
          read.because());
    }

    /** A heading path carries no name spans, so names are masked in place. */
    private String masked(String heading) {
      StringBuilder masked = new StringBuilder(heading);
      List<NameSpan> found = names.find(heading, known);
      for (NameSpan name : found.reversed()) {
        masked.replace(name.span().start(), name.span().end(), "[name]");
      }
      return masked.toString();
    }

    private ItemConfidence confidence(Paper paper, ItemReader.Read read) {
      Confidence extraction =
          switch (state) {
            case CHECKED, DUPLICATE, UNCHANGED -> Confidence.high("read in full");
            case CHECKED_PARTIAL -> Confidence.medium("the document was read in part");
            case CHECKED_POOR_OCR, NOT_CHECKED -> Confidence.low("a poor scan");
          };
      double strange = Math.max(strangeOf(paper), legibility.strange(read.draft().lines));
      return new ItemConfidence(
          extraction,
          Legibility.capped(read.segmentation(), strange),
          Legibility.capped(read.reading().sure(), strange),
          paper.meeting().dateConfidence());
    }

    private double strangeOf(Paper paper) {
      return strange.computeIfAbsent(paper, one -> legibility.strange(one.lines()));
    }

    private String nextId(String text) {
      String normal = String.join(" ", Tokens.of(text).words());
      int occurrence = occurrences.merge(normal, 1, Integer::sum);
      return Sha256.id(sha256, normal, Integer.toString(occurrence));
    }

    /** From the first to the last character of its blocks, the line break after them included. */
    private Span span(Draft draft) {
      int start = draft.lines.getFirst().span().start();
      int last = draft.lines.getLast().index();
      return new Span(start, endOf(last));
    }

    private int endOf(int block) {
      boolean end = block + 1 >= document.blocks().size();
      return end ? document.text().length() : document.blocks().get(block + 1).span().start();
    }

    SegmentedDocument document() {
      List<Span> apart = new ArrayList<>();
      int covered = 0;
      for (int i = 0; i < inItem.length; i++) {
        Span span = new Span(covered, endOf(i));
        covered = span.end();
        if (!inItem[i]) {
          append(apart, span);
        }
      }
      if (covered < document.text().length()) {
        append(apart, new Span(covered, document.text().length()));
      }
      return new SegmentedDocument(items, apart, left);
    }

    private static void append(List<Span> spans, Span next) {
      if (!spans.isEmpty() && spans.getLast().end() == next.start()) {
        spans.set(spans.size() - 1, new Span(spans.getLast().start(), next.end()));
      } else if (next.length() > 0) {
        spans.add(next);
      }
    }
  }
}
