package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemConfidence;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Passage;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;

/**
 * Makes items for tests. Names are whatever follows Mr, Ms or Cllr, and two capitalised words
 * before MP; sentences end at a full stop; acts follow from the outcome as the vocabulary says.
 */
final class Items {

  private static final Pattern NAME =
      Pattern.compile("(?:Mr|Ms|Cllr) [A-Z][a-z]+|[A-Z][a-z]+ [A-Z][a-z]+ MP");
  private static final Pattern SENTENCE = Pattern.compile("[^\\n.]+\\.?|\\.");

  private String id = "item-1";
  private String text;
  private String heading = "";
  private ItemType type = ItemType.MOTION;
  private Outcome outcome = Outcome.CARRIED;
  private Voice voice = Voice.UNIT_DECISION;
  private DocumentKind kind = DocumentKind.MINUTES;
  private @Nullable Unit unit = new Unit("ashdown-vale-clp", "Ashdown Vale CLP", UnitType.CLP);
  private @Nullable LocalDate date = LocalDate.of(2021, 1, 14);
  private final List<Passage> passages = new ArrayList<>();
  private final Set<Act> acts = EnumSet.noneOf(Act.class);
  private boolean actsGiven;
  private boolean presumed;
  private String meeting = "meeting-1";
  private StructuralFacts facts = StructuralFacts.NONE;

  private Items(String text) {
    this.text = text;
  }

  static Items item(String text) {
    return new Items(text);
  }

  Items id(String value) {
    id = value;
    return this;
  }

  /** The text begins with the heading. */
  Items heading(String value) {
    heading = value;
    text = value + "\n" + text;
    return this;
  }

  Items type(ItemType value) {
    type = value;
    return this;
  }

  Items outcome(Outcome value) {
    outcome = value;
    return this;
  }

  Items voice(Voice value) {
    voice = value;
    return this;
  }

  Items kind(DocumentKind value) {
    kind = value;
    return this;
  }

  Items unit(@Nullable Unit value) {
    unit = value;
    return this;
  }

  Items meeting(String value) {
    meeting = value;
    return this;
  }

  Items on(@Nullable String value) {
    date = value == null ? null : LocalDate.parse(value);
    return this;
  }

  Items passage(String words, Voice of) {
    int start = text.indexOf(words);
    passages.add(new Passage(new Span(start, start + words.length()), of));
    return this;
  }

  Items acts(Act... given) {
    actsGiven = true;
    acts.addAll(List.of(given));
    return this;
  }

  Items facts(StructuralFacts given) {
    facts = given;
    return this;
  }

  Items presumed() {
    presumed = true;
    return this;
  }

  BusinessItem build() {
    Confidence sure = Confidence.high("a test");
    DateSource source = date == null ? null : DateSource.HEADER;
    return new BusinessItem(
        id,
        "papers/" + meeting + ".docx",
        "0".repeat(64),
        new Meeting(
            meeting, kind, PaperStatus.UNSTATED, unit, date, source, sure, List.of("a test")),
        1,
        null,
        new Span(0, text.length()),
        List.of(),
        List.of(),
        heading,
        text,
        sentences(text),
        names(text),
        type,
        voice,
        passages,
        outcome,
        null,
        Votes.NOT_STATED,
        (actsGiven ? acts : actsOf(outcome))
            .stream().map(act -> new ActShown(act, presumed, null)).toList(),
        facts,
        new ItemConfidence(sure, sure, sure, sure),
        List.of("a test"));
  }

  private static List<Span> sentences(String text) {
    List<Span> sentences = new ArrayList<>();
    Matcher matcher = SENTENCE.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      while (start < matcher.end() && text.charAt(start) == ' ') {
        start++;
      }
      if (start < matcher.end()) {
        sentences.add(new Span(start, matcher.end()));
      }
    }
    return sentences;
  }

  private static List<NameSpan> names(String text) {
    List<NameSpan> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      NameKind kind = matcher.group().endsWith("MP") ? NameKind.MP : NameKind.PERSON;
      names.add(new NameSpan(new Span(matcher.start(), matcher.end()), kind));
    }
    return names;
  }

  private static Set<Act> actsOf(Outcome outcome) {
    return switch (outcome) {
      case CARRIED, CARRIED_AS_AMENDED, RULING_OVERTURNED -> EnumSet.of(Act.DISCUSS, Act.PASS);
      case DEFEATED, NEXT_BUSINESS, REMITTED, REFERRED, NOTED, RULED_OUT_YET_DISCUSSED ->
          EnumSet.of(Act.DISCUSS);
      case TABLED_ONLY -> EnumSet.of(Act.AGENDA);
      case PUBLISHED -> EnumSet.of(Act.PUBLISH);
      case FELL_NO_SECONDER,
          DEFERRED,
          WITHDRAWN,
          NOT_REACHED,
          RULED_OUT,
          SUBMITTED_ONLY,
          NOT_RECORDED ->
          EnumSet.noneOf(Act.class);
    };
  }
}
