package org.orderpaper.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ItemConfidence;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PageStart;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;

/**
 * Invented items, written as a person would: {@code {mp Tamsin Orrell}} is a name, and the first
 * line is the heading.
 */
final class Paper {

  private static final Pattern NAME =
      Pattern.compile("\\{(mp|officer|person|email|phone|membership) ([^}]*)\\}");

  private final String id;
  private String source = "minutes.docx";
  private DocumentKind kind = DocumentKind.MINUTES;
  private PaperStatus status = PaperStatus.UNSTATED;
  private @Nullable String unit = "Ashdown Vale CLP";
  private @Nullable LocalDate date = LocalDate.of(2020, 11, 19);
  private ItemType type = ItemType.MOTION;
  private Voice voice = Voice.UNIT_DECISION;
  private Outcome outcome = Outcome.CARRIED;
  private @Nullable String outcomeWords;
  private Votes votes = Votes.NOT_STATED;
  private int ordinal = 1;
  private @Nullable Integer page;
  private List<String> headingPath = List.of();
  private List<ActShown> acts =
      List.of(new ActShown(Act.DISCUSS, true, null), new ActShown(Act.PASS, false, new Span(0, 0)));
  private String heading = "";
  private String text = "";
  private final List<NameSpan> names = new ArrayList<>();

  private Paper(String id) {
    this.id = id;
  }

  /** An item with this text; its first line is the heading. */
  static Paper item(String id, String written) {
    Paper paper = new Paper(id);
    paper.read(written);
    int feed = paper.text.indexOf('\n');
    paper.heading = feed < 0 ? "" : paper.text.substring(0, feed);
    return paper;
  }

  private void read(String written) {
    StringBuilder clear = new StringBuilder();
    Matcher name = NAME.matcher(written);
    int copied = 0;
    while (name.find()) {
      clear.append(written, copied, name.start());
      Span span = new Span(clear.length(), clear.length() + name.group(2).length());
      names.add(new NameSpan(span, NameKind.valueOf(name.group(1).toUpperCase(Locale.ROOT))));
      clear.append(name.group(2));
      copied = name.end();
    }
    text = clear.append(written, copied, written.length()).toString();
  }

  Paper in(String newSource) {
    source = newSource;
    return this;
  }

  Paper kind(DocumentKind newKind, PaperStatus newStatus) {
    kind = newKind;
    status = newStatus;
    return this;
  }

  Paper of(@Nullable String newUnit, @Nullable String isoDate) {
    unit = newUnit;
    date = isoDate == null ? null : LocalDate.parse(isoDate);
    return this;
  }

  Paper type(ItemType newType, Voice newVoice) {
    type = newType;
    voice = newVoice;
    return this;
  }

  Paper outcome(Outcome newOutcome) {
    outcome = newOutcome;
    return this;
  }

  /** The words of the text that state the outcome. */
  Paper saying(String words) {
    outcomeWords = words;
    return this;
  }

  Paper votes(@Nullable String inFavour, @Nullable String against, @Nullable String abstentions) {
    votes = new Votes(decimal(inFavour), decimal(against), decimal(abstentions), false);
    return this;
  }

  private static @Nullable BigDecimal decimal(@Nullable String number) {
    return number == null ? null : new BigDecimal(number);
  }

  Paper at(int newOrdinal, @Nullable Integer newPage, String... path) {
    ordinal = newOrdinal;
    page = newPage;
    headingPath = List.of(path);
    return this;
  }

  Paper acts(Act... shown) {
    acts = new ArrayList<>();
    for (Act act : shown) {
      acts.add(new ActShown(act, true, null));
    }
    return this;
  }

  BusinessItem build() {
    Confidence sure = Confidence.high("clear heading");
    Span said = outcomeWords == null ? null : spanOf(text, outcomeWords);
    return new BusinessItem(
        id,
        source,
        "0".repeat(64),
        new Meeting(
            "meeting-of-" + source,
            kind,
            status,
            unit == null ? null : unitOf(unit),
            date,
            date == null ? null : DateSource.HEADER,
            sure,
            List.of()),
        ordinal,
        null,
        new Span(100, 100 + text.length()),
        page == null ? List.of() : List.of(new PageStart(0, page)),
        headingPath,
        heading,
        text,
        List.of(new Span(0, text.length())),
        names,
        type,
        voice,
        List.of(),
        outcome,
        said,
        votes,
        acts.stream()
            .map(act -> act.presumed() ? act : new ActShown(act.act(), said == null, said))
            .toList(),
        StructuralFacts.NONE,
        new ItemConfidence(sure, Confidence.medium("a guess"), sure, sure),
        List.of());
  }

  private static Unit unitOf(String name) {
    return new Unit(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, UnitType.CLP);
  }

  static Span spanOf(String text, String words) {
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("the text does not say " + words);
    }
    return new Span(start, start + words.length());
  }

  /** A finding on {@code item}; evidence is written {@code facet=words}. */
  static Finding finding(BusinessItem item, String topic, int severity, String... evidence) {
    return finding(item, topic, severity, Temporal.IN_FORCE, Queue.RANKED, evidence);
  }

  static Finding finding(
      BusinessItem item,
      String topic,
      int severity,
      @Nullable Temporal temporal,
      Queue queue,
      String... evidence) {
    List<Evidence> found = new ArrayList<>();
    for (String one : evidence) {
      int equals = one.indexOf('=');
      found.add(
          new Evidence(one.substring(0, equals), spanOf(item.text(), one.substring(equals + 1))));
    }
    boolean covered = temporal != null;
    return new Finding(
        "f-" + item.id() + "-" + topic,
        "print-" + item.id() + "-" + topic,
        item.id(),
        topic + "/wording",
        List.of(topic + "/wording"),
        topic,
        covered ? Demo.instructionOf(topic) : null,
        covered ? Demo.limbOf(item) : null,
        item.acts().stream().map(ActShown::act).toList(),
        temporal,
        severity,
        queue,
        item.voice(),
        found,
        List.of(new Reason("a measure and a subject in one sentence", found.getFirst().span())),
        severity < 4
            ? List.of(new Reason("the words stand beside a verb of report", null))
            : List.of(),
        List.of("The limb is in force on the day.", "The severity is " + severity + "."));
  }
}
