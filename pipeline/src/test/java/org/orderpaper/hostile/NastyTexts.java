package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.lengthy;
import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Text that makes patterns, tables and sentences grow without end. */
final class NastyTexts {

  private static final String HEAD =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      1. Apologies
      Apologies were received and noted.

      2. Motion: the library
      """;
  private static final int RUN = 40_000;
  private static final int LONG_RUN = 2_500_000;

  /** What is repeated, by the name of the file. */
  private static final Map<String, String> RUNS = new TreeMap<>();

  static {
    RUNS.put("spaces", " ");
    RUNS.put("dots", ".");
    RUNS.put("spaced-dots", ". ");
    RUNS.put("dashes", "-");
    RUNS.put("spaced-dashes", " - ");
    RUNS.put("digits", "7");
    RUNS.put("decimal-numbers", "1.");
    RUNS.put("letters-and-dots", "a.");
    RUNS.put("brackets-open", "(");
    RUNS.put("brackets-of-numbers", "(1) ");
    RUNS.put("brackets-of-capitals", "(AB) ");
    RUNS.put("moved-by", "Moved by ");
    RUNS.put("moved-and-seconded", "Moved by A, seconded by B, ");
    RUNS.put("dates", "1/1/");
    RUNS.put("dates-in-words", "1 May ");
    RUNS.put("votes", "1-1-");
    RUNS.put("votes-in-words", "1 for, 1 against, ");
    RUNS.put("misters", "Mr ");
    RUNS.put("names", "Mr Tolworth ");
    RUNS.put("capitals", "ABCDEFGH");
    RUNS.put("capital-words", "Ashdown ");
    RUNS.put("capitals-and-particles", "De La ");
    RUNS.put("initials", "A. B. ");
    RUNS.put("hyphens", "a-");
    RUNS.put("quotation-marks", "\"");
    RUNS.put("quoted", "“a” ");
    RUNS.put("apostrophes", "a'");
    RUNS.put("colons", ": ");
    RUNS.put("labels", "Present: ");
    RUNS.put("at-signs", "a@");
    RUNS.put("addresses", "a@b.c");
    RUNS.put("domains", "a@b." + "c.".repeat(20));
    RUNS.put("telephones", "07 ");
    RUNS.put("question-marks", "? ");
    RUNS.put("semicolons", "a; ");
    RUNS.put("stars", "*");
    RUNS.put("bold-stars", "**a ");
    RUNS.put("square-brackets", "[");
    RUNS.put("links", "[a](");
    RUNS.put("bars", "|");
    RUNS.put("bar-cells", "| a ");
    RUNS.put("hashes", "#");
    RUNS.put("quotes", ">");
    RUNS.put("backslashes", "\\");
    RUNS.put("tabs", "\t");
    RUNS.put("underlines", "_");
    RUNS.put("carried", "carried ");
    RUNS.put("not-carried", "not carried, ");
    RUNS.put("suspended", "suspended member MP whip ");
    RUNS.put("condemns", "condemns the suspension of ");
    RUNS.put("motion", "motion ");
    RUNS.put("resolved", "Resolved: ");
    RUNS.put("this-branch", "This branch notes ");
    RUNS.put("that", "that ");
    RUNS.put("and", "and ");
    RUNS.put("zero-width", "\u200Ba");
    RUNS.put("right-to-left", "\u202Ea");
    RUNS.put("combining", "e\u0301");
    RUNS.put("surrogates", "😀");
    RUNS.put("ligatures", "ﬃ");
    RUNS.put("unit-names", "Ashdown Vale CLP ");
    RUNS.put("pounds", "£1 ");
    RUNS.put("times", "7.30 p.m. ");
    RUNS.put("sentences", "It was so. ");
    RUNS.put("abbreviations", "Cllr. ");
  }

  private NastyTexts() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    RUNS.forEach((name, run) -> {
      files.add(quick("texts/line-of-" + name + ".txt", "checked", () -> line(run, RUN)));
      files.add(
          quick("texts/nothing-but-" + name + ".txt", "checked|no-text", () -> only(run, RUN)));
      files.add(
          lengthy(
              "texts/long-line-of-" + name + ".txt",
              "checked|checked-partial",
              () -> line(run, LONG_RUN)));
    });
    RUNS.forEach((name, run) -> {
      files.add(quick("texts/lines-of-" + name + ".txt", "checked", () -> lines(run, 200)));
      files.add(
          lengthy("texts/many-lines-of-" + name + ".txt", "checked", () -> lines(run, 25_000)));
    });
    files.add(quick("texts/one-word.txt", "checked", () -> utf8(HEAD + "abcde".repeat(100_000))));
    files.add(
        lengthy(
            "texts/one-word-of-5-million-letters.txt",
            "checked-partial",
            () -> utf8(HEAD + "abcde".repeat(1_000_000))));
    files.add(
        lengthy(
            "texts/one-line-of-5-million-characters.txt",
            "checked-partial",
            () -> utf8(HEAD + "The meeting noted the raffle and the tea. ".repeat(120_000))));
    files.add(
        quick(
            "texts/nine-million-blank-lines.txt",
            "checked",
            () -> utf8(HEAD + "\n".repeat(9_000_000))));
    files.add(
        lengthy(
            "texts/five-million-lines.txt",
            "checked-partial",
            () -> utf8(HEAD + "a\n".repeat(4_900_000))));
    files.add(
        quick(
            "texts/a-letter-with-200000-accents.txt",
            "checked",
            () -> utf8(HEAD + "e" + "\u0301\u0316".repeat(100_000))));
    files.add(
        lengthy(
            "texts/a-letter-with-1-million-accents.txt",
            "checked",
            () -> utf8(HEAD + "e" + "\u0301\u0316".repeat(500_000))));
    files.add(quick("texts/items-5000.txt", "checked", () -> items(5_000)));
    files.add(lengthy("texts/items-200000.txt", "checked|checked-partial", () -> items(200_000)));
    files.add(
        quick(
            "texts/one-motion-told-4000-times.txt",
            "checked",
            () -> lines("Motion 1: carried, 12 for and 3 against.\n", 4_000)));
    files.add(
        quick(
            "texts/4000-amendments-and-the-motion.txt",
            "checked",
            () -> lines("Amendment by Hill. Lost. The motion as amended was carried.\n", 4_000)));
    files.add(
        quick(
            "texts/a-register-of-4000-days.txt",
            "checked",
            () -> lines("8 March 2018. Carried.\n\n12 July 2019. Lost.\n\n", 2_000)));
    files.add(quick("texts/numbered-deep.txt", "checked", NastyTexts::deepNumbers));
    files.add(
        quick(
            "texts/short-lines-50000.txt", "checked|checked-partial", () -> lines("a\n", 50_000)));
    files.add(
        lengthy(
            "texts/short-lines-1-million.txt", "checked-partial", () -> lines("a\n", 1_000_000)));
    files.add(
        lengthy(
            "texts/of-50-megabytes.txt",
            "checked-partial",
            () -> lines("The meeting noted the raffle, the tea and the chair.\n", 1_000_000)));
    files.add(quick("texts/headings-2000.md", "checked", () -> lines("# A heading\n\n", 2_000)));
    files.add(quick("texts/json.txt", "checked", () -> utf8(HEAD + "[{\"a\":".repeat(20_000))));
    files.add(quick("texts/quotes-deep.txt", "checked", () -> utf8(HEAD + "> ".repeat(20_000))));
    files.add(quick("texts/columns.csv", "checked", () -> utf8("a,".repeat(100_000) + "\n1,2\n")));
    files.add(
        quick(
            "texts/rows.csv", "checked", () -> utf8("Date,Text\n" + "1/1/2020,a\n".repeat(2_000))));
    files.add(
        quick(
            "texts/open-quote.csv",
            "checked",
            () -> utf8("Date,Text\n\"" + "a,b\n".repeat(25_000))));
    files.add(quick("texts/formulas.csv", "checked", NastyTexts::formulas));
    files.add(quick("texts/script.txt", "checked", NastyTexts::script));
    return files;
  }

  private static byte[] line(String run, int length) {
    return utf8(
        HEAD + "This meeting notes " + run.repeat(length / run.length()) + "\n\nEnd of it.\n");
  }

  /** Lines of nothing else: as they stand, after a number, after the sign of a heading. */
  private static byte[] only(String run, int length) {
    String all = run.repeat(length / run.length() / 4);
    return utf8(all + "\n\n" + all + "x\n\n1. " + all + "x\n\n# A" + all + "x\n");
  }

  private static byte[] lines(String run, int count) {
    String line = run.endsWith("\n") ? run : run.repeat(Math.max(1, 40 / run.length())) + "\n";
    return utf8(HEAD + line.repeat(count));
  }

  private static byte[] items(int count) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 3; i < count; i++) {
      text.append(i).append(". Motion ").append(i).append("\nIt was carried.\n");
    }
    return utf8(text.toString());
  }

  private static byte[] deepNumbers() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int depth = 1; depth < 700; depth++) {
      text.append("1.".repeat(depth)).append(" An item\n");
    }
    return utf8(text.toString());
  }

  private static byte[] formulas() {
    return utf8(
        """
        Date,Text
        2020-11-19,"=HYPERLINK(""http://127.0.0.1/"",""the whip be restored to Dana Okafor MP"")"
        2020-11-20,"@SUM(1+1)*cmd|' /C calc'!A0"
        2020-11-21,"+1-1 this branch condemns the suspension of Dana Okafor MP"
        """);
  }

  /** Live if a report forgot to escape a title, a heading or a text. */
  private static byte[] script() {
    return utf8(
        """
        <script>alert(1)</script> CLP
        Minutes of the meeting held on 27 November 2020

        1. <script>alert(2)</script><img src=x onerror=alert(3)>
        This meeting calls for the whip to be restored to Dana Okafor MP </script><svg/onload=alert(4)>.
        The motion was carried, 20 for, 4 against.
        """);
  }
}
