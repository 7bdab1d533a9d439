package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;

class ReportPageTest {

  private static final String PAGE = Rendered.file(Demo.input(), "index.html");
  private static final String WELFARE = Rendered.file(Demo.input(), "welfare/index.html");

  @Test
  void nothingInADocumentBecomesMarkup() {
    for (String page : List.of(PAGE, WELFARE)) {
      assertThat(page).doesNotContain("<script>alert").doesNotContain("<img");
    }
    assertThat(PAGE).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(elements(PAGE, "script")).hasSize(1);
  }

  @Test
  void thePolicyNamesTheHashesOfStyleAndScript() throws NoSuchAlgorithmException {
    String policy = policy(PAGE);

    assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe");
    assertThat(policy)
        .contains("style-src '" + hash(elements(PAGE, "style").getFirst()) + "'")
        .contains("script-src '" + hash(elements(PAGE, "script").getFirst()) + "'");
    assertThat(policy(WELFARE)).doesNotContain("script-src");
  }

  @Test
  void thePageAsksForNothingFromOutside() {
    for (String page : List.of(PAGE, WELFARE)) {
      assertThat(page)
          .doesNotContainPattern("(?:src|href)=\"(?!#|welfare/index\\.html)")
          .doesNotContain("url(")
          .doesNotContain("@import")
          .doesNotContain(" style=\"")
          .doesNotContainPattern("<[^>]+ on[a-z]+=");
    }
  }

  @Test
  void charactersThatTurnTheDirectionAreShownInsteadOfObeyed() {
    assertThat(PAGE)
        .contains("[U+202E]fdp.exe")
        .contains("[U+0000]")
        .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
  }

  @Test
  void theSectionsStandInTheOrderOfUrgency() {
    Matcher section = Pattern.compile("<section id=\"([a-z-]+)\"").matcher(PAGE);

    assertThat(section.results().map(found -> found.group(1)))
        .containsExactly(
            "faults",
            "ledger",
            "ranked",
            "upcoming",
            "handled",
            "over-restriction",
            "observed",
            "trial",
            "log",
            "decided",
            "welfare",
            "statistics");
  }

  @Test
  void aBrokenRuleIsNamedWithItsPlace() {
    assertThat(ReportTest.section(PAGE, "faults"))
        .contains("settlement/circumstances.yaml:14:7: unknown word");
  }

  @Test
  void theEvidenceIsMarkedInTheMaskedText() {
    assertThat(PAGE)
        .contains("<mark title=\"relief\">reinstated without delay</mark>")
        .contains("7.2 Reinstatement of <mark title=\"subject\">[person 1]</mark>");
  }

  @Test
  void theClauseSaysWhenItHeldAndHowGoodItsTextIs() {
    String ranked = ReportTest.section(PAGE, "ranked");

    assertThat(ranked)
        .contains("GS-2020-11-05")
        .contains("no end recorded")
        .contains("to 31 March 2021 (superseded)")
        .contains("reproduction, circular to secretaries")
        .contains("presumed from the outcome");
  }

  @Test
  void otherPapersWithTheSameMotionAreNamed() {
    assertThat(ReportTest.section(PAGE, "ranked"))
        .contains("ashdown-vale/2020-11-19-agenda.pdf")
        .contains("copies/ashdown.docx");
  }

  @Test
  void whatCanBeAdvisedStandsWithMeetingsToCome() {
    assertThat(ReportTest.section(PAGE, "upcoming"))
        .contains("GS-2020-11-26 forbids discussing it, passing it, publishing it.")
        .contains("can be withdrawn, or ruled out before it is heard");
  }

  @Test
  void onAFirstScanNothingIsMarkedAsNew() {
    ReportInput demo = Demo.input();
    ReportInput first =
        new ReportInput(
            demo.version(),
            demo.asOf(),
            demo.roots(),
            demo.ruleBook(),
            demo.ledger(),
            demo.items(),
            demo.entries(),
            demo.otherSources(),
            demo.decisions(),
            Set.of(),
            true);

    assertThat(Rendered.file(first, "index.html"))
        .doesNotContain("class=\"badge\">new")
        .contains("This is the first scan of these folders");
  }

  @Test
  void noWordOfThePageJudgesAnyone() {
    assertThat(PAGE.toLowerCase(Locale.ROOT))
        .doesNotContainPattern("\\b(critical|breach|breaches|offender|guilty|violation)\\b");
  }

  @Test
  void welfareShowsSignpostsAndTheWordsAsMinuted() {
    assertThat(WELFARE).contains("regional office").contains("shouted at");
    assertThat(ReportTest.section(PAGE, "welfare"))
        .contains("One incident is")
        .doesNotContain("shouted");
  }

  @Test
  void beyondTheLastFullCardItemsAreStillListed() {
    List<BusinessItem> items = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < ReportPage.SHOWN_IN_FULL + 5; i++) {
      BusinessItem item = Paper.item("i%04d".formatted(i), "Motion\ncase").in("s" + i).build();
      items.add(item);
      findings.add(Paper.finding(item, "individual-case", 4, "a=case"));
    }

    String page = Rendered.file(Rendered.input(items, findings), "index.html");

    assertThat(page).contains("<td>305</td>").contains("id=\"item-i0299\"");
  }

  private static String policy(String page) {
    Matcher policy =
        Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
            .matcher(page);
    assertThat(policy.find()).isTrue();
    return policy.group(1).replace("&#39;", "'");
  }

  private static List<String> elements(String page, String name) {
    return Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String hash(String content) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
