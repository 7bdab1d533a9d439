package org.orderpaper.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Challenge;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.StructuralFacts.Quorum;
import org.orderpaper.model.StructuralFacts.Resubmission;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.Stretch.Role;

/** Reads what an item states of how its business was done. */
final class StructuralReader {

  private static final int WEEK = 7;

  private StructuralReader() {}

  static StructuralFacts read(
      Draft draft, List<Stretch> stretches, ItemText text, ItemType type, @Nullable LocalDate on) {
    List<Stretch> own = stretches.stream().filter(s -> s.role() != Role.QUOTED).toList();
    boolean motion = type == ItemType.MOTION || type == ItemType.AMENDMENT;
    return new StructuralFacts(
        // "The proposed road" in the text of a motion was moved by nobody.
        states(own.stream().filter(s -> s.role() != Role.TEXT).toList(), "structure.mover"),
        states(own, "structure.seconder"),
        Tokens.of(draft.heading()).size(),
        motion ? words(own) : 0,
        motion && isForConference(draft, own),
        quorum(own, text),
        notice(own, text, on),
        challenge(own, text),
        motion || type == ItemType.RULING ? resubmission(own, text, on) : null);
  }

  /** What the lines above the first item say of the quorum, or null. */
  static @Nullable Quorum quorumOfHead(List<Line> head) {
    return quorum(told(head), null);
  }

  /** What they say of notice, or null. */
  static @Nullable Notice noticeOfHead(List<Line> head, @Nullable LocalDate on) {
    return notice(told(head), null, on);
  }

  private static List<Stretch> told(List<Line> lines) {
    return lines.stream()
        .map(line -> new Stretch(line, 0, line.tokens().size(), Role.TOLD))
        .toList();
  }

  private static boolean states(List<Stretch> stretches, String key) {
    return stretches.stream().anyMatch(stretch -> stretch.has(key));
  }

  private static int words(List<Stretch> stretches) {
    return stretches.stream()
        .filter(stretch -> stretch.role() == Role.TEXT)
        .mapToInt(stretch -> stretch.to() - stretch.body())
        .sum();
  }

  private static boolean isForConference(Draft draft, List<Stretch> stretches) {
    // A text that asks for something at conference is not a text for it.
    return stretches.stream()
            .anyMatch(s -> s.role() != Role.TEXT && s.has("structure.for-conference"))
        || (draft.under != null && draft.under.has("structure.for-conference"));
  }

  private static @Nullable Quorum quorum(List<Stretch> stretches, @Nullable ItemText text) {
    Boolean reached = null;
    Integer needed = null;
    Integer present = null;
    Stretch words = null;
    for (Stretch stretch : stretches) {
      boolean no = stretch.has("structure.inquorate");
      boolean yes = stretch.has("structure.quorate");
      Integer needs = figure(stretch, "structure.quorum-needed");
      if (stretch.role() == Role.TEXT || (!no && !yes && needs == null)) {
        continue;
      }
      // Inquorate by the end is inquorate: what was decided before is not told apart.
      reached = no ? Boolean.FALSE : (yes && reached == null) ? Boolean.TRUE : reached;
      needed = needs == null ? needed : needs;
      Integer there = figure(stretch, "structure.present");
      present = there == null ? present : there;
      words = words == null ? stretch : words;
    }
    return words == null ? null : new Quorum(reached, needed, present, span(words, text));
  }

  private static @Nullable Notice notice(
      List<Stretch> stretches, @Nullable ItemText text, @Nullable LocalDate on) {
    for (Stretch stretch : stretches) {
      boolean about =
          stretch.has("structure.notice")
              && !stretch.has("structure.notice-else")
              && stretch.role() != Role.TEXT;
      if (!about) {
        continue;
      }
      Integer days = figure(stretch, "structure.notice-days");
      Integer weeks = figure(stretch, "structure.notice-weeks");
      LocalDate given = lastBefore(stretch, on);
      boolean tooShort = stretch.has("structure.notice-short");
      if (days != null || weeks != null || given != null || tooShort) {
        return new Notice(
            stretch.has("structure.annual"),
            given,
            days == null && weeks != null ? Integer.valueOf(weeks * WEEK) : days,
            tooShort,
            span(stretch, text));
      }
    }
    return null;
  }

