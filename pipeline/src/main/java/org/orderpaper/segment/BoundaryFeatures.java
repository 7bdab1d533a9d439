package org.orderpaper.segment;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.segment.CueBook.Hit;

/**
 * What is to be seen where one sentence of an item follows another, for {@link Learned}: whether
 * other business begins there. Names of persons are no features.
 */
final class BoundaryFeatures {

  private static final int FIRST_WORDS = 3;
  private static final int WORDS = 14;
  private static final int FEW = 4;

  /** Sentences of the business before that are looked at for what it is about. */
  private static final int LOOK_BACK = 12;

  private static final int MOST_SHARED = 3;

  private final Set<String> features = new LinkedHashSet<>();

  private BoundaryFeatures() {}

  /**
   * The sentences of an item, with what is the same at each of them.
   *
   * @param layout of the paper, as {@link #layout} tells it
   * @param headings the features of its headings
   * @param subjects the words of each sentence that say what it is about
   */
  record Run(
      Draft draft,
      List<Stretch> stretches,
      DocumentKind kind,
      String layout,
      Set<String> headings,
      List<Set<String>> subjects) {

    static Run of(Draft draft, List<Stretch> stretches, DocumentKind kind, String layout) {
      // Where one sentence is all, none follows another.
      boolean one = stretches.size() < 2;
      return new Run(
          draft,
          stretches,
          kind,
          layout,
          one ? Set.of() : ItemFeatures.headings(draft),
          one ? List.of() : stretches.stream().map(SubjectWords::of).toList());
    }
  }

  /**
   * @param at the sentence before which a boundary may stand, from 1
   * @param begun the sentence with which the business before it began
   */
  static Set<String> of(Run run, int at, int begun) {
    List<Stretch> stretches = run.stretches();
    BoundaryFeatures seen = new BoundaryFeatures();
    seen.place(run.draft(), stretches, at, begun, run.kind());
    seen.add("layout", run.layout() + " " + (run.draft().headingEnd > 0));
    seen.add("layout bullet", run.layout() + " " + stretches.get(at).line().isBullet());
    seen.sentence("this", stretches.get(at));
    seen.words(stretches.get(at));
    seen.sentence("before", stretches.get(at - 1));
    seen.last(stretches.get(at - 1));
    if (at + 1 < stretches.size()) {
      seen.sentence("next", stretches.get(at + 1));
    }
    seen.soFar(stretches.subList(begun, at), stretches.get(at));
    seen.features.addAll(run.headings());
    seen.subject(run, at, begun);
    return seen.features;
  }

  /** How many items of a paper have titles: where all have, what has none belongs to one. */
  static String layout(List<Draft> drafts) {
    long titled = drafts.stream().filter(draft -> draft.headingEnd > 0).count();
    return titled * 3 >= drafts.size() * 2L
        ? "titled"
        : titled * 3 >= drafts.size() ? "partly titled" : "untitled";
  }

  private void add(String name, Object value) {
    features.add(name + ":" + value);
  }

  private void place(Draft draft, List<Stretch> stretches, int at, int begun, DocumentKind kind) {
    Stretch stretch = stretches.get(at);
    Stretch before = stretches.get(at - 1);
    features.add("any");
    boolean line = stretch.line().index() != before.line().index();
    add("line", line);
    add("kind", kind.word());
    add("hint", draft.hint.name().toLowerCase(Locale.ROOT));
    add("section", draft.section.name().toLowerCase(Locale.ROOT));
    add("headed", draft.headingEnd > 0);
    add("row", stretch.line().is(BlockKind.TABLE_ROW));
    add("bullet", line && stretch.line().isBullet());
    add("label", line && stretch.line().label() != null);
    add("roles", role(before) + " " + role(stretch));
    add("done", Math.min(FEW, at - begun));
    add("left", Math.min(FEW, stretches.size() - at));
    add("sentences", 32 - Integer.numberOfLeadingZeros(stretches.size()));
    add(
        "sentences and heading",
        (32 - Integer.numberOfLeadingZeros(stretches.size())) + " " + (draft.headingEnd > 0));
    add("length", 32 - Integer.numberOfLeadingZeros(stretch.to() - stretch.from()));
    add("cell", !line && stretch.tokens().between(stretch.from()).indexOf('\t') >= 0);
  }

  private static String role(Stretch stretch) {
    return stretch.role().name().toLowerCase(Locale.ROOT);
  }

  private void sentence(String which, Stretch stretch) {
    int body = stretch.body();
    for (Hit hit : stretch.hits().of("", stretch.from(), stretch.to())) {
      add(which, hit.key());
      if (which.equals("this") && hit.from() <= body + 1) {
        add("begins", hit.key());
      }
    }
  }

  private void words(Stretch stretch) {
    int body = stretch.body();
    String first = "";
    for (int i = body; i < Math.min(stretch.to(), body + WORDS); i++) {
      String word = shape(stretch, i);
      add("word", word);
      add("pair", word + " " + shape(stretch, i + 1));
      if (i < body + FIRST_WORDS) {
        add("word " + (i - body), word);
        first = first.isEmpty() ? word : first + " " + word;
        add("opens", first);
      }
    }
    add("closes", shape(stretch, stretch.to() - 1));
  }

  private void last(Stretch stretch) {
    for (int i = Math.max(stretch.from(), stretch.to() - FIRST_WORDS); i < stretch.to(); i++) {
      add("last", shape(stretch, i));
    }
  }

  /** What the business before has come to. */
  private void soFar(List<Stretch> before, Stretch stretch) {
    boolean decided = before.stream().anyMatch(BoundaryFeatures::decides);
    boolean moved = before.stream().anyMatch(BoundaryFeatures::moves);
    String so = (decided ? "decided" : "open") + (moved ? " moved" : "");
    add("so far", so);
    add(
        "so far and now",
        so + (decides(stretch) ? " decides" : "") + (moves(stretch) ? " moves" : ""));
  }

  /** Whether the sentence, and the next, go on about what the business before is about. */
  private void subject(Run run, int at, int begun) {
    int from = Math.max(begun, at - LOOK_BACK);
    Set<String> subject = new HashSet<>();
    run.subjects().subList(from, at).forEach(subject::addAll);
    int length =
        run.stretches().subList(from, at).stream()
            .mapToInt(stretch -> stretch.to() - stretch.from())
            .sum();
    Stretch stretch = run.stretches().get(at);
    Set<String> own = run.subjects().get(at);
    add("shared", SubjectWords.shared(own, subject, MOST_SHARED));
    add("words so far", 32 - Integer.numberOfLeadingZeros(length));
    add("second capital", stretch.tokens().isCapitalised(stretch.body() + 1));
    if (at + 1 < run.stretches().size()) {
      Set<String> next = run.subjects().get(at + 1);
      add(
          "next shares",
          SubjectWords.shared(next, own, 2) + " " + SubjectWords.shared(next, subject, 2));
    }
  }

  static boolean decides(Stretch stretch) {
    return !stretch.hits().of("outcomes.", stretch.from(), stretch.to()).isEmpty()
        || stretch.has("votes.against")
        || stretch.has("votes.unanimous");
  }

  private static boolean moves(Stretch stretch) {
    return !stretch.hits().of("motions.", stretch.from(), stretch.to()).isEmpty()
        || stretch.has("clauses.unit-subject");
  }

  private static String shape(Stretch stretch, int i) {
    boolean within = i >= 0 && i < stretch.tokens().size();
    return within ? ItemFeatures.shape(stretch.line(), i) : "end";
  }
}
