package org.orderpaper.model;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text with its names masked, and the way from the offsets of the clear text to its own.
 *
 * <p>The same name has the same number throughout one item; numbers start afresh in the next, so
 * that masks cannot be followed from item to item.
 */
public final class MaskedText {

  private final String clear;
  private final String masked;
  private final List<NameSpan> names;
  private final int[] maskStarts;
  private final int[] maskEnds;

  private MaskedText(
      String clear, String masked, List<NameSpan> names, int[] maskStarts, int[] maskEnds) {
    this.clear = clear;
    this.masked = masked;
    this.names = names;
    this.maskStarts = maskStarts;
    this.maskEnds = maskEnds;
  }

  /** The text of {@code item}, masked. */
  public static MaskedText of(BusinessItem item) {
    return of(item.text(), item.names());
  }

  /**
   * Masks {@code clear}.
   *
   * @param names spans of {@code clear} in order, not overlapping
   */
  public static MaskedText of(String clear, List<NameSpan> names) {
    StringBuilder masked = new StringBuilder(clear.length());
    Map<NameKind, Map<String, Integer>> numbers = new EnumMap<>(NameKind.class);
    int[] starts = new int[names.size()];
    int[] ends = new int[names.size()];
    int copied = 0;
    for (int i = 0; i < names.size(); i++) {
      NameSpan name = names.get(i);
      masked.append(clear, copied, name.span().start());
      Map<String, Integer> ofKind = numbers.computeIfAbsent(name.kind(), k -> new HashMap<>());
      String key = name.span().of(clear).toLowerCase(Locale.ROOT);
      int number = ofKind.computeIfAbsent(key, k -> ofKind.size() + 1);
      starts[i] = masked.length();
      masked.append('[').append(name.kind().label()).append(' ').append(number).append(']');
      ends[i] = masked.length();
      copied = name.span().end();
    }
    masked.append(clear, copied, clear.length());
    return new MaskedText(clear, masked.toString(), List.copyOf(names), starts, ends);
  }

  /** The masked text. */
  public String text() {
    return masked;
  }

  /**
   * The span of the masked text for a span of the clear text. A span that touches a name covers its
   * whole mask.
   */
  public Span map(Span span) {
    return new Span(mapped(span.start(), false), mapped(span.end(), true));
  }

  /** The masked words for a span of the clear text. */
  public String words(Span span) {
    return map(span).of(masked);
  }

  private int mapped(int offset, boolean end) {
    if (offset > clear.length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    int shift = 0;
    for (int i = 0; i < names.size(); i++) {
      Span name = names.get(i).span();
      if (end ? offset <= name.start() : offset < name.start()) {
        break;
      }
      if (offset < name.end()) {
        return end ? maskEnds[i] : maskStarts[i];
      }
      shift = maskEnds[i] - name.end();
    }
    return offset + shift;
  }

  /** The length only: the text is for reports, not for logs. */
  @Override
  public String toString() {
    return "MaskedText[" + masked.length() + " characters]";
  }
}
