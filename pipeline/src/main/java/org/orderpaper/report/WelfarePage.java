package org.orderpaper.report;

import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;

/** What {@code welfare.jte} shows: incidents as minuted, for those who look after members. */
record WelfarePage(String version, String asOf, List<String> signposts, List<Incident> incidents) {

  /** One incident, in the words of the paper. */
  record Incident(
      String item,
      String unit,
      String date,
      String paper,
      ItemWords words,
      String source,
      @Nullable String place,
      boolean isNew) {}

  static WelfarePage of(ReportInput input, Docket docket, Sources sources) {
    return new WelfarePage(
        input.version(),
        Prose.day(input.asOf()),
        input.signposts(),
        docket.matters().stream()
            .filter(Matter::restricted)
            .map(matter -> incident(matter, input, sources))
            .toList());
  }

  private static Incident incident(Matter matter, ReportInput input, Sources sources) {
    BusinessItem item = matter.item();
    return new Incident(
        item.id(),
        Card.unit(item),
        Prose.day(item.meeting().date()),
        Prose.paper(item.meeting()),
        ItemWords.of(matter, List.of()),
        item.source(),
        Card.place(item, sources),
        !input.firstScan()
            && matter.entries().stream()
                .anyMatch(entry -> !input.knownFingerprints().contains(entry.fingerprint())));
  }

  void writeTo(Writer out) {
    Page.write(out, (output, interceptor) -> JtewelfareGenerated.render(output, interceptor, this));
  }
}
