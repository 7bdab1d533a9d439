package org.orderpaper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MINUTES =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      Present: Una Quill, Tom Varrow

      1. Treasurer's report
      The treasurer reported a balance of £412 and was thanked.

      2. Motion: the whip
      This meeting calls for the whip to be restored to Dana Okafor MP without delay.
      The motion was carried, 20 for, 4 against, 2 abstentions.
      """;

  @TempDir Path folder;
  private Path papers;
  private String out = "";
  private String err = "";

  @BeforeEach
  void papers() throws IOException {
    papers = Files.createDirectory(folder.resolve("papers"));
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
  }

  @Test
  void aScanPrintsItsFiguresAndWhereTheReportIs() {
    assertThat(scan()).isEqualTo(0);
    assertThat(out)
        .contains("Files and attachments: 1", "checked: 1", "1 of severity 4", "index.html");
    assertThat(err).isEmpty();
  }

  @Test
  void aScanPrintsOneJsonObjectWhenAsked() {
    assertThat(scan("--json")).isEqualTo(0);
    assertThat(JSON.readTree(out).required("seen").asInt()).isEqualTo(1);
  }

  @Test
  void aQuietScanPrintsNothing() {
    assertThat(scan("--quiet")).isEqualTo(0);
    assertThat(out + err).isEmpty();
  }

  @Test
  void anItemAtOrAboveFailOnEndsWithOne() {
    assertThat(scan("--fail-on", "4")).isEqualTo(1);
    assertThat(scan("--fail-on", "9")).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeReadEndsWithThree() throws IOException {
    Files.writeString(papers.resolve("broken.pdf"), "%PDF-1.7 and no more");
    assertThat(scan()).isEqualTo(3);
    assertThat(out).contains("corrupt: 1");
  }

  @Test
  void aFileThatNeedNotBeReadableDoesNotChangeTheExitCode() throws IOException {
    Files.createFile(papers.resolve("empty.txt"));
    assertThat(scan()).isEqualTo(0);
    assertThat(out).contains("empty-file: 1");
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhy() {
    assertThat(run()).isEqualTo(2);
    assertThat(err).contains("name a command");
    assertThat(run("scan")).isEqualTo(2);
    assertThat(run("scan", "--no-such-option", papers.toString())).isEqualTo(2);
    assertThat(runOnArchive("scan", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err).contains("there is no file or folder");
    assertThat(
            run(
                "scan",
                papers.toString(),
                "--reports",
                folder.resolve("x").toString(),
                "--archive",
                folder.resolve("x").toString()))
        .isEqualTo(2);
    assertThat(err).contains("--reports and --archive both name");
  }

  @Test
  void aBrokenRuleIsNamedTheOthersRunAndTheExitCodeIsThree() throws IOException {
    Path rules = copyOfRules();
    Files.writeString(rules.resolve("whip/broken.yaml"), "id: whip/broken\nwhenn: {any: [x]}\n");

    assertThat(scan("--rules", rules.toString())).isEqualTo(3);
    assertThat(out).contains("1 of severity 4", "could not be used: 1");
    assertThat(Files.readString(folder.resolve("reports/latest/index.html")))
        .contains("whip/broken.yaml:2:1");
    assertThat(run("rules", "check", "--rules", rules.toString())).isEqualTo(2);
    assertThat(out).contains("whip/broken.yaml:2:1");
  }

  @Test
  void withoutAnyRuleNothingIsScanned() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("no-rules"));
    assertThat(scan("--rules", rules.toString())).isEqualTo(2);
    assertThat(err).contains("nothing was scanned");
    assertThat(folder.resolve("archive")).doesNotExist();
  }

  @Test
  void theShippedRuleBookIsWellMadeAndItsCasesHold() {
    assertThat(run("rules", "check", "--rules", "../rules")).as(() -> out).isEqualTo(0);
    assertThat(run("rules", "test", "--rules", "../rules")).as(() -> out).isEqualTo(0);
    assertThat(run("rules", "list", "--rules", "../rules")).isEqualTo(0);
    assertThat(out).contains("whip/", "individual-case/");
  }

  @Test
  void searchShowsHitsWithNamesMasked() {
    scan();
    assertThat(runOnArchive("search", "whip")).isEqualTo(0);
    assertThat(out).contains("**whip**", "1 item").doesNotContain("Okafor");
    assertThat(runOnArchive("search", "Okafor")).isEqualTo(0);
    assertThat(out).isEqualTo("0 items\n");
  }

  @Test
  void aQueryThatCannotBeReadIsRefusedWithItsPosition() {
    scan();
    assertThat(runOnArchive("search", "fn:ordered(whip")).isEqualTo(2);
    assertThat(err).contains("the query cannot be read");
  }

  @Test
  void commandsOnAnArchiveThatIsNotThereSaySo() {
    assertThat(runOnArchive("search", "whip")).isEqualTo(2);
    assertThat(err).contains("run a scan first");
    assertThat(runOnArchive("why", "0")).isEqualTo(2);
  }

  @Test
  void whyTellsHowAnItemWasReadAndWhichWordsMatched() throws IOException {
    scan();
    String item = first("findings.jsonl").required("item").asString();
    assertThat(runOnArchive("why", item)).isEqualTo(0);
    assertThat(out).contains("motion", "carried", "severity 4", "GS-2020-11-26", "\"restored\"");
    assertThat(out).doesNotContain("Okafor");
    assertThat(runOnArchive("why-not", item, "ihra-repudiation/no-such")).isEqualTo(2);
    assertThat(runOnArchive("why", "no-such-item")).isEqualTo(2);
  }

  @Test
  void anItemIsShownInClearOnlyWithAReasonThatIsLogged() throws IOException {
    scan();
    String item = first("findings.jsonl").required("item").asString();
    assertThat(runOnArchive("why", item, "--unmask")).isEqualTo(2);
    assertThat(out).doesNotContain("Okafor");
    assertThat(runOnArchive("why", item, "--unmask", "--reason", "a request of the member"))
        .isEqualTo(0);
    assertThat(out).contains("Dana Okafor MP");
    assertThat(Files.readString(folder.resolve("archive/access.log")))
        .contains(item, "a request of the member")
        .doesNotContain("Okafor");
  }

  @Test
  void aDecisionIsRecordedAndTakesTheItemOffTheRankedList() throws IOException {
    scan();
    String finding = first("findings.jsonl").required("finding").asString();
    assertThat(runOnArchive("decide", finding, "not-a-match", "--reason", "Seen.")).isEqualTo(0);
    assertThat(out).contains("Recorded: " + finding, "- pass: ").doesNotContain("Okafor");
    scan();
    JsonNode decided =
        Files.readAllLines(folder.resolve("reports/latest/findings.jsonl")).stream()
            .map(JSON::readTree)
            .filter(line -> line.required("finding").asString().equals(finding))
            .findFirst()
            .orElseThrow();
    assertThat(decided.required("decision").asString()).isEqualTo("not-a-match");
    assertThat(decided.required("rank").isNull()).isTrue();
  }

  @Test
  void aDecisionOnNothingOrWithoutAReasonIsRefused() {
    scan();
    assertThat(runOnArchive("decide", "nothing", "confirmed", "--reason", "x")).isEqualTo(2);
    assertThat(err).contains("there is no finding nothing");
    assertThat(runOnArchive("decide", "nothing", "confirmed")).isEqualTo(2);
    assertThat(runOnArchive("decide", "nothing", "guilty", "--reason", "x")).isEqualTo(2);
    assertThat(err).contains("OUTCOME is one of confirmed");
  }

  @Test
  void labelsThatCannotBeReadAreRefusedByLine() throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.jsonl"), "{\"file\":\n");
    assertThat(run("evaluate", labels.toString(), papers.toString(), "--rules", "../rules"))
        .isEqualTo(2);
    assertThat(err).contains("labels.jsonl");
  }

  private int scan(String... more) {
    List<String> arguments = new ArrayList<>(List.of("scan", papers.toString()));
    arguments.addAll(List.of("--reports", folder.resolve("reports").toString()));
    arguments.addAll(List.of("--as-of", "2021-01-04"));
    arguments.addAll(List.of(more));
    return runOnArchive(arguments.toArray(String[]::new));
  }

  private int runOnArchive(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--archive", folder.resolve("archive").toString()));
    if (!all.contains("--rules") && !all.contains("decide")) {
      all.addAll(List.of("--rules", "../rules"));
    }
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
    int code = command.execute(arguments);
    command.getOut().flush();
    command.getErr().flush();
    out = output.toString();
    err = errors.toString();
    return code;
  }

  private JsonNode first(String file) throws IOException {
    return JSON.readTree(
        Files.readAllLines(folder.resolve("reports/latest").resolve(file)).getFirst());
  }

  private Path copyOfRules() throws IOException {
    Path source = Path.of("../rules");
    Path copy = folder.resolve("rules");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }
}
