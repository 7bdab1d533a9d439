package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Span;

/** Finds the item that each label speaks of. */
final class Anchors {

  private static final String PART = "!/";

  /**
   * A labelled item and where it was found.
   *
   * @param hits the items that hold the anchor; exactly one when all is well
   * @param shown the anchor with names masked
   */
  record Labelled(LabelledDocument document, LabelledItem label, List<Matter> hits, String shown) {

    /** The item it speaks of, unless it is lost or ambiguous. */
    Optional<Matter> matter() {
      return hits.size() == 1 ? Optional.of(hits.getFirst()) : Optional.empty();
    }
  }

  /**
   * A labelled document and what the scan made of it.
   *
   * @param matters its items, in order of source and place
   */
  record Read(LabelledDocument document, List<Matter> matters, List<Labelled> labelled) {}

  private Anchors() {}

  /** The labelled documents in order of their files; items of other documents are left out. */
  static List<Read> find(
      List<LabelledDocument> documents,
      List<Matter> matters,
      Map<String, List<String>> otherSources,
      KnownNames names) {
    Map<String, LabelledDocument> byFile = new HashMap<>();
    documents.forEach(document -> byFile.put(document.file(), document));
    Map<String, List<Matter>> ofFile = new HashMap<>();
    for (Matter matter : matters) {
      String source = matter.item().source();
      Stream.concat(Stream.of(source), otherSources.getOrDefault(source, List.of()).stream())
          .map(file -> labelOf(file, byFile))
          .filter(Objects::nonNull)
          .map(LabelledDocument::file)
          .distinct()
          .forEach(file -> ofFile.computeIfAbsent(file, key -> new ArrayList<>()).add(matter));
    }
    return documents.stream()
        .sorted(Comparator.comparing(LabelledDocument::file))
        .map(document -> read(document, ofFile.getOrDefault(document.file(), List.of()), names))
        .toList();
  }

  /** The label of the source itself, or else of the innermost file around it. */
  private static @Nullable LabelledDocument labelOf(
      String source, Map<String, LabelledDocument> byFile) {
    String file = source;
    while (!byFile.containsKey(file) && file.contains(PART)) {
      file = file.substring(0, file.lastIndexOf(PART));
    }
    return byFile.get(file);
  }

  private static Read read(LabelledDocument document, List<Matter> matters, KnownNames names) {
    List<AnchoredText> texts =
        matters.stream().map(matter -> AnchoredText.of(matter.item().text())).toList();
    List<Labelled> labelled = new ArrayList<>();
    for (LabelledItem label : document.items()) {
      labelled.add(find(document, label, matters, texts, names));
    }
    return new Read(document, matters, labelled);
  }

  private static Labelled find(
      LabelledDocument document,
      LabelledItem label,
      List<Matter> matters,
      List<AnchoredText> texts,
      KnownNames names) {
    List<Matter> hits = new ArrayList<>();
    String shown = names.mask(document.file(), label.anchor());
    for (int i = 0; i < matters.size(); i++) {
      Optional<Span> span = texts.get(i).find(label.anchor());
      if (span.isPresent()) {
        hits.add(matters.get(i));
        shown = shown(matters.get(i), span.get());
      }
    }
    return new Labelled(document, label, hits, shown);
  }

  private static String shown(Matter matter, Span anchor) {
    MaskedText masked = matter.masked();
    return matter.restricted()
        ? "(words of an incident)"
        : AnchoredText.of(masked.words(anchor)).inOneLine();
  }
}
