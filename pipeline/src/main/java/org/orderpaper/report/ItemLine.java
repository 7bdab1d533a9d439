package org.orderpaper.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemConfidence;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Unit;
import org.orderpaper.model.Votes;

/** A line of {@code items.jsonl}. */
record ItemLine(
    String item,
    String source,
    List<String> sources,
    String kind,
    String meeting,
    @Nullable Integer page,
    List<String> headingPath,
    int ordinal,
    @Nullable String of,
    int start,
    int end,
    String type,
    String voice,
    @Nullable String heading,
    @Nullable String text,
    @Nullable String unit,
    @Nullable String date,
    @Nullable String dateSource,
    String outcome,
    VotesLine votes,
    @Nullable String family,
    ConfidenceLine confidence) {

  /** Votes as decimal strings; null is "not stated". */
  record VotesLine(
      @JsonProperty("for") @Nullable String inFavour,
      @Nullable String against,
      @Nullable String abstain) {

    /** Shares in per cent are no numbers of votes, and not given. */
    static VotesLine of(Votes votes) {
      if (votes.percent()) {
        return new VotesLine(null, null, null);
      }
      return new VotesLine(
          Words.decimal(votes.inFavour()),
          Words.decimal(votes.against()),
          Words.decimal(votes.abstentions()));
    }
  }

  /** The levels; the reasons are what {@code why} prints. */
  record ConfidenceLine(String extraction, String segmentation, String outcome, String date) {

    static ConfidenceLine of(ItemConfidence confidence) {
      return new ConfidenceLine(
          confidence.extraction().level().word(),
          confidence.segmentation().level().word(),
          confidence.outcome().level().word(),
          confidence.date().level().word());
    }
  }

  /** The line for everyone: without the words of an incident. */
  static ItemLine of(Matter matter, Sources sources) {
    return line(matter, sources, !matter.restricted());
  }

  /** The line for those who look after members' welfare. */
  static ItemLine withText(Matter matter, Sources sources) {
    return line(matter, sources, true);
  }

  private static ItemLine line(Matter matter, Sources sources, boolean withText) {
    BusinessItem item = matter.item();
    MaskedText masked = matter.masked();
    Unit unit = item.meeting().unit();
    return new ItemLine(
        item.id(),
        item.source(),
        sources.of(item),
        item.meeting().kind().word(),
        item.meeting().id(),
        item.pageAt(0),
        sources.headingPath(item),
        item.ordinal(),
        item.amends(),
        item.span().start(),
        item.span().end(),
        item.type().word(),
        item.voice().word(),
        withText ? matter.heading(masked) : null,
        withText ? masked.text() : null,
        unit == null ? null : unit.name(),
        Words.iso(item.meeting().date()),
        Words.word(item.meeting().dateSource()),
        item.outcome().word(),
        VotesLine.of(item.votes()),
        sources.family(item),
        ConfidenceLine.of(item.confidence()));
  }
}
