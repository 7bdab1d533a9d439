package org.orderpaper.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Unit;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Votes;

/** Compares one scan with its labels, paper by paper. */
final class Measurement {

  private static final List<String> READINGS =
      List.of(
          "severity exact",
          "severity within one",
          "temporal",
          "acts",
          "queue",
          "kind",
          "unit",
          "date",
          "type",
          "voice",
          "outcome",
          "votes");

  /**
   * Values that are words of a short vocabulary, so that it can be said which is taken for which.
   */
  private static final Set<String> OF_A_VOCABULARY = Set.of("kind", "type", "voice", "outcome");

  /** Queues on which an item that nothing is said of must not stand. */
  private static final Set<Queue> QUEUES_THAT_ASK_FOR_SOMETHING =
      Set.of(Queue.RANKED, Queue.HANDLED, Queue.OVER_RESTRICTION, Queue.WELFARE);

  /** The one topic whose finding is on a meeting, not on what an item says. */
  private static final String OF_THE_MEETING = "closed-period";

  private final Map<String, Scores> topics = new TreeMap<>();
  private final Map<String, Rate> readings = new LinkedHashMap<>();
  private final Map<String, Map<String, Map<String, Integer>>> confusions = new TreeMap<>();
  private final List<Measured.Remark> lost = new ArrayList<>();
  private final List<Measured.Remark> missed = new ArrayList<>();
  private final List<Measured.Remark> falseAlarms = new ArrayList<>();
  private final List<Measured.Remark> differences = new ArrayList<>();
  private Scores boundaries = Scores.NONE;
  private Rate wronglyFlagged = Rate.NONE;
  private int located;

  private Measurement() {
    READINGS.forEach(name -> readings.put(name, Rate.NONE));
  }

  static Measured of(List<Anchors.Read> documents, Docket docket, LocalDate asOf) {
    Measurement measurement = new Measurement();
    documents.forEach(measurement::measure);
    return new Measured(
        asOf.toString(),
        documents.size(),
        documents.stream().mapToInt(read -> read.labelled().size()).sum(),
        measurement.located,
        measurement.topics.values().stream().reduce(Scores.NONE, Scores::plus),
        measurement.topics,
        measurement.readings,
        measurement.confusions,
        measurement.boundaries,
        measurement.wronglyFlagged,
        Gain.normalised(documents, docket, asOf),
        measurement.lost,
        measurement.missed,
        measurement.falseAlarms,
        measurement.differences);
  }

  private void measure(Anchors.Read read) {
    measureDocument(read);
    Map<String, String> anchors = new HashMap<>();
    Set<String> right = new HashSet<>();
    for (Anchors.Labelled labelled : read.labelled()) {
      Optional<Matter> matter = labelled.matter();
      if (matter.isPresent()) {
        located++;
        measureItem(labelled, matter.get());
        right.addAll(measureFindings(labelled, matter.get(), read));
        anchors.putIfAbsent(matter.get().item().id(), labelled.shown());
      } else {
        lose(labelled);
      }
    }
    for (Matter matter : read.matters()) {
      String place = "item " + matter.item().ordinal();
      String anchor = anchors.getOrDefault(matter.item().id(), place);
      found(matter, 1).stream()
          .filter(finding -> !right.contains(finding.id()))
          .forEach(finding -> alarm(matter, anchor, finding));
    }
    boundaries = boundaries.plus(Boundaries.of(read));
  }

  private void lose(Anchors.Labelled labelled) {
    String got = labelled.hits().isEmpty() ? "stands in no item" : "stands in several items";
    lost.add(remark(labelled, "anchor", "stands in one item", got));
    for (LabelledFinding finding : labelled.label().findings()) {
      if (!finding.mayBeMissed()) {
        miss(labelled, finding, "the item was not found");
      }
    }
  }

  private void miss(Anchors.Labelled labelled, LabelledFinding finding, String got) {
    topics.merge(finding.topic(), new Scores(0, 0, 1), Scores::plus);
    missed.add(remark(labelled, finding.topic(), "severity " + finding.severity(), got));
  }

  private void measureDocument(Anchors.Read read) {
    LabelledDocument label = read.document();
    List<Meeting> meetings =
        read.matters().stream().map(matter -> matter.item().meeting()).distinct().toList();
    read(label, "kind", word(label.kind()), meetings, meeting -> meeting.kind().word());
    read(label, "unit", key(label.unit()), meetings, meeting -> unit(meeting.unit()));
    boolean many = label.kind() == DocumentKind.SOCIAL || label.kind() == DocumentKind.OTHER;
    List<Meeting> dated = many ? latest(meetings) : meetings;
    read(label, "date", Words.iso(label.date()), dated, meeting -> Words.iso(meeting.date()));
    measureFlag(read);
  }

  /** A page of posts, or a register, has a day for each; its label gives that of the last. */
  private static List<Meeting> latest(List<Meeting> meetings) {
    return meetings.stream()
        .filter(meeting -> meeting.date() != null)
        .max(Comparator.comparing(meeting -> Objects.requireNonNull(meeting.date())))
        .map(List::of)
        .orElse(meetings);
  }

