package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;

/**
 * What is to be seen of each figure of an item, for {@link Learned}: the words and signs around it,
 * the labels of camps near it, its place among the figures beside it, and what the cues made of it.
 */
final class CountFeatures {

  /** Words before and after a figure that are looked at. */
  private static final int NEAR = 4;

  /** Words between a figure and the label of a camp. */
  private static final int REACH = 6;

  /** Words between figures of one count. */
  private static final int APART = 7;

  /** The most figures of an item that are looked at: a long table of numbers is no vote. */
  private static final int MOST = 60;

  private static final Set<String> NOTHING = Set.of("nothing", "nowt", "nane", "no", "neb");

  private CountFeatures() {}

  /**
   * A figure of an item.
   *
   * @param features what is to be seen of it
   */
  record Figure(BigDecimal value, boolean percent, Set<String> features) {}

  /**
   * Where a figure stands.
   *
   * @param left how many sentences of the item come after its own
   */
  private record Place(
      Stretch stretch, int left, int from, int to, BigDecimal value, boolean percent) {}

  /**
   * The figures of an item, in order, with their features.
   *
   * @param votes as {@link #votes} gives them
   */
  static List<Figure> of(ItemReader.Read byCues, Votes votes, List<Stretch> stretches) {
    List<Place> places = places(stretches);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      figures.add(new Figure(place.value(), place.percent(), features(places, i, byCues, votes)));
    }
    return figures;
  }

  /** The votes that the cues bind to the outcome, or else the last that they read. */
  static Votes votes(ItemReader.Read byCues, List<Stretch> stretches) {
    OutcomeReader.Reading reading = byCues.reading();
    return reading.votes().equals(Votes.NOT_STATED)
        ? OutcomeReader.lastCount(stretches, reading.outcome())
        : reading.votes();
  }

  private static List<Place> places(List<Stretch> stretches) {
    List<Place> places = new ArrayList<>();
    for (int n = 0; n < stretches.size(); n++) {
      Stretch stretch = stretches.get(n);
      List<DateReader.Mention> dates =
          DateReader.near(stretch.tokens(), stretch.body(), stretch.to());
      for (int i = stretch.body(); i < stretch.to(); ) {
        int hour = VoteReader.afterHour(stretch.tokens(), i);
        boolean time = hour > i || VoteReader.isDated(dates, i);
        Place place = time ? null : place(stretch, stretches.size() - 1 - n, i);
        if (place != null && places.size() < MOST) {
          places.add(place);
        }
        i = place == null ? Math.max(i + 1, hour) : place.to();
      }
    }
    return places;
  }

  private static @Nullable Place place(Stretch stretch, int left, int at) {
    Tokens tokens = stretch.tokens();
    String before = tokens.between(at);
    if (before.endsWith("£") || before.endsWith("€") || before.endsWith("$")) {
      return null;
    }
    if (VoteReader.isClock(tokens, at)) {
      return null;
    }
    NumberWords.Reading read = NumberWords.read(tokens, at);
    if (read == null) {
      return NOTHING.contains(tokens.word(at))
          ? new Place(stretch, left, at, at + 1, BigDecimal.ZERO, false)
          : null;
    }
    boolean year = read.value().intValue() >= 1900;
    boolean percent = tokens.word(read.next()).equals("%");
    return year ? null : new Place(stretch, left, at, read.next(), read.value(), percent);
  }

  private static Set<String> features(
      List<Place> places, int index, ItemReader.Read byCues, Votes votes) {
    Place place = places.get(index);
    Tokens tokens = place.stretch().tokens();
    Set<String> features = new LinkedHashSet<>();
    String outcome = byCues.reading().outcome().word();
    features.add("any");
    features.add("outcome:" + outcome);
    features.add("type:" + byCues.type().word());
    features.add("role:" + place.stretch().role().name().toLowerCase(Locale.ROOT));
    features.add("size:" + size(place.value()));
    features.add("digits:" + tokens.isNumber(place.from()));
    features.add("left:" + Math.min(2, place.left()));
    around(place, tokens, features);
    labels(place, features);
    cues(place, votes, features);
    run(places, index, outcome, features);
    return features;
  }

  private static String size(BigDecimal value) {
    int whole = value.intValue();
    return whole < 3
        ? Integer.toString(whole)
        : whole < 10 ? "some" : whole < 100 ? "tens" : "more";
  }

  private static void around(Place place, Tokens tokens, Set<String> features) {
    for (int n = 1; n <= NEAR; n++) {
      String before = shape(tokens, place.from() - n);
      String after = shape(tokens, place.to() + n - 1);
      features.add("before " + n + ":" + before);
      features.add("after " + n + ":" + after);
      features.add("before:" + before);
      features.add("after:" + after);
    }
    features.add(
        "before pair:" + shape(tokens, place.from() - 2) + " " + shape(tokens, place.from() - 1));
    features.add("after pair:" + shape(tokens, place.to()) + " " + shape(tokens, place.to() + 1));
    features.add("sign before:" + sign(tokens, place.from()));
    features.add("sign after:" + sign(tokens, place.to()));
    features.add("opens:" + (place.from() <= place.stretch().from()));
    features.add("closes:" + (place.to() >= place.stretch().to()));
  }

  private static String sign(Tokens tokens, int at) {
    if (at <= 0 || at >= tokens.size()) {
      return "end";
    }
    String sign = tokens.between(at).replaceAll("\\s+", " ");
    return sign.length() > 4 ? "long" : sign.replace('\u2013', '-').replace(' ', '_');
  }

  private static String shape(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return "end";
    }
    return tokens.isNumber(i) || NumberWords.read(tokens, i) != null ? "#" : tokens.word(i);
  }

  /** The nearest label of a camp on either side, with how far away it stands. */
  private static void labels(Place place, Set<String> features) {
    Stretch stretch = place.stretch();
    int from = Math.max(stretch.from(), place.from() - REACH);
    int to = Math.min(stretch.to(), place.to() + REACH);
    String before = "none";
    String after = "none";
    for (Hit hit : stretch.hits().longest("votes.", from, to)) {
      if (hit.to() <= place.from()) {
        before = hit.key() + " " + (place.from() - hit.to());
      } else if (hit.from() >= place.to() && after.equals("none")) {
        after = hit.key() + " " + (hit.from() - place.to());
      }
    }
    features.add("label before:" + before);
    features.add("label after:" + after);
    features.add("labels:" + before + " " + after);
    for (Hit hit : stretch.hits().of("", stretch.from(), stretch.to())) {
      boolean told =
          hit.key().startsWith("outcomes.")
              || hit.key().startsWith("subjects.")
              || hit.key().startsWith("rulings.")
              || hit.key().startsWith("counts.");
      if (told) {
        features.add("cue:" + hit.key());
        int gap = hit.from() >= place.to() ? hit.from() - place.to() : hit.to() - place.from() - 1;
        if (Math.abs(gap) <= 3) {
          features.add("cue " + gap + ":" + hit.key());
        }
      }
    }
  }

  private static void cues(Place place, Votes votes, Set<String> features) {
    boolean none = true;
    if (isSame(votes.inFavour(), place)) {
      features.add("cues:for");
      none = false;
    }
    if (isSame(votes.against(), place)) {
      features.add("cues:against");
      none = false;
    }
    if (isSame(votes.abstentions(), place)) {
      features.add("cues:abstain");
      none = false;
    }
    if (none) {
      features.add("cues:" + (votes.equals(Votes.NOT_STATED) ? "no votes" : "another figure"));
    }
  }

  private static boolean isSame(@Nullable BigDecimal votes, Place place) {
    return votes != null && votes.compareTo(place.value()) == 0;
  }

  /** Its place among the figures near it, and whether it is the larger of the two. */
  private static void run(List<Place> places, int index, String outcome, Set<String> features) {
    int first = index;
    while (first > 0 && isNear(places.get(first - 1), places.get(first))) {
      first--;
    }
    int last = index;
    while (last + 1 < places.size() && isNear(places.get(last), places.get(last + 1))) {
      last++;
    }
    String place = (index - first + 1) + " of " + (last - first + 1);
    features.add("run:" + place);
    features.add("run:" + place + " " + outcome);
    String compared = "";
    if (index > first) {
      compared += "before " + compared(places, index, index - 1);
    }
    if (index < last) {
      compared += " after " + compared(places, index, index + 1);
    }
    features.add("compared:" + compared);
    features.add("compared:" + compared + " " + outcome);
  }

  private static String compared(List<Place> places, int one, int other) {
    int sign = places.get(one).value().compareTo(places.get(other).value());
    return sign == 0 ? "same" : sign > 0 ? "more" : "less";
  }

  private static boolean isNear(Place one, Place other) {
    return one.stretch().line().index() == other.stretch().line().index()
        && other.from() - one.to() <= APART;
  }
}
