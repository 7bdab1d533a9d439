package org.orderpaper.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Span;

/**
 * A sample of sentences with their names marked, and the count of what a {@link NameFinder} makes
 * of them: {@code {{person:Jane Okafor}} spoke.}
 */
record LabelledNames(List<Sentence> sentences) {

  private static final Pattern MARK = Pattern.compile("\\{\\{(\\w+):([^}]+)}}");
  private static final String HELD_OUT = "# held out";

  /** A sentence without its marks, and where its names stand. */
  record Sentence(String text, List<NameSpan> names) {

    static Sentence of(String line) {
      StringBuilder text = new StringBuilder();
      List<NameSpan> names = new ArrayList<>();
      Matcher mark = MARK.matcher(line);
      int copied = 0;
      while (mark.find()) {
        text.append(line, copied, mark.start());
        Span span = new Span(text.length(), text.length() + mark.group(2).length());
        names.add(new NameSpan(span, kind(mark.group(1))));
        text.append(mark.group(2));
        copied = mark.end();
      }
      return new Sentence(text.append(line.substring(copied)).toString(), names);
    }

    private static NameKind kind(String word) {
      for (NameKind kind : NameKind.values()) {
        if (kind.label().equalsIgnoreCase(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of name: " + word);
    }
  }

  /** The sentences that names may be tuned on, or those that are held out. */
  static LabelledNames read(Path file, boolean heldOut) {
    List<Sentence> sentences = new ArrayList<>();
    boolean held = false;
    for (String line : lines(file)) {
      held |= line.equals(HELD_OUT);
      if (held == heldOut && !line.isBlank() && !line.startsWith("# ")) {
        sentences.add(Sentence.of(line));
      }
    }
    return new LabelledNames(sentences);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was found.
   *
   * @param found names of which every word is masked
   * @param missed names of which a word is left
   * @param ofKind names found that have the mask of their kind too
   * @param others capitalised words that are in no name
   * @param wronglyMasked those of them that are masked
   * @param remarks a line for each fault
   */
  record Figures(
      int found, int missed, int ofKind, int others, int wronglyMasked, List<String> remarks) {

    double recall() {
      return (double) found / (found + missed);
    }

    double wrong() {
      return (double) wronglyMasked / others;
    }

    @Override
    public String toString() {
      return "names found %d, missed %d (recall %.3f), of their kind %d; other capitalised words %d, wrongly masked %d (%.2f %%)"
          .formatted(found, missed, recall(), ofKind, others, wronglyMasked, 100 * wrong());
    }
  }

  /** Masks each sentence as a document of its own and counts. */
  Figures measure(Segmenter segmenter) {
    int found = 0;
    int ofKind = 0;
    int names = 0;
    int others = 0;
    int wrong = 0;
    List<String> remarks = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<NameSpan> masks = segmenter.caseItem(sentence.text()).names();
      for (NameSpan name : sentence.names()) {
        boolean whole = words(sentence.text(), name.span()).allMatch(word -> within(word, masks));
        names++;
        found += whole ? 1 : 0;
        ofKind += whole && hasKind(name, masks) ? 1 : 0;
        if (!whole) {
          remarks.add("missed " + name.span().of(sentence.text()) + " in: " + sentence.text());
        }
      }
      for (Span word : words(sentence.text(), new Span(0, sentence.text().length())).toList()) {
        if (isOther(sentence, word)) {
          others++;
          if (within(word, masks)) {
            wrong++;
            remarks.add("masked " + word.of(sentence.text()) + " in: " + sentence.text());
          }
        }
      }
    }
    return new Figures(found, names - found, ofKind, others, wrong, remarks);
  }

  private static java.util.stream.Stream<Span> words(String text, Span span) {
    return Pattern.compile("[\\p{L}\\p{M}'\u2019]+|\\d+")
        .matcher(text)
        .region(span.start(), span.end())
        .results()
        .map(word -> new Span(word.start(), word.end()));
  }

  private static boolean within(Span word, List<NameSpan> masks) {
    return masks.stream().anyMatch(mask -> mask.span().overlaps(word));
  }

  private static boolean hasKind(NameSpan name, List<NameSpan> masks) {
    return masks.stream()
        .filter(mask -> mask.span().overlaps(name.span()))
        .allMatch(mask -> mask.kind() == name.kind());
  }

  private static boolean isOther(Sentence sentence, Span word) {
    return Character.isUpperCase(sentence.text().charAt(word.start()))
        && !within(word, sentence.names());
  }
}
