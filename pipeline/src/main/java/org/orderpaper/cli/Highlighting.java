package org.orderpaper.cli;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Span;

/** Words of an item on a terminal, with what matched set off. */
final class Highlighting {

  private static final int CONTEXT = 90;
  private static final int MOST_SNIPPETS = 3;

  private Highlighting() {}

  /** Whether colours are wanted: on a terminal, and NO_COLOR is not set. */
  static boolean onTerminal() {
    return Terminal.isThere() && System.getenv("NO_COLOR") == null;
  }

  /** Up to three stretches of the masked text around {@code words}, each on a line of its own. */
  static List<String> snippets(MaskedText text, List<Span> words, boolean colour) {
    List<String> snippets = new ArrayList<>();
    int shownUpTo = 0;
    for (Span span : words) {
      Span masked = text.map(span);
      if (masked.start() < shownUpTo) {
        continue;
      }
      int from = wordStart(text.text(), Math.max(shownUpTo, masked.start() - CONTEXT));
      int to = wordEnd(text.text(), Math.min(text.text().length(), masked.end() + CONTEXT));
      snippets.add(marked(text, new Span(from, to), words, colour));
      shownUpTo = to;
      if (snippets.size() == MOST_SNIPPETS) {
        break;
      }
    }
    return snippets;
  }

  private static String marked(MaskedText text, Span stretch, List<Span> words, boolean colour) {
    StringBuilder line = new StringBuilder();
    int copied = stretch.start();
    for (Span span : words) {
      Span masked = text.map(span);
      if (masked.start() >= copied && masked.end() <= stretch.end()) {
        line.append(text.text(), copied, masked.start());
        line.append(colour ? "\033[1;33m" : "**").append(masked.of(text.text()));
        line.append(colour ? "\033[0m" : "**");
        copied = masked.end();
      }
    }
    line.append(text.text(), copied, stretch.end());
    return printable(line.toString());
  }

  /** On one line and without control characters, so that no document can steer a terminal. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ours = c == '\033' && text.startsWith("\033[", i);
      printable.append(ours || !Character.isISOControl(c) ? c : ' ');
    }
    return printable.toString();
  }

  private static int wordStart(String text, int from) {
    int space = text.indexOf(' ', from);
    return from == 0 || space < 0 || space - from > 20 ? from : space + 1;
  }

  private static int wordEnd(String text, int to) {
    int space = text.lastIndexOf(' ', to);
    return to == text.length() || space < 0 || to - space > 20 ? to : space;
  }
}
