package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hslf.usermodel.HSLFComment;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFObjectData;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;
import org.jspecify.annotations.Nullable;

/** Reads presentations of PowerPoint 97 to 2003 (PPT). */
final class PptReader implements FormatReader {

  private static final int DEEPEST = 200;

  @Override
  public Reading read(Source source) throws IOException {
    try (BritishOffice _ = new BritishOffice();
        HSLFSlideShow show = new HSLFSlideShow(source.stream())) {
      DocumentWriter writer = source.writer();
      SlideWriter slides = new SlideWriter(writer);
      for (HSLFSlide slide : show.getSlides()) {
        if (!slides.isFull()) {
          slide(slide, slides);
        }
      }
      slides.finish();
      return new Reading(writer.finish(), embedded(show, source.limits()));
    }
  }

  private static List<Attachment> embedded(HSLFSlideShow show, ExtractionLimits limits)
      throws IOException {
    List<Attachment> embedded = new ArrayList<>();
    for (HSLFObjectData object : show.getEmbeddedObjects()) {
      try (InputStream in = object.getInputStream()) {
        byte[] bytes = in.readNBytes((int) limits.maxBytes() + 1);
        embedded.add(EmbeddedObject.unwrap("", bytes));
      }
    }
    return embedded;
  }

  private static void slide(HSLFSlide slide, SlideWriter slides) {
    slides.begin();
    for (HSLFShape shape : slide.getShapes()) {
      shape(shape, slides, 0);
    }
    @Nullable HSLFNotes notes = slide.getNotes();
    if (notes != null) {
      for (HSLFShape shape : notes.getShapes()) {
        if (shape instanceof HSLFTextShape text && isNote(text)) {
          slides.note(linesOf(text.getText()));
        }
      }
    }
    for (HSLFComment comment : slide.getComments()) {
      slides.comment(comment.getText());
    }
    if (slide.getHeadersFooters().isFooterVisible()) {
      @Nullable String footer = slide.getHeadersFooters().getFooterText();
      slides.footer(footer == null ? "" : footer);
    }
    slides.end();
  }

  private static boolean isNote(HSLFTextShape shape) {
    @Nullable Placeholder role = shape.getPlaceholder();
    return role == null || role == Placeholder.BODY;
  }

  private static void shape(Shape<?, ?> shape, SlideWriter slides, int depth) {
    switch (shape) {
      case TableShape<?, ?> table -> table(table, slides);
      case GroupShape<?, ?> group when depth < DEEPEST -> {
        for (Shape<?, ?> inner : group.getShapes()) {
          shape(inner, slides, depth + 1);
        }
      }
      case HSLFTextShape text -> text(text, slides);
      default -> {
        // Lines and pictures say nothing.
      }
    }
  }

  private static void text(HSLFTextShape shape, SlideWriter slides) {
    @Nullable Placeholder role = shape.getPlaceholder();
    boolean title =
        role == Placeholder.TITLE
            || role == Placeholder.CENTERED_TITLE
            || shape.getTextParagraphs().stream().anyMatch(PptReader::isTitle);
    if (role == Placeholder.SLIDE_NUMBER || role == Placeholder.DATETIME) {
      return;
    }
    SlideNumbers numbers = new SlideNumbers();
    for (HSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      String text = textOf(paragraph);
      if (text.isBlank()) {
        continue;
      }
      if (role == Placeholder.FOOTER) {
        slides.footer(text);
      } else {
        slides.add(title ? Draft.heading(1, text) : draft(paragraph, text, numbers));
      }
    }
  }

  private static boolean isTitle(HSLFTextParagraph paragraph) {
    int kind = paragraph.getRunType();
    return kind == TextPlaceholder.TITLE.nativeId || kind == TextPlaceholder.CENTER_TITLE.nativeId;
  }

  private static Draft draft(HSLFTextParagraph paragraph, String text, SlideNumbers numbers) {
    @Nullable AutoNumberingScheme scheme = paragraph.getAutoNumberingScheme();
    @Nullable Integer start = paragraph.getAutoNumberingStartAt();
    String number =
        numbers.next(
            paragraph.getIndentLevel(),
            scheme == null ? null : named(scheme),
            start == null ? 1 : start);
    boolean item = number != null || paragraph.isBullet();
    Draft draft =
        item ? Draft.listItem(paragraph.getIndentLevel() + 1, text) : Draft.paragraph(text);
    return draft.numbered(number).bold(isBold(paragraph));
  }

  /** As PPTX names it, such as {@code arabicPeriod}. */
  private static String named(AutoNumberingScheme scheme) {
    StringBuilder name = new StringBuilder();
    for (String word : scheme.name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(
          name.isEmpty()
              ? lower
              : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
    }
    return name.toString();
  }

  private static boolean isBold(TextParagraph<?, ?, ?> paragraph) {
    boolean bold = true;
    for (TextRun run : paragraph) {
      bold &= run.isBold() || run.getRawText().isBlank();
    }
    return bold;
  }

  private static String textOf(TextParagraph<?, ?, ?> paragraph) {
    StringBuilder text = new StringBuilder();
    for (TextRun run : paragraph) {
      text.append(run.getRawText());
    }
    return linesOf(text.toString());
  }

  /** PowerPoint ends a paragraph with a carriage return and a line with a vertical tab. */
  private static String linesOf(String raw) {
    return raw.replace('\r', '\n').replace('\u000b', '\n').strip();
  }

  private static void table(TableShape<?, ?> table, SlideWriter slides) {
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      List<TableRows.Cell> cells = new ArrayList<>();
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        List<Draft> cell = new ArrayList<>();
        @Nullable TextShape<?, ?> text = table.getCell(row, column);
        if (text != null) {
          for (TextParagraph<?, ?, ?> paragraph : text.getTextParagraphs()) {
            cell.add(Draft.paragraph(textOf(paragraph)).bold(isBold(paragraph)));
          }
        }
        cells.add(TableRows.Cell.of(cell));
      }
      List<Draft> drafts = new ArrayList<>();
      TableRows.add(cells, drafts);
      drafts.forEach(slides::add);
    }
  }
}
