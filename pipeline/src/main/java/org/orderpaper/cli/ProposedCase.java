package org.orderpaper.cli;

import java.util.List;
import java.util.TreeSet;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Span;

/**
 * The {@code pass} cases that a decision "not a match" proposes for the rule: the sentences of the
 * evidence, with invented names in the place of the real ones.
 */
final class ProposedCase {

  private ProposedCase() {}

  static List<String> lines(Finding finding, BusinessItem item) {
    TreeSet<Span> sentences = new TreeSet<>();
    for (Evidence evidence : finding.evidence()) {
      item.sentences().stream()
          .filter(sentence -> sentence.overlaps(evidence.span()))
          .forEach(sentences::add);
    }
    return sentences.stream()
        .map(sentence -> "  - pass: \"" + quoted(withInventedNames(item, sentence)) + "\"")
        .toList();
  }

  private static String withInventedNames(BusinessItem item, Span sentence) {
    StringBuilder text = new StringBuilder();
    int copied = sentence.start();
    for (NameSpan name : item.names()) {
      if (name.span().overlaps(sentence) && name.span().start() >= copied) {
        text.append(item.text(), copied, name.span().start()).append(invented(name));
        copied = name.span().end();
      }
    }
    return text.append(item.text(), Math.min(copied, sentence.end()), sentence.end()).toString();
  }

  private static String invented(NameSpan name) {
    return switch (name.kind()) {
      case MP -> "Alex Example MP";
      case OFFICER, PERSON -> "Sam Example";
      case EMAIL -> "someone@party.example";
      case PHONE -> "01632 960000";
      case MEMBERSHIP -> "A000000";
    };
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ');
  }
}
