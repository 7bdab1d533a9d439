package org.orderpaper.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes any number of small invented papers in six formats, the same ones for the same seed. The
 * arguments are the folder, how many, and the seed. One paper in twenty-five holds a motion that a
 * rule flags, one in fifty has the bytes of an earlier one, one in a hundred cannot be read.
 */
public final class ManyFiles {

  private static final List<String> FORMATS = List.of("txt", "html", "eml", "docx", "odt", "pdf");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private static final List<String> PLACES =
      List.of("Aldermoor", "Brindle", "Cawsey", "Dunhythe", "Eastrop", "Fernhill", "Gorsley");
  private static final List<String> SUBJECTS =
      List.of(
          "the bus to the hospital",
          "the library on Saturdays",
          "street lights by the school",
          "the swimming pool roof",
          "parking in the market place",
          "the allotment fence",
          "rubbish in the brook",
          "the youth club heating");
  private static final List<String> VERBS =
      List.of("calls on the council to see to", "asks the county to pay for", "welcomes news of");
  private static final List<String> REPORTS =
      List.of(
          "The treasurer reported a balance of £%d and was thanked.",
          "The organiser reported %d doors knocked since the last meeting.",
          "The membership officer reported %d members in good standing.",
          "It was reported that the raffle had raised £%d for the hall.");
  private static final String WHIP =
      "This meeting calls for the whip to be restored to Dana Okafor MP without delay.";

  private ManyFiles() {}

  /** Writes the papers. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
  }

  /** Writes {@code count} papers below {@code folder}, a hundred in each of its folders. */
  public static void write(Path folder, int count, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] last = {};
    for (int i = 0; i < count; i++) {
      String format = FORMATS.get(i % FORMATS.size());
      Path file = folder.resolve("unit-%03d/paper-%05d.%s".formatted(i / 100, i, format));
      Files.createDirectories(file.getParent());
      byte[] bytes = SampleMaker.bytes(paper(random, format, i), List.of());
      if (i % 50 == 49) {
        bytes = last;
      } else if (i % 100 == 71) {
        bytes = "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII);
      }
      Files.write(file, bytes);
      last = bytes;
    }
  }

  private static Source paper(Random random, String format, int number) {
    LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1_500));
    String unit = one(random, PLACES) + " Branch";
    Map<String, String> header = new LinkedHashMap<>();
    header.put("path", "paper." + format);
    if (format.equals("eml")) {
      header.put("From", "Secretary <secretary@branch.example>");
      header.put("To", "Members <members@branch.example>");
      header.put("Subject", "Minutes of " + unit);
      header.put("Message-ID", "<" + number + "@branch.example>");
    }
    List<String> lines = new ArrayList<>();
    lines.add(unit);
    lines.add("Minutes of the meeting held on " + DAY.format(day));
    lines.add("");
    int items = 5 + random.nextInt(5);
    for (int item = 1; item <= items; item++) {
      boolean flagged = item == 3 && number % 25 == 7;
      item(random, item, flagged, lines);
    }
    return new Source("paper " + number, header, inFormat(format, lines), List.of());
  }

  private static void item(Random random, int number, boolean flagged, List<String> lines) {
    if (flagged) {
      lines.add(number + ". Motion: the whip");
      lines.add(WHIP);
      lines.add(carried(random));
    } else if (random.nextInt(3) == 0) {
      String subject = one(random, SUBJECTS);
      lines.add(number + ". Motion: " + subject);
      lines.add("This branch " + one(random, VERBS) + " " + subject + ". " + talk(random));
      lines.add(carried(random));
    } else {
      lines.add(number + ". Report");
      lines.add(one(random, REPORTS).formatted(random.nextInt(1_000)) + " " + talk(random));
    }
    lines.add("");
  }

  private static String carried(Random random) {
    int votes = 10 + random.nextInt(40);
    return "The motion was carried, " + votes + " for, " + random.nextInt(9) + " against.";
  }

  private static String talk(Random random) {
    StringBuilder talk = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      talk.append("Members spoke about ")
          .append(one(random, SUBJECTS))
          .append(" and about ")
          .append(one(random, SUBJECTS))
          .append(" for ")
          .append(random.nextInt(90))
          .append(" minutes. ");
    }
    return talk.toString().strip();
  }

  private static List<String> inFormat(String format, List<String> lines) {
    if (!format.equals("html")) {
      return lines;
    }
    List<String> html = new ArrayList<>();
    html.add("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Minutes</title></head>");
    html.add("<body>");
    lines.stream().filter(line -> !line.isEmpty()).forEach(line -> html.add("<p>" + line + "</p>"));
    html.add("</body></html>");
    return html;
  }

  private static String one(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
