package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Votes;

/**
 * The votes of a decided item as labelled papers teach to read them: which figure is whose, and
 * whether words say that nobody was against.
 */
final class CountReader {

  static final String FOR = "for";
  static final String AGAINST = "against";
  static final String ABSTAIN = "abstain";

  /** Neither camp of those who did not agree is said to be empty. */
  static final String OPEN = "open";

  /** Nobody against; of abstentions nothing is said. */
  static final String NEM_CON = "nem-con";

  static final String UNANIMOUS = "unanimous";

  private CountReader() {}

  /**
   * @param read the item as the cues read it
   * @param item its features
   */
  static Votes read(
      ItemReader.Read read, List<Stretch> stretches, Set<String> item, Learned learned) {
    Votes byCues = CountFeatures.votes(read, stretches);
    List<CountFeatures.Figure> figures = CountFeatures.of(read, byCues, stretches);
    Camp inFavour = new Camp(FOR);
    Camp against = new Camp(AGAINST);
    Camp abstentions = new Camp(ABSTAIN);
    for (CountFeatures.Figure figure : figures) {
      LearnedModel.Judgement judged = learned.count(figure.features());
      inFavour.offer(figure, judged);
      against.offer(figure, judged);
      abstentions.offer(figure, judged);
    }
    boolean agree =
        agrees(inFavour, byCues.inFavour())
            || agrees(against, byCues.against())
            || agrees(abstentions, byCues.abstentions());
    String accord = accord(learned, item, byCues, read.type());
    boolean united = accord.equals(UNANIMOUS);
    BigDecimal opposed =
        against.or(
            united || accord.equals(NEM_CON)
                ? BigDecimal.ZERO
                : agree ? byCues.against() : told(byCues.against(), figures));
    BigDecimal silent =
        abstentions.or(
            united
                ? BigDecimal.ZERO
                : agree ? byCues.abstentions() : told(byCues.abstentions(), figures));
    BigDecimal agreed = inFavour.or(agree ? byCues.inFavour() : told(byCues.inFavour(), figures));
    if (byCues.inFavour() != null && byCues.against() != null) {
      // A count that the cues read whole is right more often than what is put together.
      BigDecimal silentToo = abstentions.isVoid() ? null : silent;
      BigDecimal rest = byCues.abstentions() == null ? silentToo : byCues.abstentions();
      return new Votes(byCues.inFavour(), byCues.against(), rest, byCues.percent());
    }
    boolean none = agreed == null && opposed == null && silent == null;
    return none
        ? Votes.NOT_STATED
        : new Votes(agreed, opposed, silent, inFavour.percent() || against.percent());
  }

  private static boolean isVoidLabel(String feature) {
    return feature.startsWith("label before:votes.void 0")
        || feature.startsWith("label after:votes.void 0");
  }

  private static boolean agrees(Camp camp, @Nullable BigDecimal byCues) {
    BigDecimal value = camp.value();
    return value != null && byCues != null && value.compareTo(byCues) == 0;
  }

  /**
   * What cues say in so many words stands; where they say nothing, what was learned counts. That
   * minutes were agreed by all is a form of words, not a vote, more often than not.
   */
  private static String accord(Learned learned, Set<String> item, Votes byCues, ItemType type) {
    boolean against = isZero(byCues.against()) && type != ItemType.ADMIN;
    if (against && isZero(byCues.abstentions())) {
      return UNANIMOUS;
    }
    String judged = learned.accord(accord(item, byCues));
    return against && judged.equals(OPEN) ? NEM_CON : judged;
  }

  /** The features from which it is judged whether words say that nobody was against. */
  static Set<String> accord(Set<String> item, Votes byCues) {
    Set<String> features = new LinkedHashSet<>(item);
    features.add(
        "zeros:"
            + (isZero(byCues.against()) ? "against" : "")
            + (isZero(byCues.abstentions()) ? " abstain" : ""));
    return features;
  }

  static boolean isZero(@Nullable BigDecimal votes) {
    return votes != null && votes.signum() == 0;
  }

  /** What the cues read in words, such as "only the treasurer against"; no figure, no zero. */
  private static @Nullable BigDecimal told(
      @Nullable BigDecimal votes, List<CountFeatures.Figure> figures) {
    if (votes == null || isZero(votes)) {
      return null;
    }
    boolean figure = figures.stream().anyMatch(one -> one.value().compareTo(votes) == 0);
    return figure ? null : votes;
  }

  /** The figure that is most likely a camp's. */
  private static final class Camp {
    private final String name;
    private CountFeatures.@Nullable Figure figure;
    private double probability;

    Camp(String name) {
      this.name = name;
    }

    void offer(CountFeatures.Figure other, LearnedModel.Judgement judged) {
      if (judged.label().equals(name) && judged.probability() > probability) {
        figure = other;
        probability = judged.probability();
      }
    }

    @Nullable BigDecimal or(@Nullable BigDecimal otherwise) {
      CountFeatures.Figure chosen = figure;
      return chosen == null ? otherwise : chosen.value();
    }

    @Nullable BigDecimal value() {
      return or(null);
    }

    /** "Spoiled 2": papers that are no votes at all. */
    boolean isVoid() {
      CountFeatures.Figure chosen = figure;
      return chosen != null && chosen.features().stream().anyMatch(CountReader::isVoidLabel);
    }

    boolean percent() {
      CountFeatures.Figure chosen = figure;
      return chosen != null && chosen.percent();
    }
  }
}