  private static @Nullable Challenge challenge(List<Stretch> stretches, ItemText text) {
    for (Stretch stretch : stretches) {
      boolean overturned = stretch.has("rulings.overturned");
      boolean upheld = stretch.has("rulings.upheld");
      if (stretch.role() != Role.TOLD || (!overturned && !upheld)) {
        continue;
      }
      Votes votes =
          VoteReader.read(
              stretch.tokens(),
              stretch.hits(),
              stretch.body(),
              stretch.to(),
              VoteReader.Winner.UNKNOWN);
      if (votes.inFavour() == null || votes.against() == null || votes.percent()) {
        continue;
      }
      boolean lost = upheld && !overturned;
      return new Challenge(
          !lost,
          lost ? votes : largerFirst(votes),
          figure(stretch, "structure.present"),
          span(stretch, text));
    }
    return null;
  }

  /** "Overturned by 14 to 6", "6 for the ruling and 14 against": the larger camp overturned it. */
  private static Votes largerFirst(Votes votes) {
    BigDecimal one = votes.inFavour();
    BigDecimal other = votes.against();
    boolean turn = one != null && other != null && one.compareTo(other) < 0;
    return turn ? new Votes(other, one, votes.abstentions(), votes.percent()) : votes;
  }

  private static @Nullable Resubmission resubmission(
      List<Stretch> stretches, ItemText text, @Nullable LocalDate on) {
    Resubmission found = null;
    for (Stretch stretch : stretches) {
      // "Asks the NEC to reverse its decision": another body's.
      if (stretch.has("structure.resubmission") && !stretch.has("structure.asks-others")) {
        LocalDate decided = lastBefore(stretch, on);
        if (found == null || (found.decided() == null && decided != null)) {
          found = new Resubmission(decided, span(stretch, text));
        }
      }
    }
    return found;
  }

  /** The last day that the sentence names before the day of the meeting, or null. */
  private static @Nullable LocalDate lastBefore(Stretch stretch, @Nullable LocalDate on) {
    if (on == null) {
      return null;
    }
    LocalDate last = null;
    for (DateReader.Mention mention :
        DateReader.near(stretch.tokens(), stretch.from(), stretch.to())) {
      boolean within = mention.from() >= stretch.from() && mention.to() <= stretch.to();
      LocalDate date = within ? dated(mention, on) : null;
      if (date != null && date.isBefore(on) && (last == null || date.isAfter(last))) {
        last = date;
      }
    }
    return last;
  }

  /** Without a year it is the last such day before the meeting. */
  private static @Nullable LocalDate dated(DateReader.Mention mention, LocalDate on) {
    if (mention.date() != null) {
      return mention.date();
    }
    LocalDate same = mention.in(on.getYear());
    return same != null && same.isBefore(on) ? same : mention.in(on.getYear() - 1);
  }

  /** The figure of the first cue of {@code key}, or null. */
  private static @Nullable Integer figure(Stretch stretch, String key) {
    for (Hit hit : hits(stretch, key)) {
      for (int at = hit.from(); at < hit.to(); at++) {
        NumberWords.Reading read = NumberWords.read(stretch.tokens(), at);
        if (read != null && read.value().scale() <= 0 && read.value().precision() <= 4) {
          return read.value().intValue();
        }
      }
    }
    return null;
  }

  private static List<Hit> hits(Stretch stretch, String key) {
    List<Hit> hits = new ArrayList<>(stretch.hits().of(key, stretch.from(), stretch.to()));
    hits.removeIf(hit -> !hit.key().equals(key));
    return hits;
  }

  private static @Nullable Span span(Stretch stretch, @Nullable ItemText text) {
    return text == null ? null : text.span(stretch.line(), stretch.from(), stretch.to());
  }
}
