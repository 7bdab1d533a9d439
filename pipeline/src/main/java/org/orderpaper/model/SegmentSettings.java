package org.orderpaper.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What segmentation knows besides the document: data that the office keeps in files.
 *
 * @param cues phrases that give a reading away
 * @param gazetteer names that are known
 * @param units the units the office knows
 * @param overrides readings that a person settled, keyed by the sha256 of the document
 */
public record SegmentSettings(
    Cues cues, Gazetteer gazetteer, List<Unit> units, Map<String, SettledReading> overrides) {

  public SegmentSettings {
    units = List.copyOf(units);
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /** A reading that a person settled; null members leave the reading to the segmenter. */
  public record SettledReading(
      @Nullable DocumentKind kind, @Nullable String unit, @Nullable LocalDate date) {}
}
