package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;

/** The report of one scan. */
public final class Report {

  private final ReportInput input;
  private final Docket docket;
  private final Map<String, Matter> matters = new HashMap<>();
  private final Sources sources;
  private final Statistics statistics;
  private final List<LedgerRow> ledger;

  private Report(ReportInput input) {
    this.input = input;
    ItemsOfNote items = ItemsOfNote.of(input);
    this.docket = Docket.of(input, items.items());
    docket.matters().forEach(matter -> matters.put(matter.item().id(), matter));
    this.sources = new Sources(input, items.names());
    this.statistics = Statistics.of(input, docket, items.all());
    this.ledger = input.ledger().stream().sorted(LedgerLine.ORDER).toList();
  }

  /**
   * Ranks and arranges.
   *
   * @throws IllegalArgumentException if an entry is about an item that was not handed in
   */
  public static Report of(ReportInput input) {
    return new Report(input);
  }

  /** The files of the report; each is rendered when it is written. */
  public List<RenderedFile> files() {
    return List.of(
        open("index.html", out -> ReportPage.of(input, docket, sources, statistics).writeTo(out)),
        open("findings.csv", out -> FindingsTable.write(out, docket.placed())),
        open(
            "findings.jsonl",
            out -> JsonLines.write(out, docket.placed().stream().map(FindingLine::of))),
        open("items.jsonl", this::writeItems),
        open("ledger.csv", out -> LedgerTable.write(out, ledger.stream())),
        open("ledger.jsonl", out -> JsonLines.write(out, ledger.stream().map(LedgerLine::of))),
        open("manifest.json", this::writeManifest),
        restricted(
            "welfare/index.html", out -> WelfarePage.of(input, docket, sources).writeTo(out)),
        restricted("welfare/items.jsonl", this::writeWelfareItems));
  }

  /** The closing block of the scan. */
  public Statistics statistics() {
    return statistics;
  }

  private void writeItems(Writer out) throws IOException {
    JsonLines.write(out, PaperItems.in(input.items()).flatMap(this::lines));
  }

  private Stream<ItemLine> lines(List<BusinessItem> paper) {
    Sources ofPaper = new Sources(input, new KnownNames(paper));
    return paper.stream()
        .map(item -> matters.getOrDefault(item.id(), new Matter(item, List.of())))
        .map(matter -> ItemLine.of(matter, ofPaper));
  }

  private void writeWelfareItems(Writer out) throws IOException {
    JsonLines.write(
        out,
        docket.matters().stream()
            .filter(Matter::restricted)
            .map(matter -> ItemLine.withText(matter, sources)));
  }

  private void writeManifest(Writer out) throws IOException {
    JsonLines.writeIndented(out, Manifest.of(input, statistics));
  }

  private static RenderedFile open(String path, RenderedFile.Content content) {
    return new RenderedFile(path, false, WellFormedWriter.guarding(content));
  }

  private static RenderedFile restricted(String path, RenderedFile.Content content) {
    return new RenderedFile(path, true, WellFormedWriter.guarding(content));
  }
}
