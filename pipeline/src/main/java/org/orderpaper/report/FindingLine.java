package org.orderpaper.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.WelfareEntry;

/** A line of {@code findings.jsonl}: null, or an empty list, where a member does not apply. */
record FindingLine(
    String finding,
    String fingerprint,
    String item,
    String source,
    @Nullable String rule,
    List<String> rules,
    @Nullable String topic,
    @Nullable String instruction,
    @Nullable String limb,
    List<String> acts,
    @Nullable String temporal,
    @Nullable Integer severity,
    @Nullable Integer rank,
    String queue,
    boolean upcoming,
    @Nullable String see,
    List<EvidenceLine> evidence,
    List<String> reasons,
    List<String> against,
    @JsonProperty("new") boolean isNew,
    @Nullable String decision) {

  /** Words of the masked text, with half-open offsets into it. */
  record EvidenceLine(String facet, String text, int start, int end, @Nullable Integer page) {

    static EvidenceLine of(Evidence evidence, MaskedText masked, BusinessItem item) {
      Span span = masked.map(evidence.span());
      return new EvidenceLine(
          evidence.facet(),
          span.of(masked.text()),
          span.start(),
          span.end(),
          item.pageAt(evidence.span().start()));
    }
  }

  static FindingLine of(Placed placed) {
    return switch (placed.entry()) {
      case Finding finding -> ofFinding(finding, placed);
      case OverRestriction entry -> withReasons(placed, null, null, entry.reasons());
      case StructuralNote note -> withReasons(placed, note.topic(), 0, note.reasons());
      case WelfareEntry _ -> withReasons(placed, null, null, List.of());
    };
  }

  private static FindingLine ofFinding(Finding finding, Placed placed) {
    BusinessItem item = placed.matter().item();
    MaskedText masked = placed.matter().masked();
    boolean restricted = placed.matter().restricted();
    return new FindingLine(
        finding.id(),
        finding.fingerprint(),
        finding.item(),
        item.source(),
        finding.rule(),
        finding.rules(),
        finding.topic(),
        finding.instruction(),
        Words.word(finding.limb()),
        Words.words(finding.acts()),
        Words.word(finding.temporal()),
        finding.severity(),
        placed.rank(),
        finding.queue().word(),
        placed.upcoming(),
        placed.see(),
        restricted
            ? List.of()
            : finding.evidence().stream().map(one -> EvidenceLine.of(one, masked, item)).toList(),
        reasons(finding.reasons(), placed),
        reasons(finding.against(), placed),
        placed.isNew(),
        decision(placed));
  }

  private static FindingLine withReasons(
      Placed placed, @Nullable String topic, @Nullable Integer severity, List<Reason> reasons) {
    return new FindingLine(
        placed.entry().id(),
        placed.entry().fingerprint(),
        placed.entry().item(),
        placed.matter().item().source(),
        null,
        List.of(),
        topic,
        null,
        null,
        List.of(),
        null,
        severity,
        placed.rank(),
        placed.entry().queue().word(),
        placed.upcoming(),
        placed.see(),
        List.of(),
        reasons(reasons, placed),
        List.of(),
        placed.isNew(),
        decision(placed));
  }

  /** The words of an incident stay in the files for welfare, also those that a reason quotes. */
  private static List<String> reasons(List<Reason> reasons, Placed placed) {
    return placed.matter().restricted()
        ? reasons.stream().map(Reason::text).toList()
        : Words.reasons(reasons, placed.matter().masked());
  }

  private static @Nullable String decision(Placed placed) {
    return placed.decision() == null ? null : placed.decision().outcome().word();
  }
}