  private void read(
      LabelledDocument label,
      String name,
      @Nullable String expected,
      List<Meeting> meetings,
      Function<Meeting, @Nullable String> value) {
    // A paper without a single item is measured by its lost anchors; there is no meeting to read.
    if (expected == null || meetings.isEmpty()) {
      return;
    }
    Set<String> got = new TreeSet<>();
    for (Meeting meeting : meetings) {
      got.add(Objects.requireNonNullElse(value.apply(meeting), "none"));
    }
    boolean right = got.equals(Set.of(expected));
    count(name, right);
    confuse(name, expected, String.join(" and ", got));
    if (!right) {
      differences.add(
          new Measured.Remark(label.file(), "", name, expected, String.join(", ", got)));
    }
  }

  private static @Nullable String unit(@Nullable Unit unit) {
    return unit == null ? null : key(unit.name());
  }

  /**
   * Names of units are compared without case and signs; "&" is an "and", and what is written out is
   * the same as its initials.
   */
  private static @Nullable String key(@Nullable String name) {
    return name == null
        ? null
        : name.toLowerCase(Locale.ROOT)
            .replace("&", " and ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .replace("constituency labour party", "clp")
            .replace("local campaign forum", "lcf")
            .replace("local government committee", "lgc")
            .strip();
  }

  /** Whether a paper in which nothing is to be found was flagged. */
  private void measureFlag(Anchors.Read read) {
    boolean clean =
        read.document().items().stream()
            .flatMap(item -> item.findings().stream())
            .noneMatch(LabelledFinding::mayBeFound);
    if (clean) {
      wronglyFlagged =
          wronglyFlagged.with(
              read.matters().stream().anyMatch(matter -> !found(matter, 1).isEmpty()));
    }
  }

  private void measureItem(Anchors.Labelled labelled, Matter matter) {
    LabelledItem label = labelled.label();
    BusinessItem item = matter.item();
    read(labelled, "type", word(label.type()), item.type().word());
    read(labelled, "voice", word(label.voice()), item.voice().word());
    read(labelled, "outcome", word(label.outcome()), item.outcome().word());
    measureVotes(labelled, item.votes());
    measureQueue(labelled, matter);
  }

  private void read(Anchors.Labelled labelled, String name, @Nullable String expected, String got) {
    if (expected == null) {
      return;
    }
    count(name, expected.equals(got));
    confuse(name, expected, got);
    if (!expected.equals(got)) {
      differences.add(remark(labelled, name, expected, got));
    }
  }

  /** Most items have no votes; to agree on that is nothing to be praised for. */
  private void measureVotes(Anchors.Labelled labelled, Votes votes) {
    String expected = votes(labelled.label().votes());
    String got = votes(votes);
    if (!expected.equals(NO_VOTES) || !got.equals(NO_VOTES)) {
      read(labelled, "votes", expected, got);
    }
  }

  private static final String NO_VOTES = votes(Votes.NOT_STATED);

  private static String votes(Votes stated) {
    // Shares in per cent are no numbers of votes.
    Votes votes = stated.percent() ? Votes.NOT_STATED : stated;
    return Objects.requireNonNullElse(plain(votes.inFavour()), "-")
        + ":"
        + Objects.requireNonNullElse(plain(votes.against()), "-")
        + ":"
        + Objects.requireNonNullElse(plain(votes.abstentions()), "-");
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private void measureQueue(Anchors.Labelled labelled, Matter matter) {
    Set<Queue> got = new TreeSet<>();
    matter.entries().forEach(entry -> got.add(entry.queue()));
    Queue expected = queue(labelled.label());
    if (expected == null) {
      if (labelled.label().findings().stream().anyMatch(LabelledFinding::mayBeFound)) {
        return;
      }
      got.retainAll(QUEUES_THAT_ASK_FOR_SOMETHING);
      if (!got.isEmpty()) {
        count("queue", false);
        differences.add(remark(labelled, "queue", "none", words(got)));
      }
      return;
    }
    boolean optional = mayBeAbsent(labelled.label());
    boolean right = got.contains(expected) || optional;
    count("queue", right);
    if (!right) {
      differences.add(remark(labelled, "queue", expected.word(), words(got)));
    }
  }

  private static @Nullable Queue queue(LabelledItem label) {
    if (label.queue() != null) {
      return label.queue();
    }
    return label.rankedSeverity() > 0 ? Queue.RANKED : null;
  }

  private static boolean mayBeAbsent(LabelledItem label) {
    return label.queue() == null
        && label.findings().stream().allMatch(LabelledFinding::mayBeMissed);
  }

  /** Compares the findings of one item; the ids of those that are right. */
  private Set<String> measureFindings(Anchors.Labelled labelled, Matter matter, Anchors.Read read) {
    Set<String> right = new HashSet<>();
    for (LabelledFinding expected : labelled.label().findings()) {
      Finding got = answering(expected, matter);
      if (got == null && expected.topic().equals(OF_THE_MEETING)) {
        got = answeringElsewhere(expected, read);
      }
      measureFinding(labelled, expected, got);
      if (got != null && mayBeFound(expected, got.topic())) {
        right.add(got.id());
      }
    }
    return right;
  }

  /** A finding on the meeting as a whole may be carried by any item of it. */
  private static @Nullable Finding answeringElsewhere(LabelledFinding expected, Anchors.Read read) {
    return read.matters().stream()
        .map(matter -> answering(expected, matter))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The finding of the labelled topic, or of a topic that is right too. */
  private static @Nullable Finding answering(LabelledFinding expected, Matter matter) {
    return found(matter, 0).stream()
        .filter(finding -> expected.mayBe(finding.topic()))
        .min(
            Comparator.comparing((Finding finding) -> !finding.topic().equals(expected.topic()))
                .thenComparing(Ranking.HIGHEST_FIRST))
        .orElse(null);
  }

  private static boolean mayBeFound(LabelledFinding expected, String topic) {
    return expected
        .readings()
        .anyMatch(reading -> reading.topic().equals(topic) && reading.severity() > 0);
  }

  private void measureFinding(
      Anchors.Labelled labelled, LabelledFinding expected, @Nullable Finding got) {
    if (got == null || got.severity() == 0) {
      if (!expected.mayBeMissed()) {
        miss(labelled, expected, got == null ? "no finding" : "severity 0");
      }
    } else if (expected.severity() > 0 && mayBeFound(expected, got.topic())) {
      topics.merge(expected.topic(), new Scores(1, 0, 0), Scores::plus);
    }
    if (got != null) {
      measureReading(labelled, expected, got);
    }
  }

  private void measureReading(Anchors.Labelled labelled, LabelledFinding expected, Finding got) {
    int distance =
        expected
            .readings()
            .mapToInt(reading -> Math.abs(reading.severity() - got.severity()))
            .min()
            .orElseThrow();
    count("severity exact", distance == 0);
    count("severity within one", distance <= 1);
    if (distance > 0) {
      String what = expected.topic() + " severity";
      differences.add(remark(labelled, what, "" + expected.severity(), "" + got.severity()));
    }
    if (expected.temporal() != null) {
      countReading(
          labelled,
          "temporal",
          expected.readings().anyMatch(reading -> reading.temporal() == got.temporal()),
          expected.topic() + " temporal: " + word(got.temporal()),
          expected.temporal().word());
    }
    if (expected.acts() != null) {
      Set<VocabularyWord> acts = new HashSet<>(got.acts());
      countReading(
          labelled,
          "acts",
          expected
              .readings()
              .anyMatch(
                  reading -> reading.acts() != null && acts.equals(new HashSet<>(reading.acts()))),
          expected.topic() + " acts: " + words(got.acts()),
          words(expected.acts()));
    }
  }

  private void countReading(
      Anchors.Labelled labelled, String name, boolean right, String got, String expected) {
    count(name, right);
    if (!right) {
      differences.add(remark(labelled, name, expected, got));
    }
  }

  private void alarm(Matter matter, String anchor, Finding finding) {
    topics.merge(finding.topic(), new Scores(0, 1, 0), Scores::plus);
    falseAlarms.add(
        new Measured.Remark(
            matter.item().source(),
            anchor,
            finding.topic(),
            "no finding",
            "severity " + finding.severity() + " by " + finding.rule() + matched(matter, finding)));
  }

  private static String matched(Matter matter, Finding finding) {
    if (matter.restricted()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (Evidence evidence : finding.evidence()) {
      words.add(AnchoredText.of(matter.masked().words(evidence.span())).inOneLine());
    }
    return ": " + String.join(" + ", words);
  }

  /** The findings of an item that count, of at least this severity. */
  private static List<Finding> found(Matter matter, int severity) {
    return matter.entries().stream()
        .filter(entry -> entry.queue() != Queue.TRIAL)
        .filter(Finding.class::isInstance)
        .map(Finding.class::cast)
        .filter(finding -> finding.severity() >= severity)
        .toList();
  }

  private void count(String name, boolean right) {
    readings.merge(name, Rate.NONE.with(right), Rate::plus);
  }

  private void confuse(String name, String expected, String got) {
    if (OF_A_VOCABULARY.contains(name)) {
      confusions
          .computeIfAbsent(name, value -> new TreeMap<>())
          .computeIfAbsent(expected, word -> new TreeMap<>())
          .merge(got, 1, Integer::sum);
    }
  }

  private static Measured.Remark remark(
      Anchors.Labelled labelled, String what, String expected, String got) {
    return new Measured.Remark(labelled.document().file(), labelled.shown(), what, expected, got);
  }

  private static @Nullable String word(@Nullable VocabularyWord constant) {
    return Words.word(constant);
  }

  private static String words(Collection<? extends VocabularyWord> constants) {
    return constants.isEmpty()
        ? "none"
        : String.join(" ", constants.stream().map(VocabularyWord::word).toList());
  }
}
