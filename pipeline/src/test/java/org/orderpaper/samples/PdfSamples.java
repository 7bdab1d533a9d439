package org.orderpaper.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Printed sheets, one trap each. */
final class PdfSamples {

  private static final List<String> LEFT =
      List.of(
          "This branch notes that the buses were",
          "withdrawn in the spring without notice,",
          "and that people who work late have no",
          "other way to get home. The drivers told",
          "us of it in March, and we thank them for",
          "that.");

  private static final List<String> RIGHT =
      List.of(
          "The branch believes that a long-term",
          "plan is needed, and that it should be",
          "written with those who ride the buses",
          "and those who drive them. It resolves to",
          "write to the council and to the com-",
          "pany before the end of the month.");

  private PdfSamples() {}

  /** What is printed on the sheets of one document. */
  private interface Print {
    void on(PrintedSheet sheet) throws IOException;
  }

  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    put(all, "two-columns-painted-across", PdfSamples::columnsAcross);
    put(all, "two-columns-of-unequal-height-under-a-title", PdfSamples::columnsUnderTitle);
    put(all, "three-columns", PdfSamples::threeColumns);
    put(all, "small-table", PdfSamples::table);
    put(all, "table-with-wrapped-cells", PdfSamples::wrappedTable);
    put(all, "labels-are-no-table", PdfSamples::labels);
    put(all, "sentence-over-the-page-with-footer-and-footnote", PdfSamples::overThePage);
    put(all, "odd-and-even-headers", PdfSamples::oddAndEven);
    put(all, "hanging-numbers-and-bullets", PdfSamples::hanging);
    put(all, "hidden-layer-under-the-text", PdfSamples::hiddenLayer);
    put(all, "bold-by-painting-twice", PdfSamples::paintedTwice);
    put(all, "letters-set-apart", PdfSamples::spacedLetters);
    put(all, "page-turned-by-its-dictionary", PdfSamples::turnedPage);
    put(all, "text-in-a-form-object", PdfSamples::formObject);
    put(all, "comment-and-pinned-file", PdfSamples::comment);
    put(all, "roman-page-numbers-and-dated-footers", PdfSamples::datedFooters);
    put(all, "headings-by-size-and-by-weight", PdfSamples::headings);
    put(all, "bold-that-heads-and-bold-that-does-not", PdfSamples::boldKinds);
    put(all, "bold-by-drawing-outlines", PdfSamples::outlined);
    put(all, "two-lists-side-by-side", PdfSamples::lists);
    put(all, "numbers-that-run-across", PdfSamples::acrossNumbers);
    put(all, "dates-beside-prose", PdfSamples::sidebar);
    put(all, "notes-in-the-margin-of-prose", PdfSamples::marginNotes);
    put(all, "list-of-long-lines-is-no-paragraph", PdfSamples::longList);
    put(all, "hanging-bullets-in-narrow-columns", PdfSamples::narrowBullets);
    put(all, "table-with-empty-cells", PdfSamples::emptyCells);
    put(all, "says-more-pages-than-it-has", PdfSamples::wrongCount);
    return all;
  }

  private static void put(Map<String, byte[]> all, String name, Print print) throws IOException {
    try (PrintedSheet sheet = new PrintedSheet()) {
      print.on(sheet.page());
      all.put("pdf/" + name + ".pdf", sheet.bytes());
    }
  }

  private static void columnsAcross(PrintedSheet sheet) throws IOException {
    sheet.at(72, 760, 16, sheet.bold, "News of the Hollin branch for March");
    for (int i = 0; i < LEFT.size(); i++) {
      sheet.at(72, 720 - 14 * i, 11, sheet.plain, LEFT.get(i));
      sheet.at(310, 720 - 14 * i, 11, sheet.plain, RIGHT.get(i));
    }
    sheet.at(
        72, 600, 11, sheet.plain, "Printed by the branch for its members, and for nobody else.");
  }

  private static void columnsUnderTitle(PrintedSheet sheet) throws IOException {
    sheet.at(72, 760, 16, sheet.bold, "News of the Hollin branch for March");
    for (int i = 0; i < LEFT.size(); i++) {
      sheet.at(72, 720 - 14 * i, 11, sheet.plain, LEFT.get(i));
    }
    sheet.at(72, 720 - 14 * 7, 11, sheet.plain, "The secretary has the letter.");
    for (int i = 0; i < RIGHT.size(); i++) {
      sheet.at(310, 720 - 14 * i, 11, sheet.plain, RIGHT.get(i));
    }
  }

  private static void threeColumns(PrintedSheet sheet) throws IOException {
    List<List<String>> columns =
        List.of(
            List.of(
                "The chair opened the meeting at seven",
                "and welcomed the new members of the",
                "branch, of whom there were three. The",
                "minutes of February were agreed."),
            List.of(
                "The treasurer had brought the accounts",
                "and said that they were in order, but",
                "that the hall was dearer than it had",
                "been a year before."),
            List.of(
                "The motion on the evening buses was",
                "carried with all hands but one, and the",
                "secretary was asked to send it to the",
                "council at once."));
    for (int line = 0; line < 4; line++) {
      for (int column = 0; column < 3; column++) {
        sheet.at(
            40 + 175 * column, 700 - 12 * line, 9.5f, sheet.plain, columns.get(column).get(line));
      }
    }
  }

  private static void table(PrintedSheet sheet) throws IOException {
    sheet.line("Votes at the March meeting");
    String[][] rows = {
      {"Motion", "For", "Against", "Abstained"},
      {"Evening buses", "23", "4", "2"},
      {"Library hours", "9", "9", "0"}
    };
    for (int row = 0; row < rows.length; row++) {
      for (int cell = 0; cell < 4; cell++) {
        sheet.at(72 + 110 * cell, 700 - 18 * row, 11, sheet.plain, rows[row][cell]);
      }
    }
    sheet.at(72, 620, 11, sheet.plain, "The chair declared the first motion carried.");
  }

  private static void wrappedTable(PrintedSheet sheet) throws IOException {
    String[][] lines = {
      {"Item", "What was agreed", "Who"},
      {"Buses", "Write to the council about the", "Secretary"},
      {"", "evening service", ""},
      {"Hall", "Book it for April", "Treasurer"}
    };
    float[] heights = {720, 700, 687, 667};
    for (int line = 0; line < lines.length; line++) {
      for (int cell = 0; cell < 3; cell++) {
        if (!lines[line][cell].isEmpty()) {
          sheet.at(
              72 + 60 * cell + 130 * (cell / 2), heights[line], 11, sheet.plain, lines[line][cell]);
        }
      }
    }
  }

  private static void labels(PrintedSheet sheet) throws IOException {
    String[][] lines = {
      {"Present:", "A. Carrow (Chair), B. Tolworth"},
      {"Apologies:", "C. Ashdown"},
      {"Date:", "3 March 2025"}
    };
    for (int line = 0; line < lines.length; line++) {
      sheet.at(72, 700 - 18 * line, 11, sheet.plain, lines[line][0]);
      sheet.at(150, 700 - 18 * line, 11, sheet.plain, lines[line][1]);
    }
    sheet.at(72, 630, 11, sheet.plain, "For: 12");
    sheet.at(200, 630, 11, sheet.plain, "Against: 3");
  }

  private static void overThePage(PrintedSheet sheet) throws IOException {
    sheet.at(72, 800, 9, sheet.plain, "Hollin Ward branch, March 2025");
    sheet.line(
        "This branch notes that the evening buses on the Hollin estate were withdrawn in the");
    sheet.line(
        "spring without notice, that a long-term plan was promised, and that people who work");
    sheet.at(72, 90, 8, sheet.plain, "1 The promise was made at the meeting in May.");
    sheet.at(72, 80, 8, sheet.plain, "2 So the minutes of June say.");
    sheet.at(280, 30, 9, sheet.plain, "Page 1 of 2");
    sheet.page();
    sheet.at(72, 800, 9, sheet.plain, "Hollin Ward branch, March 2025");
    sheet.line("late have no other way to get home.");
    sheet.down(12).line("Carried.");
    sheet.at(280, 30, 9, sheet.plain, "Page 2 of 2");
  }

  private static void oddAndEven(PrintedSheet sheet) throws IOException {
    for (int page = 1; page <= 5; page++) {
      if (page > 1) {
        sheet.page();
        String header = page % 2 == 0 ? "Minutes" : "Hollin Ward branch";
        sheet.at(page % 2 == 0 ? 72 : 400, 800, 9, sheet.plain, header);
      }
      sheet.down(page > 1 ? 20 : 0).line(RIGHT.get(page - 1) + ".");
      sheet.at(page % 2 == 0 ? 72 : 500, 30, 9, sheet.plain, Integer.toString(page));
    }
  }

  private static void hanging(PrintedSheet sheet) throws IOException {
    float y = 720;
    String[][] entries = {
      {"1.", "Apologies were received from three members, one of whom", "had written at length."},
      {"2.", "The motion on evening buses was carried after a debate of", "an hour."},
      {"(a)", "The secretary writes to the council."}
    };
    for (String[] entry : entries) {
      sheet.at(72, y, 11, sheet.plain, entry[0]);
      for (int i = 1; i < entry.length; i++) {
        sheet.at(100, y, 11, sheet.plain, entry[i]);
        y -= 14;
      }
      y -= 4;
    }
    for (String bullet : List.of("stamps were bought", "the hall was booked")) {
      sheet.at(100, y, 11, sheet.symbol, "●");
      sheet.at(118, y, 11, sheet.plain, bullet);
      y -= 14;
    }
  }

  private static void hiddenLayer(PrintedSheet sheet) throws IOException {
    for (int i = 0; i < LEFT.size(); i++) {
      sheet.at(72, 720 - 14 * i, 11, sheet.plain, LEFT.get(i));
    }
    for (int i = 0; i < LEFT.size(); i++) {
      sheet.show(
          73,
          721 - 14 * i,
          10.8f,
          sheet.plain,
          RenderingMode.NEITHER,
          0,
          LEFT.get(i).replace("b", "h"));
    }
  }

  private static void paintedTwice(PrintedSheet sheet) throws IOException {
    sheet.at(72, 720, 12, sheet.plain, "Motions for the annual meeting");
    sheet.at(72.4f, 720, 12, sheet.plain, "Motions for the annual meeting");
    sheet.at(72, 690, 11, sheet.plain, "There were none.");
  }

  private static void spacedLetters(PrintedSheet sheet) throws IOException {
    sheet.show(72, 720, 11, sheet.plain, RenderingMode.FILL, 6, "MINUTES OF THE MEETING");
    sheet.at(72, 690, 11, sheet.plain, "There were none.");
  }

  private static void turnedPage(PrintedSheet sheet) throws IOException {
    sheet.page.setMediaBox(new PDRectangle(595, 842));
    sheet.page.setRotation(90);
    for (int i = 0; i < LEFT.size(); i++) {
      sheet.upwards(100 + 14 * i, 72, 11, LEFT.get(i));
    }
  }

  private static void formObject(PrintedSheet sheet) throws IOException {
    PDFormXObject form = new PDFormXObject(sheet.document);
    form.setBBox(new PDRectangle(595, 842));
    PDResources resources = new PDResources();
    form.setResources(resources);
    COSName font = resources.add(sheet.plain);
    try (var out = form.getCOSObject().createOutputStream()) {
      out.write(
          ("BT /" + font.getName() + " 11 Tf 72 700 Td (The motion is in a form.) Tj ET")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    sheet.line("Before it.");
    try (PDPageContentStream out = sheet.stream()) {
      out.drawForm(form);
    }
  }

  private static void comment(PrintedSheet sheet) throws IOException {
    sheet.line("The motion was carried.");
    PDAnnotationText comment = new PDAnnotationText();
    comment.setContents("Was it competent?");
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("motion.txt");
    file.setEmbeddedFile(
        new PDEmbeddedFile(
            sheet.document, new ByteArrayInputStream(PageSamples.utf8("The motion in full.\n"))));
    PDAnnotationFileAttachment pinned = new PDAnnotationFileAttachment();
    pinned.setFile(file);
    sheet.page.setAnnotations(List.of(comment, pinned));
  }

  private static void datedFooters(PrintedSheet sheet) throws IOException {
    String[] numbers = {"i", "ii", "iii"};
    for (int page = 0; page < 3; page++) {
      if (page > 0) {
        sheet.page();
      }
      sheet.down(30).lines(72, 11, LEFT.subList(2 * page, 2 * page + 2));
      sheet.at(72, 40, 9, sheet.plain, "Printed on 3 March 2025");
      sheet.at(300, 30, 9, sheet.plain, numbers[page]);
    }
  }

  private static void headings(PrintedSheet sheet) throws IOException {
    sheet.at(72, 760, 20, sheet.bold, "Minutes of the branch");
    sheet.at(72, 725, 14, sheet.bold, "Motions");
    sheet.down(35).lines(72, 11, LEFT);
    sheet.down(10);
    sheet.at(72, 605, 11, sheet.bold, "Library");
    sheet.down(30).lines(72, 11, RIGHT);
  }

  private static void boldKinds(PrintedSheet sheet) throws IOException {
    sheet.at(72, 780, 11, sheet.bold, "Hollin Ward branch");
    sheet.at(72, 766, 11, sheet.bold, "Minutes of the meeting of 3 March 2025");
    sheet.at(72, 736, 11, sheet.plain, "3.");
    sheet.at(100, 736, 11, sheet.bold, "Matters arising");
    sheet.at(72, 720, 11, sheet.plain, "The secretary had written to the council.");
    sheet.at(72, 690, 11, sheet.bold, "MOTIONS");
    sheet.at(72, 674, 11, sheet.bold, "Motion 1: Evening buses");
    sheet.at(72, 658, 11, sheet.bold, "Resolved:");
    sheet.at(
        125, 658, 11, sheet.plain, "that the secretary writes to the company about the buses.");
    sheet.at(72, 638, 11, sheet.bold, "Carried unanimously");
    sheet.at(72, 608, 11, sheet.bold, "Motion 2: Library hours");
    sheet.at(72, 592, 11, sheet.bold, "Proposed: A. Carrow");
    sheet.at(
        72, 576, 11, sheet.plain, "This branch asks for the library to be open on Mondays again,");
    sheet.at(72, 562, 11, sheet.plain, "and for the new shelves that were promised in the autumn.");
    sheet.at(
        72, 536, 11, sheet.bold, "This branch will not accept that the hours are cut without a");
    sheet.at(72, 522, 11, sheet.bold, "word to those who use the library.");
    sheet.at(72, 496, 11, sheet.bold, "What next?");
    sheet.at(72, 480, 11, sheet.plain, "The next meeting is on 7 April.");
    sheet.at(72, 440, 11, sheet.bold, "B. Tolworth");
    sheet.at(72, 426, 11, sheet.plain, "Secretary");
  }

  private static void outlined(PrintedSheet sheet) throws IOException {
    sheet.show(72, 740, 11, sheet.plain, RenderingMode.FILL_STROKE, 0, "Buses");
    sheet.down(16).lines(72, 11, LEFT);
    sheet.at(72, 620, 11, sheet.plain, "Library");
    sheet.at(72.4f, 620, 11, sheet.plain, "Library");
    sheet.down(35).lines(72, 11, RIGHT);
  }

  private static void across(PrintedSheet sheet, String[][] rows, float... lefts)
      throws IOException {
    for (int row = 0; row < rows.length; row++) {
      for (int cell = 0; cell < rows[row].length; cell++) {
        if (!rows[row][cell].isEmpty()) {
          sheet.at(lefts[cell], 700 - 14 * row, 11, sheet.plain, rows[row][cell]);
        }
      }
    }
  }

  private static void lists(PrintedSheet sheet) throws IOException {
    sheet.at(72, 750, 16, sheet.bold, "Agenda for the March meeting");
    String[][] rows = {
      {"1. Welcome and apologies", "6. Reports of councillors"},
      {"2. Minutes of February", "7. Motions"},
      {"3. Matters arising", "8. Delegates to the general committee"},
      {"4. Correspondence", "9. Any other business"},
      {"5. Report of the treasurer", ""}
    };
    across(sheet, rows, 72, 310);
  }

  private static void acrossNumbers(PrintedSheet sheet) throws IOException {
    String[][] rows = {
      {"1. Welcome", "2. Minutes"},
      {"3. Matters arising", "4. Correspondence"},
      {"5. Motions", "6. Elections"}
    };
    across(sheet, rows, 72, 310);
  }

  private static void sidebar(PrintedSheet sheet) throws IOException {
    String[][] rows = {
      {LEFT.get(0), "Dates"},
      {LEFT.get(1), "Stall: 8 March"},
      {LEFT.get(2), "Social: 15 March"},
      {LEFT.get(3), "Canvass: 22 March"},
      {LEFT.get(4), "Annual meeting: 3 May"},
      {LEFT.get(5), ""}
    };
    across(sheet, rows, 72, 380);
  }

  private static void marginNotes(PrintedSheet sheet) throws IOException {
    String[][] rows = {
      {LEFT.get(0), ""},
      {LEFT.get(1), "BT to write"},
      {LEFT.get(2), ""},
      {LEFT.get(3), ""},
      {LEFT.get(4), "CA to thank them"},
      {LEFT.get(5), ""}
    };
    across(sheet, rows, 72, 420);
  }

  private static void longList(PrintedSheet sheet) throws IOException {
    sheet.lines(
        72,
        11,
        List.of(
            "Welcome and apologies for absence",
            "Minutes of the February meeting",
            "Matters arising from the minutes",
            "Report from the councillors of the ward",
            "Report from the treasurer",
            "Motions"));
  }

  private static void narrowBullets(PrintedSheet sheet) throws IOException {
    String[][] rows = {
      {"•", "Stamps were bought for the", "•", "Buses are still late in the"},
      {"", "spring mailing and the raffle", "", "evening on the estate"},
      {"•", "The hall was booked until", "•", "The library is shut on"},
      {"", "the summer", "", "Mondays and Fridays"},
      {"•", "Leaflets went out to", "•", "Posters are needed for the"},
      {"", "every house on the estate", "", "stall on Saturday"}
    };
    across(sheet, rows, 72, 84, 310, 322);
  }

  private static void emptyCells(PrintedSheet sheet) throws IOException {
    String[][] rows = {
      {"Chair", "A. Carrow", "Hollin"},
      {"Secretary", "B. Tolworth", "Upper Stane"},
      {"Press officer", "vacant", ""},
      {"Treasurer", "", "Lower Quay"},
      {"Youth officer", "D. Merrow", "Hollin"}
    };
    across(sheet, rows, 72, 200, 330);
  }

  private static void wrongCount(PrintedSheet sheet) throws IOException {
    sheet.line("The minutes of February were agreed.").page().line("The meeting closed at nine.");
    sheet.document.getPages().getCOSObject().setInt(COSName.COUNT, 7);
  }
}
