package org.orderpaper.segment;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Voice;
import org.orderpaper.segment.LearnedModel.Judgement;

/**
 * What labelled papers teach about the type, outcome, voice and votes of items, where one begins,
 * and what is none. The cues read an item first; what they read is evidence here, beside the words
 * of the item, and so a chatty "that's gone to the CLP then" is understood where no cue is. {@code
 * docs/decisions/0008} says why.
 */
final class Learned {

  /** From here on nineteen of twenty judgements are right on papers not learned from. */
  private static final double HIGH = 0.95;

  private static final double MEDIUM = 0.7;

  /** The label of a boundary. */
  static final String BEGINS = "begins";

  private final LearnedModel types;
  private final LearnedModel outcomes;
  private final LearnedModel voices;
  private final LearnedModel counts;
  private final LearnedModel accords;
  private final LearnedModel boundaries;
  private final LearnedModel matters;

  private Learned(
      LearnedModel types,
      LearnedModel outcomes,
      LearnedModel voices,
      LearnedModel counts,
      LearnedModel accords,
      LearnedModel boundaries,
      LearnedModel matters) {
    this.types = types;
    this.outcomes = outcomes;
    this.voices = voices;
    this.counts = counts;
    this.accords = accords;
    this.boundaries = boundaries;
    this.matters = matters;
  }

  /** The models that Orderpaper comes with. */
  static Learned shipped() {
    return new Learned(
        LearnedModel.read("learned/type.txt"),
        LearnedModel.read("learned/outcome.txt"),
        LearnedModel.read("learned/voice.txt"),
        LearnedModel.read("learned/count.txt"),
        LearnedModel.read("learned/accord.txt"),
        LearnedModel.read("learned/boundary.txt"),
        LearnedModel.read("learned/matter.txt"));
  }

  /** The same with another model of boundaries. */
  Learned withBoundaries(LearnedModel other) {
    return new Learned(types, outcomes, voices, counts, accords, other, matters);
  }

  /**
   * A judgement in our words.
   *
   * @param probability from 0 to 1
   */
  record Judged<T>(T value, double probability, Confidence sure) {}

  /** Papers are judged before any item, and by a small model. */
  private static final class Kinds {
    static final LearnedModel SHIPPED = LearnedModel.read("learned/kind.txt");
  }

  static Judged<DocumentKind> kind(Collection<String> features) {
    Judgement judgement = Kinds.SHIPPED.judge(features);
    return new Judged<>(
        word(DocumentKind.class, judgement), judgement.probability(), sure(judgement));
  }

  Judged<ItemType> type(Collection<String> features) {
    Judgement judgement = types.judge(features);
    return new Judged<>(word(ItemType.class, judgement), judgement.probability(), sure(judgement));
  }

  Judged<Outcome> outcome(Collection<String> features) {
    Judgement judgement = outcomes.judge(features);
    return new Judged<>(word(Outcome.class, judgement), judgement.probability(), sure(judgement));
  }

  Judged<Voice> voice(Collection<String> features) {
    Judgement judgement = voices.judge(features);
    return new Judged<>(word(Voice.class, judgement), judgement.probability(), sure(judgement));
  }

  /** Whose votes a figure counts: a word of {@link CountReader}, or {@code none}. */
  Judgement count(Collection<String> features) {
    return counts.guess(features);
  }

  /** Whether words say that nobody was against: a word of {@link CountReader}. */
  String accord(Collection<String> features) {
    return accords.guess(features).label();
  }

  /** How likely other business begins with a sentence, from 0 to 1. */
  double begins(Collection<String> features) {
    Judgement judgement = boundaries.guess(features);
    return judgement.label().equals(BEGINS) ? judgement.probability() : 1 - judgement.probability();
  }

  /** How likely an item is no matter of its own, from 0 to 1. */
  double isNoMatter(Collection<String> features) {
    Judgement judgement = matters.guess(features);
    return judgement.label().equals(Matters.NONE)
        ? judgement.probability()
        : 1 - judgement.probability();
  }

  private static <T extends Enum<T> & VocabularyWord> T word(Class<T> kind, Judgement judgement) {
    @Nullable T word = VocabularyWord.of(kind, judgement.label()).orElse(null);
    if (word == null) {
      throw new IllegalStateException("the model knows a label that we do not");
    }
    return word;
  }

  private static Confidence sure(Judgement judgement) {
    String reason = "as labelled papers have it (" + String.join(", ", judgement.reasons()) + ")";
    if (judgement.probability() >= HIGH) {
      return Confidence.high(reason);
    }
    return judgement.probability() >= MEDIUM ? Confidence.medium(reason) : Confidence.low(reason);
  }
}
