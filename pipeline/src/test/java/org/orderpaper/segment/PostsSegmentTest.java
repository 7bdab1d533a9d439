package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Passage;
import org.orderpaper.model.Voice;

/** Exports of social accounts, from the bytes of the file to the items. */
class PostsSegmentTest {

  private static final Path CSV = Path.of("../corpus-samples/formats/csv");

  @TempDir Path folder;

  private static ExtractedDocument document(Path file) {
    return new Extractor(ExtractionLimits.defaults()).extract(file).getFirst().extraction()
            instanceof Extraction.Text text
        ? text.document()
        : new ExtractedDocument("", List.of(), null, null, null);
  }

  private static List<BusinessItem> items(Path file) {
    String name = String.valueOf(file.getFileName());
    return Docs.SEGMENTER.segment(name, "00", LedgerState.CHECKED, document(file)).items();
  }

  private List<BusinessItem> itemsOf(String csv) throws Exception {
    return items(Files.writeString(folder.resolve("export.csv"), csv));
  }

  private static List<String> dates(List<BusinessItem> items) {
    return items.stream().map(item -> String.valueOf(item.meeting().date())).toList();
  }

  private static List<String> dates(String name) {
    List<BusinessItem> items = items(CSV.resolve(name));
    assertThat(items)
        .allSatisfy(item -> {
          assertThat(item.meeting().kind()).isEqualTo(DocumentKind.SOCIAL);
          assertThat(item.heading()).isEmpty();
          assertThat(item.text()).doesNotContain("\n");
        });
    return dates(items);
  }

  @Test
  void eachRowIsAnItemWithTheDayOfItsRow() {
    assertThat(dates("posts-of-x-with-the-year-last.csv"))
        .containsExactly("2018-10-10", "2019-02-02", "2019-02-03");
    assertThat(dates("posts-of-x-in-capitals-with-offsets.csv"))
        .containsExactly("2018-10-10", "2018-10-11");
    assertThat(dates("posts-of-bluesky-with-tabs.tsv")).containsExactly("2021-03-04", "2021-03-05");
    assertThat(dates("posts-dated-by-seconds.csv")).containsExactly("2018-10-20", "2018-10-21");
    assertThat(dates("posts-of-an-account-with-quoted-lines.csv"))
        .containsExactly("2025-03-03", "2025-03-05");
  }

  @Test
  void whetherTheDayOrTheMonthComesFirstIsToldByTheOtherRows() {
    assertThat(dates("page-posts-month-first.csv")).containsExactly("2021-05-23", "2021-06-04");
    assertThat(dates("page-posts-day-first.csv")).containsExactly("2021-06-04", "2021-05-23");
  }

  @Test
  void aDateThatReadsTwoWaysIsNoneEvenIfTextAndFileNameHoldOthers() {
    String name = "posts-whose-dates-read-two-ways-2021-03-31.csv";
    assertThat(dates(name)).containsExactly("null", "2021-05-05", "null");
    assertThat(items(CSV.resolve(name)).getFirst().confidence().date().level())
        .isEqualTo(Confidence.Level.LOW);
    assertThat(dates("shares-of-linkedin.csv")).containsExactly("2020-11-27", "null");
  }

  @Test
  void rowsThatContradictEachOtherTellNothingOfTheRest() throws Exception {
    List<BusinessItem> items =
        itemsOf(
            """
            Posted,Post message
            23/05/2021,One
            05/23/2021,Two
            04/06/2021,Three
            """);
    assertThat(dates(items)).containsExactly("2021-05-23", "2021-05-23", "null");
  }

  @Test
  void theDayIsReadHoweverItIsWritten() throws Exception {
    List<BusinessItem> items =
        itemsOf(
            """
            Posted on,Posted at,Post text
            ,"Oct 9, 2018, 8:19 PM",a
            ,9 October 2018 at 20:19,b
            ,8:19 pm · 9 Oct 2018,c
            ,"Tue, 09 Oct 2018 20:19:24 GMT",d
            ,20181009T201924Z,e
            ,2018/10/9 20:19,f
            ,09.10.2018 20:19,g
            ,1539116364.123,h
            ,09-Oct-18,i
            ,31/02/2018,j
            """);
    assertThat(dates(items).subList(0, 9)).containsOnly("2018-10-09");
    assertThat(dates(items).getLast()).isEqualTo("null");
  }

  @Test
  void aRetweetIsTheVoiceOfAnother() {
    List<BusinessItem> items = items(CSV.resolve("posts-of-x-with-the-year-last.csv"));
    assertThat(items)
        .extracting(BusinessItem::voice)
        .containsExactly(Voice.UNIT_STATEMENT, Voice.QUOTED, Voice.UNIT_STATEMENT);
    assertThat(items.get(0).passages()).isEmpty();
    Passage repeated = items.get(2).passages().getFirst();
    assertThat(repeated.voice()).isEqualTo(Voice.QUOTED);
    assertThat(repeated.span().of(items.get(2).text()))
        .isEqualTo("RT @oldmarl: The library must stay open.");
  }

  @Test
  void thePostIsItsRowInTheDocument() {
    Path file = CSV.resolve("page-posts-month-first.csv");
    ExtractedDocument document = document(file);
    assertThat(items(file))
        .hasSize(2)
        .allSatisfy(item -> {
          assertThat(item.span().of(document.text()).strip()).isEqualTo(item.text());
          assertThat(String.valueOf(item.meeting().unit())).contains("=Hollin Ward Branch,");
        });
  }

  @Test
  void tablesOfOtherThingsHoldNoPosts() throws Exception {
    assertThat(items(CSV.resolve("payments-are-no-posts.csv")))
        .noneSatisfy(item -> assertThat(item.meeting().dateSource()).isEqualTo(DateSource.ROW));
    for (String header :
        List.of(
            "Item,Action,When,Status",
            "Post,Name,Date,Vote",
            "Date,Title,Description,Owner",
            "ID,Date,Description,Sum")) {
      assertThat(itemsOf(header + "\nOne thing,04/03/2021,Jo writes to the council,5\n"))
          .as(header)
          .noneSatisfy(item -> assertThat(item.meeting().dateSource()).isEqualTo(DateSource.ROW));
    }
  }

  @Test
  void aPostThatBeginsLikeMinutesIsAPost() throws Exception {
    List<BusinessItem> items =
        itemsOf(
            """
            Date,Post
            2021-03-04,Minutes of the meeting held on 1 March 2021
            2021-03-05,Motion: the whip
            """);
    assertThat(dates(items)).containsExactly("2021-03-04", "2021-03-05");
  }
}
