package org.orderpaper.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.orderpaper.archive.ItemIndexing;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.SegmentSettings;
import org.orderpaper.model.Sha256;
import org.orderpaper.rules.ItemFields;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleBookLoader;
import org.orderpaper.segment.Segmenter;

/** What a scan asks of the rule book besides running it. */
final class RuleBooks {

  private RuleBooks() {}

  /**
   * Loads the rule book.
   *
   * @throws ScanException if there is none or no rule of it can be run; faults of single rules are
   *     in the rule book
   */
  static RuleBook runnable(Path folder) throws ScanException {
    RuleBook ruleBook;
    try {
      ruleBook = RuleBookLoader.load(folder);
    } catch (IOException e) {
      throw new ScanException(
          "the rule book " + folder + " cannot be read; name another with --rules", e);
    }
    if (!ruleBook.hasRunnableRules()) {
      throw new ScanException(
          "no rule could be loaded from "
              + folder
              + "; nothing was scanned"
              + ruleBook.card().faults().stream()
                  .map(RuleFault::toString)
                  .collect(Collectors.joining("\n  ", "\n  ", "")));
    }
    return ruleBook;
  }

  /**
   * The segmenter with the cues of this rule book.
   *
   * @throws ScanException if a cue cannot be understood; the message quotes it
   */
  static Segmenter segmenter(RuleBook ruleBook) throws ScanException {
    try {
      return new Segmenter(ruleBook.segmentSettings());
    } catch (IllegalArgumentException e) {
      throw new ScanException("rules/cues cannot be used: " + e.getMessage() + "; mend it", e);
    }
  }

  static ItemIndexing indexing(RuleBook ruleBook) {
    return new ItemIndexing(
        ruleBook.analyzer(), ItemFields::document, ItemFields.ITEM, RuleBook.analyzerFingerprint());
  }

  /** Fingerprint of the data that shapes segmentation. */
  static String fingerprint(SegmentSettings settings) {
    return Sha256.id(settings.toString());
  }
}
