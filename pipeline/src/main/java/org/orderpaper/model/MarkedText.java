package org.orderpaper.model;

/**
 * The text of an item as the index sees it: of the same length as the clear text, so that offsets
 * need no translation, with each name replaced by a marker of its kind and each sentence and
 * paragraph closed by a boundary.
 *
 * <p>The markers are characters of Unicode's private use area. The same characters in a document
 * are replaced by spaces first, so that no document can forge a marker.
 */
public final class MarkedText {

  /** Ends a sentence. */
  public static final char SENTENCE = '\uE000';

  /** Ends a paragraph, and with it a sentence. */
  public static final char PARAGRAPH = '\uE001';

  /** Pads a marker to the length of the name that it stands for. */
  public static final char PAD = '\uE002';

  private static final char PRIVATE_FIRST = '\uE000';
  private static final char PRIVATE_LAST = '\uF8FF';

  private MarkedText() {}

  /** The marker that stands for a name of {@code kind}. */
  public static char marker(NameKind kind) {
    return switch (kind) {
      case MP -> '\uE010';
      case OFFICER -> '\uE011';
      case PERSON -> '\uE012';
      case EMAIL -> '\uE013';
      case PHONE -> '\uE014';
      case MEMBERSHIP -> '\uE015';
    };
  }

  /** The marked text of {@code item}; as long as its clear text. */
  public static String of(BusinessItem item) {
    StringBuilder marked = new StringBuilder(item.text());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c >= PRIVATE_FIRST && c <= PRIVATE_LAST) {
        marked.setCharAt(i, ' ');
      } else if (c == '\n') {
        marked.setCharAt(i, PARAGRAPH);
      }
    }
    for (Span sentence : item.sentences()) {
      // The boundary takes the place of the white space after the sentence; the last has none.
      int gap = sentence.end();
      if (gap < marked.length() && Character.isWhitespace(marked.charAt(gap))) {
        marked.setCharAt(gap, SENTENCE);
      }
    }
    for (NameSpan name : item.names()) {
      for (int i = name.span().start(); i < name.span().end(); i++) {
        marked.setCharAt(i, i == name.span().start() ? marker(name.kind()) : PAD);
      }
    }
    return marked.toString();
  }
}
