package org.orderpaper.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Items for tests, made of a text and the names in it. */
public final class TestItems {

  private TestItems() {}

  /** A carried motion of Ashdown Vale CLP; {@code persons} are names of persons in its text. */
  public static BusinessItem item(String text, String... persons) {
    return of("paper.txt", Sha256.of("paper"), text, List.of(), persons);
  }

  /** An item of the document {@code sha256}. */
  public static BusinessItem inDocument(String source, String sha256, String text) {
    return of(source, sha256, text, List.of());
  }

  static BusinessItem withSentences(String text, List<Span> sentences) {
    return of("paper.txt", Sha256.of("paper"), text, sentences);
  }

  private static BusinessItem of(
      String source, String sha256, String text, List<Span> sentences, String... persons) {
    List<NameSpan> names = new ArrayList<>();
    for (String person : persons) {
      int start = text.indexOf(person);
      names.add(new NameSpan(new Span(start, start + person.length()), NameKind.PERSON));
    }
    return new BusinessItem(
        Sha256.id(sha256, text),
        source,
        sha256,
        new Meeting(
            "m1",
            DocumentKind.MINUTES,
            PaperStatus.UNSTATED,
            new Unit("ashdown-vale-clp", "Ashdown Vale CLP", UnitType.CLP),
            LocalDate.of(2020, 11, 27),
            DateSource.HEADER,
            Confidence.high("stated"),
            List.of("kind: minutes")),
        1,
        null,
        new Span(0, text.length()),
        List.of(new PageStart(0, 1)),
        List.of("7 Motions"),
        "",
        text,
        sentences,
        names,
        ItemType.MOTION,
        Voice.UNIT_DECISION,
        List.of(),
        Outcome.CARRIED,
        null,
        Votes.NOT_STATED,
        List.of(new ActShown(Act.DISCUSS, true, null), new ActShown(Act.PASS, false, null)),
        StructuralFacts.NONE,
        new ItemConfidence(
            Confidence.high("a"), Confidence.high("b"), Confidence.high("c"), Confidence.high("d")),
        List.of());
  }
}
