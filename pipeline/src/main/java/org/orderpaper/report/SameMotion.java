package org.orderpaper.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Shingles;

/**
 * Which papers of one meeting hold the same motion, so that it is ranked once.
 *
 * <p>Two items are the same motion when different papers of the same unit and date hold them and
 * their words agree: three-word shingles to a Jaccard of at least .6, or one holds most of the
 * other, or both bear the same heading and the shorter stands in the longer. An amendment is never
 * the motion it amends.
 *
 * <p>A paper gives way to a later one: approved minutes before draft minutes, then minutes that do
 * not say, motion papers, agendas, messages. It does so only where the later one still shows the
 * matter: on the same queue, or as handled. So nothing disappears because a later paper is shorter.
 */
final class SameMotion {

  /** The words of a title that the shorter of two papers must share. */
  private static final double MOST_WORDS = 0.6;

  /** A paper that only announces a motion prints no more than about this many words of it. */
  private static final int TITLE_WORDS = 20;

  /**
   * No meeting has so many items of note: a paper that was made to be hostile has, and each would
   * be compared with each. They are then all listed, none under another.
   */
  private static final int MOST_OF_A_MEETING = 1_000;

  /** Numbers and labels that papers put before the same title. */
  private static final Pattern LABEL =
      Pattern.compile("^(?:(?:[a-z]|[ivx]+|\\d+|agenda|item|emergency|motion|no|from) )+");

  private final Map<String, List<Matter>> later;

  private SameMotion(Map<String, List<Matter>> later) {
    this.later = later;
  }

  /** Compares all {@code matters} that have entries. */
  static SameMotion among(Collection<Matter> matters) {
    Map<MeetingKey, List<Matter>> meetings = new HashMap<>();
    for (Matter matter : matters) {
      MeetingKey.of(matter)
          .ifPresent(key -> meetings.computeIfAbsent(key, other -> new ArrayList<>()).add(matter));
    }
    Map<String, List<Matter>> later = new HashMap<>();
    for (List<Matter> meeting : meetings.values()) {
      if (meeting.size() == 1 || meeting.size() > MOST_OF_A_MEETING) {
        continue;
      }
      // The words of one meeting at a time: those of all would not fit.
      List<Paper> papers = new ArrayList<>(meeting.stream().map(Paper::new).toList());
      papers.sort(Paper.LATEST_FIRST);
      for (int i = 1; i < papers.size(); i++) {
        later.put(papers.get(i).matter.item().id(), laterThan(papers, i));
      }
    }
    return new SameMotion(later);
  }

  /** The papers before {@code index} with the same motion, the latest and most similar first. */
  private static List<Matter> laterThan(List<Paper> papers, int index) {
    Paper paper = papers.get(index);
    return papers.subList(0, index).stream()
        .filter(paper::isSameMotionAs)
        .sorted(
            Comparator.comparingInt((Paper other) -> other.precedence)
                .thenComparing(Comparator.comparingDouble(paper::similarity).reversed())
                .thenComparing(Paper.LATEST_FIRST))
        .map(other -> other.matter)
        .toList();
  }

  /** The item under which an entry of {@code matter} on {@code queue} is reviewed instead. */
  Optional<Matter> carrierOf(Matter matter, Queue queue) {
    return first(matter, other -> other.standsOn(queue))
        .or(() ->
            queue == Queue.RANKED
                ? first(matter, other -> other.standsOn(Queue.HANDLED))
                : Optional.empty());
  }

  /** Follows the papers to the last one; each step is to a later paper, so there is an end. */
  private Optional<Matter> first(Matter matter, Predicate<Matter> shows) {
    Optional<Matter> next =
        later.getOrDefault(matter.item().id(), List.of()).stream().filter(shows).findFirst();
    return next.map(found -> first(found, shows).orElse(found));
  }

  private record MeetingKey(String unit, LocalDate date) {

    static Optional<MeetingKey> of(Matter matter) {
      Meeting meeting = matter.item().meeting();
      return matter.entries().isEmpty()
              || matter.restricted()
              || meeting.unit() == null
              || meeting.date() == null
              || Paper.precedence(meeting).isEmpty()
          ? Optional.empty()
          : Optional.of(new MeetingKey(meeting.unit().id(), meeting.date()));
    }
  }

  /** An item of a meeting with its words. */
  private static final class Paper {

    static final Comparator<Paper> LATEST_FIRST =
        Comparator.comparingInt((Paper paper) -> paper.precedence)
            .thenComparing(paper -> paper.matter.item().source())
            .thenComparingInt(paper -> paper.matter.item().ordinal())
            .thenComparing(paper -> paper.matter.item().id());

    final Matter matter;
    final int precedence;
    final Set<String> words;
    final Shingles shingles;
    final String title;

    Paper(Matter matter) {
      this.matter = matter;
      this.precedence = precedence(matter.item().meeting()).orElseThrow();
      List<String> wordsInOrder = Shingles.words(matter.item().text());
      this.words = Set.copyOf(wordsInOrder);
      this.shingles = Shingles.of(wordsInOrder);
      this.title = title(matter.item(), wordsInOrder);
    }

    /** What a unit puts out is an act of its own, so statements, newsletters, posts have none. */
    static OptionalInt precedence(Meeting meeting) {
      return switch (meeting.kind()) {
        case MINUTES -> OptionalInt.of(minutesPrecedence(meeting.status()));
        case MOTION_PAPER -> OptionalInt.of(3);
        case AGENDA -> OptionalInt.of(4);
        case EMAIL -> OptionalInt.of(5);
        case STATEMENT, NEWSLETTER, SOCIAL, RULES, OTHER -> OptionalInt.empty();
      };
    }

    private static int minutesPrecedence(PaperStatus status) {
      return switch (status) {
        case APPROVED -> 0;
        case DRAFT -> 1;
        case UNSTATED -> 2;
      };
    }

    boolean isSameMotionAs(Paper other) {
      return !matter.item().source().equals(other.matter.item().source())
          && isAmendment() == other.isAmendment()
          && (shingles.isNearlySame(other.shingles) || sameTitle(other));
    }

    private boolean isAmendment() {
      return matter.item().type() == ItemType.AMENDMENT;
    }

    double similarity(Paper other) {
      return shingles.similarity(other.shingles);
    }

    private boolean sameTitle(Paper other) {
      int smaller = Math.min(words.size(), other.words.size());
      return !title.isEmpty()
          && title.equals(other.title)
          && shared(words, other.words) >= MOST_WORDS * smaller;
    }

    private static int shared(Set<String> one, Set<String> other) {
      Set<String> shared = new HashSet<>(one);
      shared.retainAll(other);
      return shared.size();
    }

    private static String title(BusinessItem item, List<String> textWords) {
      List<String> words = item.heading().isEmpty() ? textWords : Shingles.words(item.heading());
      if (words.size() > TITLE_WORDS) {
        return "";
      }
      String title = LABEL.matcher(String.join(" ", words) + " ").replaceFirst("").strip();
      // One word, such as "whip", does not make it the same motion.
      return title.contains(" ") ? title : "";
    }
  }
}
