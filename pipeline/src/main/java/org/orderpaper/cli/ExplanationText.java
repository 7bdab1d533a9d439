package org.orderpaper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.WelfareEntry;
import org.orderpaper.rules.Explanation;

/** What {@code why} and {@code why-not} print about one item. */
final class ExplanationText {

  private final BusinessItem item;
  private final MaskedText text;

  private ExplanationText(BusinessItem item, MaskedText text) {
    this.item = item;
    this.text = text;
  }

  static ExplanationText of(BusinessItem item, boolean clear) {
    return new ExplanationText(item, MaskedText.of(item.text(), clear ? List.of() : item.names()));
  }

  /** How the item was read: kind, unit, date, boundaries, outcome, each with its reason. */
  List<String> reading() {
    Meeting meeting = item.meeting();
    List<String> lines = new ArrayList<>();
    lines.add("Item " + item.id());
    lines.add("  source: " + Highlighting.printable(item.source()));
    lines.add(
        "  meeting: "
            + (meeting.unit() == null ? "unit unknown" : meeting.unit().name())
            + ", "
            + (meeting.date() == null ? "date unknown" : meeting.date())
            + (meeting.dateSource() == null ? "" : " (" + meeting.dateSource().word() + ")")
            + ", "
            + meeting.kind().word());
    lines.add(
        "  read as: "
            + item.type().word()
            + ", "
            + item.voice().word()
            + ", "
            + item.outcome().word());
    lines.add(
        "  acts: "
            + (item.acts().isEmpty()
                ? "none"
                : item.acts().stream()
                    .map(ExplanationText::act)
                    .collect(Collectors.joining(", "))));
    lines.add("  states: " + String.join("; ", stated(item.facts())));
    confidence(lines, "extraction", item.confidence().extraction());
    confidence(lines, "segmentation", item.confidence().segmentation());
    confidence(lines, "outcome", item.confidence().outcome());
    confidence(lines, "date", item.confidence().date());
    meeting.because().forEach(reason -> lines.add("  because " + reason));
    item.because().forEach(reason -> lines.add("  because " + reason));
    lines.add("");
    if (item.type() == ItemType.INCIDENT) {
      lines.add("  (an incident; its text is in the report's welfare folder)");
    } else {
      text.text().lines().map(Highlighting::printable).forEach(line -> lines.add("  | " + line));
    }
    lines.add("");
    return lines;
  }

  /** The structural facts, each in words of the program's own. */
  private static List<String> stated(StructuralFacts facts) {
    List<String> stated = new ArrayList<>();
    stated.add("mover " + recorded(facts.mover()) + ", seconder " + recorded(facts.seconder()));
    if (facts.textWords() > 0) {
      stated.add(facts.textWords() + " words" + (facts.forConference() ? " for conference" : ""));
    }
    if (facts.quorum() != null) {
      stated.add(quorum(facts.quorum()));
    }
    if (facts.notice() != null) {
      stated.add(notice(facts.notice()));
    }
    StructuralFacts.Challenge challenge = facts.challenge();
    if (challenge != null) {
      stated.add(
          "a ruling challenged and "
              + (challenge.overturned() ? "overturned by " : "upheld, ")
              + challenge.votes().inFavour()
              + " to "
              + challenge.votes().against());
    }
    StructuralFacts.Resubmission again = facts.resubmission();
    if (again != null) {
      stated.add(
          "brings back a decision" + (again.decided() == null ? "" : " of " + again.decided()));
    }
    return stated;
  }

  private static String recorded(boolean recorded) {
    return recorded ? "recorded" : "not recorded";
  }

  private static String quorum(StructuralFacts.Quorum quorum) {
    String said = quorum.reached() == null ? "quorum" : quorum.reached() ? "a quorum" : "no quorum";
    return said
        + (quorum.needed() == null ? "" : ", " + quorum.needed() + " needed")
        + (quorum.present() == null ? "" : ", " + quorum.present() + " present");
  }

  private static String notice(StructuralFacts.Notice notice) {
    String said = notice.tooShort() ? "short notice" : "notice";
    return said
        + (notice.annual() ? " of an annual meeting" : "")
        + (notice.days() == null ? "" : " of " + notice.days() + " days")
        + (notice.given() == null ? "" : " given on " + notice.given());
  }

  /** Which rules matched and by which words, or which condition failed. */
  List<String> matches(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    explanation.entries().forEach(entry -> entry(lines, entry));
    explanation.rules().forEach(rule -> rule(lines, rule));
    if (lines.isEmpty()) {
      lines.add("No rule matches this item.");
    }
    return lines;
  }

  private void entry(List<String> lines, ReviewEntry entry) {
    switch (entry) {
      case Finding finding -> {
        lines.add(
            "Finding "
                + finding.id()
                + ": "
                + finding.topic()
                + ", severity "
                + finding.severity()
                + (finding.temporal() == null ? "" : ", " + finding.temporal().word())
                + (finding.instruction() == null ? "" : ", " + finding.instruction())
                + ", queue "
                + finding.queue().word());
        finding.steps().forEach(step -> lines.add("  " + step));
      }
      case OverRestriction ruling -> {
        lines.add("Over-restriction " + ruling.id());
        ruling.reasons().forEach(reason -> lines.add("  " + words(reason)));
      }
      case WelfareEntry welfare -> lines.add("Welfare entry " + welfare.id());
      case StructuralNote note -> {
        lines.add("Structural note " + note.id() + ": " + note.topic());
        note.reasons().forEach(reason -> lines.add("  " + words(reason)));
      }
    }
  }

  private void rule(List<String> lines, Explanation.OfRule rule) {
    lines.add("Rule " + rule.rule() + ": " + (rule.matched() ? "matches" : "does not match"));
    rule.obstacles().forEach(obstacle -> lines.add("  not looked at: " + obstacle));
    if (rule.missing() != null) {
      lines.add("  " + rule.missing() + " is missing; a substitute was found in its place");
    }
    trace(lines, rule.when(), 1);
    if (rule.instead() != null) {
      lines.add("  with the substitute:");
      trace(lines, rule.instead(), 1);
    }
    if (rule.unless() != null && rule.unless().held()) {
      lines.add("  unless:");
      trace(lines, rule.unless(), 1);
    }
    rule.removed()
        .forEach(sentence -> lines.add("  removed by unless: \"" + words(sentence) + "\""));
    rule.reasons().forEach(reason -> lines.add("  for: " + words(reason)));
    rule.against().forEach(reason -> lines.add("  against: " + words(reason)));
  }

  private void trace(List<String> lines, Explanation.Trace trace, int depth) {
    String words =
        trace.words().stream()
            .limit(5)
            .map(span -> "\"" + words(span) + "\"")
            .collect(Collectors.joining(", "));
    lines.add(
        "  ".repeat(depth)
            + (trace.held() ? "+ " : "- ")
            + trace.condition()
            + (words.isEmpty() ? "" : "  <- " + words));
    trace.members().forEach(member -> trace(lines, member, depth + 1));
  }

  private static void confidence(List<String> lines, String field, Confidence confidence) {
    lines.add("  " + field + ": " + confidence.level().word() + " (" + confidence.reason() + ")");
  }

  private static String act(ActShown shown) {
    return shown.act().word() + (shown.presumed() ? " (presumed from the outcome)" : "");
  }

  private String words(Reason reason) {
    Span words = reason.words();
    return words == null ? reason.text() : reason.text() + " \"" + words(words) + "\"";
  }

  private String words(Span span) {
    return item.type() == ItemType.INCIDENT ? "..." : Highlighting.printable(text.words(span));
  }
}
