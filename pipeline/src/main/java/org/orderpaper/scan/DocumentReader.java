package org.orderpaper.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.extract.Attempt;
import org.orderpaper.extract.ContainedExtractor;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Turn;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.segment.Segmenter;

/** Reads one file: extraction, then segmentation of each part that has text. Thread-safe. */
final class DocumentReader {

  /** The longest text of a part; with what matching takes, half a gigabyte holds it. */
  private static final long MOST_TEXT = ExtractionLimits.defaults().maxCharacters();

  /** A block takes as much memory as so many UTF-16 units of text: lines may be a letter long. */
  private static final long BLOCK = 25;

  private final ContainedExtractor extractor;
  private final Segmenter segmenter;
  private final TextInHand inHand = new TextInHand(MOST_TEXT);

  DocumentReader(ContainedExtractor extractor, Segmenter segmenter) {
    this.extractor = extractor;
    this.segmenter = segmenter;
  }

  /**
   * Reads a file in a turn, which may end in its being put off to a later one. What is done is to
   * be {@link #archived} before there is room for much more.
   */
  ReadFile read(FoundFile.ToRead file, Turn turn) {
    return switch (extractor.read(file.file(), turn)) {
      case Attempt.Postponed postponed -> new ReadFile.Later(file, postponed.next());
      case Attempt.Done done -> {
        long size = sizeOf(done.parts());
        inHand.take(size);
        yield new ReadFile.Now(reading(file, done.parts()), size);
      }
    };
  }

  /** Takes note that a file's items are where they are kept. */
  void archived(ReadFile.Now read) {
    inHand.give(read.size());
  }

  private static long sizeOf(List<ExtractedPart> parts) {
    long size = 0;
    for (ExtractedPart part : parts) {
      if (part.extraction() instanceof Extraction.Text text) {
        size += text.document().text().length() + BLOCK * text.document().blocks().size();
      }
    }
    return size;
  }

  private FileReading reading(FoundFile.ToRead file, List<ExtractedPart> parts) {
    List<LedgerRow> rows = new ArrayList<>();
    List<BusinessItem> items = new ArrayList<>();
    for (ExtractedPart part : parts) {
      String source = part.sourceIn(file.path());
      Instant modified = part.part().isEmpty() ? file.modified() : null;
      switch (part.extraction()) {
        case Extraction.Text text -> rows.add(segmented(part, source, modified, text, items));
        case Extraction.Nothing nothing ->
            rows.add(notChecked(part, source, modified, nothing.reason(), nothing.detail()));
        case Extraction.Failed failed ->
            rows.add(
                notChecked(
                    part,
                    source,
                    modified,
                    failed.reason(),
                    failed.stage() + ": " + failed.detail()));
      }
    }
    boolean scanned = parts.stream().anyMatch(ExtractedPart::scanned);
    return new FileReading(file, scanned, rows, items);
  }

  private static NotCheckedReason reason(Throwable fault) {
    return fault instanceof OutOfMemoryError ? NotCheckedReason.OOM : NotCheckedReason.CRASH;
  }

  private static String detail(Throwable fault) {
    return "segment: " + fault.getClass().getSimpleName();
  }

  private LedgerRow segmented(
      ExtractedPart part,
      String source,
      @Nullable Instant modified,
      Extraction.Text text,
      List<BusinessItem> items) {
    String sha256 = part.sha256();
    if (sha256 == null) {
      throw new IllegalStateException("text without the hash of its bytes");
    }
    SegmentedDocument found;
    try {
      found = segmenter.segment(source, sha256, text.state(), text.document());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      // Whatever a text does to segmentation costs that text, not the night.
      return notChecked(part, source, modified, reason(fault), detail(fault));
    }
    items.addAll(found.items());
    int kept = found.items().size();
    if (found.left() == 0) {
      return row(part, source, modified, text.state(), null, text.detail(), kept, text);
    }
    LedgerState partial =
        text.state() == LedgerState.CHECKED ? LedgerState.CHECKED_PARTIAL : text.state();
    String left = "the first " + kept + " of " + (kept + found.left()) + " items are kept";
    String detail = text.detail() == null ? left : text.detail() + "; " + left;
    return row(part, source, modified, partial, null, detail, kept, text);
  }

  private static LedgerRow notChecked(
      ExtractedPart part,
      String source,
      @Nullable Instant modified,
      NotCheckedReason reason,
      @Nullable String detail) {
    return row(part, source, modified, LedgerState.NOT_CHECKED, reason, detail, 0, null);
  }

  private static LedgerRow row(
      ExtractedPart part,
      String source,
      @Nullable Instant modified,
      LedgerState state,
      @Nullable NotCheckedReason reason,
      @Nullable String detail,
      int items,
      Extraction.@Nullable Text text) {
    return new LedgerRow(
        source,
        part.sha256(),
        part.bytes(),
        modified,
        part.mediaType(),
        state,
        reason,
        detail,
        items,
        text == null ? null : text.document().pages());
  }
}
