package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleBookCard;

/**
 * How well a scan agrees with what people say of the same papers.
 *
 * <p>A labelled item is found by its anchor. An item counts as cut rightly when one anchor and no
 * other falls in it; an item without an anchor, other than {@code admin}, counts as cut wrongly. A
 * finding counts when it is of severity 1 or more and its rule is not on trial. Papers without a
 * label are left out. What is listed is masked.
 */
public final class Evaluation {

  private final Measured measured;

  private Evaluation(Measured measured) {
    this.measured = measured;
  }

  /**
   * Measures.
   *
   * @param items of the scan, with their clear text
   * @param asOf the day of the scan, which decides what is still to come
   */
  public static Evaluation of(
      List<LabelledDocument> labels,
      List<BusinessItem> items,
      List<ReviewEntry> entries,
      LocalDate asOf) {
    return of(labels, items, entries, asOf, Map.of());
  }

  /**
   * Measures.
   *
   * @param otherSources for the source of an item, the other sources with the same bytes: their
   *     labels speak of the same items
   */
  public static Evaluation of(
      List<LabelledDocument> labels,
      List<BusinessItem> items,
      List<ReviewEntry> entries,
      LocalDate asOf,
      Map<String, List<String>> otherSources) {
    RuleBookCard noBook = new RuleBookCard("", Map.of(), Map.of(), Map.of(), List.of());
    Docket docket =
        Docket.of(
            new ReportInput(
                "", asOf, List.of(), noBook, List.of(), items, entries, Map.of(), Map.of(),
                Set.of(), true),
            items);
    List<Anchors.Read> read =
        Anchors.find(labels, docket.matters(), otherSources, new KnownNames(items));
    return new Evaluation(Measurement.of(read, docket, asOf));
  }

  /** For people: figures first, then every miss, false alarm and difference. */
  public void render(Writer out) throws IOException {
    EvaluationText.write(out, measured);
    out.flush();
  }

  /** Figures only, as tables of Markdown. */
  public void renderMarkdown(Writer out) throws IOException {
    EvaluationMarkdown.write(out, measured);
    out.flush();
  }

  /** The same as {@link #render} for programs. */
  public void renderJson(Writer out) throws IOException {
    JsonLines.writeIndented(out, measured);
    out.flush();
  }
}
