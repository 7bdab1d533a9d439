package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Unit;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.OutcomeReader.Event;

/**
 * What is to be seen of an item, for {@link Learned}: what the cues read, where it stands, and its
 * words. Names of persons are no features: a capital within a sentence is a capital and no more.
 */
final class ItemFeatures {

  /** Words of an item that are looked at from its beginning, and from its end. */
  private static final int BEGINNING = 160;

  private static final int END = 60;

  private static final int FIRST_WORDS = 8;
  private static final int LAST_WORDS = 6;
  private static final int NEAR = 6;
  private static final String CAPITAL = "^";
  private static final String FIGURE = "#";

  private final Set<String> features = new LinkedHashSet<>();

  private ItemFeatures() {}

  /**
   * @param read as the cues read it
   * @param events all that its stretches state, whosever it is
   */
  static Set<String> of(
      ItemReader.Read read, List<Stretch> stretches, List<Event> events, Meeting meeting) {
    ItemFeatures seen = new ItemFeatures();
    seen.reading(read, meeting);
    seen.count(OutcomeReader.lastCount(stretches, read.reading().outcome()));
    seen.draft(read.draft());
    events.forEach(seen::event);
    stretches.forEach(seen::cues);
    seen.beginning(read.draft().lines.getFirst());
    seen.features.addAll(headings(read.draft()));
    seen.words(read.draft());
    seen.ending(stretches, events);
    seen.cells(read.draft().lines.getFirst());
    return seen.features;
  }

  private void add(String name, Object value) {
    features.add(name + ":" + value);
  }

  private void reading(ItemReader.Read read, Meeting meeting) {
    String kind = meeting.kind().word();
    String type = read.type().word();
    String outcome = read.reading().outcome().word();
    String voice = read.voice().word();
    Unit unit = meeting.unit();
    features.add("any");
    add("kind", kind);
    add("type", type);
    add("outcome", outcome);
    add("voice", voice);
    add("type and outcome", type + " " + outcome);
    add("kind and type", kind + " " + type);
    add("kind and voice", kind + " " + voice);
    add("votes", votes(read.reading().votes()));
    add("unit", unit == null ? "none" : unit.type());
  }

  /** The last count, whether or not a word of outcome goes with it. */
  private void count(Votes votes) {
    BigDecimal inFavour = votes.inFavour();
    BigDecimal against = votes.against();
    if (inFavour != null && against != null) {
      add("count", inFavour.compareTo(against));
    } else {
      add("count", votes(votes));
    }
  }

  private static String votes(Votes votes) {
    return (votes.inFavour() == null ? "" : "for")
        + (votes.against() == null ? "" : " against")
        + (votes.percent() ? " percent" : "");
  }

  private void draft(Draft draft) {
    add("section", draft.section.name().toLowerCase(Locale.ROOT));
    add("hint", draft.hint.name().toLowerCase(Locale.ROOT));
    add("clause", draft.rank);
    add("numbered", draft.lines.getFirst().label() != null);
    add("headed", draft.headingEnd > 0);
    add("moved", draft.moved);
    add("length", 32 - Integer.numberOfLeadingZeros(TypeReader.words(draft)));
  }

  private void event(Event event) {
    add(
        "told",
        event.what()
            + " "
            + event.outcome()
            + " "
            + event.subject()
            + (event.weak() ? " weak" : ""));
  }

  private void cues(Stretch stretch) {
    String role = stretch.role().name().toLowerCase(Locale.ROOT);
    for (Hit hit : stretch.hits().of("", stretch.from(), stretch.to())) {
      add("cue", role + " " + hit.key());
    }
  }

  private void beginning(Line line) {
    for (Hit hit : line.hits().of("", line.body(), line.tokens().size())) {
      if (hit.from() < line.body() + NEAR) {
        add("first cue", hit.key());
      }
    }
  }

  /** What the last sentence told of it says: minutes end with what was decided. */
  private void ending(List<Stretch> stretches, List<Event> events) {
    Stretch last = null;
    for (Stretch stretch : stretches) {
      last = stretch.role() == Stretch.Role.TOLD ? stretch : last;
    }
    if (last == null) {
      features.add("end:none");
      return;
    }
    int words = last.to() - last.body();
    add("end", words <= 2 ? "bare" : words <= 6 ? "brief" : "long");
    for (Hit hit : last.hits().of("", last.from(), last.to())) {
      add("end cue", hit.key());
      if (words <= 2) {
        add("bare cue", hit.key());
      }
    }
    for (Event event : events) {
      Stretch told = event.stretch();
      if (told.line().index() == last.line().index() && told.from() == last.from()) {
        add("end told", event.what() + " " + event.outcome());
      }
    }
  }

  /** What the last cell of a row says, which is often what became of it. */
  private void cells(Line first) {
    List<String> cells = first.cells();
    if (cells.size() < 2) {
      return;
    }
    add("cells", Math.min(5, cells.size()));
    String cell = cells.getLast();
    int from = first.tokens().tokenAt(first.text().length() - cell.length());
    for (int i = from; i < Math.min(first.tokens().size(), from + NEAR); i++) {
      add("cell", shape(first, i));
    }
  }

  /** The words of an item's own heading, and of the one it stands under. */
  static Set<String> headings(Draft draft) {
    Set<String> features = new LinkedHashSet<>();
    Line first = draft.lines.getFirst();
    int end = draft.headingEnd == 0 ? 0 : first.tokens().tokenAt(draft.headingEnd);
    for (int i = first.body(); i < Math.min(end, first.tokens().size()); i++) {
      features.add("heading:" + shape(first, i));
    }
    if (!draft.path.isEmpty()) {
      Tokens tokens = Tokens.of(draft.path.getLast());
      for (int i = 0; i < tokens.size(); i++) {
        features.add("under:" + (tokens.isNumber(i) ? FIGURE : tokens.word(i)));
      }
    }
    return features;
  }

  private void words(Draft draft) {
    List<String> words = new ArrayList<>();
    for (Line line : draft.lines) {
      for (int i = line.body(); i < line.tokens().size(); i++) {
        words.add(shape(line, i));
      }
    }
    int most = words.size();
    for (int i = 0; i < most; i++) {
      if (i >= BEGINNING && i < most - END) {
        i = most - END;
      }
      add("word", words.get(i));
      if (i + 1 < most) {
        add("pair", words.get(i) + " " + words.get(i + 1));
      }
    }
    words.stream().limit(FIRST_WORDS).forEach(word -> add("first", word));
    words.subList(Math.max(0, most - LAST_WORDS), most).forEach(word -> add("last", word));
    if (most > 1) {
      add("opens", words.get(0) + " " + words.get(1));
      add("closes", words.get(most - 2) + " " + words.get(most - 1));
    }
  }

  /** The word, but for figures, and for capitals that no beginning of a sentence explains. */
  static String shape(Line line, int i) {
    Tokens tokens = line.tokens();
    if (tokens.isNumber(i)) {
      return FIGURE;
    }
    boolean begins = i == line.body() || tokens.breaksBefore(i);
    return tokens.isCapitalised(i) && !begins && !line.isCapitals() ? CAPITAL : tokens.word(i);
  }
}
