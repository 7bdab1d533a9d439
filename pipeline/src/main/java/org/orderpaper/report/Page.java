package org.orderpaper.report;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes a page from its template. */
final class Page {

  /** The call of a compiled template. */
  interface Template {
    void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
  }

  private Page() {}

  // JTE calls an interceptor only in templates compiled with one; ours are not.
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  static void write(Writer out, Template template) {
    template.render(new OwaspHtmlTemplateOutput(new WriterOutput(new VisibleControls(out))), null);
  }

  /**
   * Shows characters that would act on the page instead of being read: those that turn the
   * direction of the text around, with which a file name can pass for another, and controls.
   */
  private static final class VisibleControls extends FilterWriter {

    VisibleControls(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      char[] one = {(char) c};
      write(one, 0, 1);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      write(text.substring(offset, offset + length).toCharArray(), 0, length);
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      int copied = offset;
      for (int i = offset; i < offset + length; i++) {
        if (acts(chars[i])) {
          out.write(chars, copied, i - copied);
          out.write(String.format(Locale.ROOT, "[U+%04X]", (int) chars[i]));
          copied = i + 1;
        }
      }
      out.write(chars, copied, offset + length - copied);
    }

    private static boolean acts(char c) {
      return (c >= '\u202A' && c <= '\u202E')
          || (c >= '\u2066' && c <= '\u2069')
          || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
  }
}
