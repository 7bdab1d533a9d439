package org.orderpaper.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.orderpaper.model.Span;

/** Cuts a text into sentences; a line end always ends one. Not thread-safe: one a document. */
final class Sentences {

  private final SentenceDetectorME detector = new SentenceDetectorME(Model.SENTENCES);

  /** Loaded when first needed, once. */
  private static final class Model {
    static final SentenceModel SENTENCES = load();

    private static SentenceModel load() {
      try (InputStream in =
          Sentences.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
        if (in == null) {
          throw new IllegalStateException("the sentence model is not on the class path");
        }
        return new SentenceModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Spans of {@code text}, in order. */
  List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      line(text, start, end, sentences);
      start = end + 1;
    }
    return sentences;
  }

  private void line(String text, int start, int end, List<Span> sentences) {
    String line = text.substring(start, end);
    if (line.isBlank()) {
      return;
    }
    if (!mayHoldTwo(line)) {
      sentences.add(trimmed(line, 0, line.length()).shifted(start));
      return;
    }
    for (opennlp.tools.util.Span span : detector.sentPosDetect(line)) {
      Span sentence = trimmed(line, span.getStart(), span.getEnd());
      if (sentence.length() > 0) {
        sentences.add(sentence.shifted(start));
      }
    }
  }

  private static boolean mayHoldTwo(String line) {
    for (int i = 0; i < line.length() - 2; i++) {
      char c = line.charAt(i);
      if ((c == '.' || c == '!' || c == '?' || c == '\u201d' || c == '"')
          && hasSpaceAfter(line, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSpaceAfter(String line, int i) {
    return Character.isWhitespace(line.charAt(i + 1)) || Character.isWhitespace(line.charAt(i + 2));
  }

  private static Span trimmed(String line, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(line.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }
}
