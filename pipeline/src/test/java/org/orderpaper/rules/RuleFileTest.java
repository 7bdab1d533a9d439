package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.UnitType;

/** Reading a rule book, and what is said of one that cannot be read. */
class RuleFileTest {

  private static final String RULE =
      """
      id: whip/probe
      title: A rule
      topic: whip
      status: active
      why: Because.
      reviewer: Look.
      """;

  @Test
  void allFilesAreRead() {
    RuleBook book = RuleBooks.standard();
    assertThat(book.check()).isEmpty();
    assertThat(book.card().rules()).hasSize(3);
    assertThat(book.card().topics())
        .hasEntrySatisfying("ehrc-comment", topic -> assertThat(topic.cap()).isEqualTo(2));
    assertThat(book.card().instructions())
        .hasEntrySatisfying("GS-2020-11-05", each -> assertThat(each.limbs()).hasSize(4));
    assertThat(book.segmentSettings().cues().list("outcomes.votes.unanimous"))
        .containsExactly("unanimously");
    assertThat(book.segmentSettings().units().get(1).id()).isEqualTo("st-brannoc-s-branch");
    assertThat(book.segmentSettings().units().get(1).type()).isEqualTo(UnitType.BRANCH);
    assertThat(book.segmentSettings().overrides())
        .hasEntrySatisfying(
            "0".repeat(64), settled -> assertThat(settled.kind()).isEqualTo(DocumentKind.MINUTES));
    assertThat(book.segmentSettings().gazetteer().list("organisations").getFirst().from())
        .isEqualTo(LocalDate.of(2021, 9, 29));
  }

  @Test
  void oneBadRuleHidesNoOther() {
    RuleBook book = RuleBooks.changed().with("whip/probe.yaml", RULE + "when: $nothing\n").load();
    assertThat(book.card().faults()).hasSize(1);
    assertThat(book.card().rules()).hasSize(3);
    assertThat(book.hasRunnableRules()).isTrue();
    assertThat(RuleBooks.empty().load().hasRunnableRules()).isFalse();
  }

  @Test
  void aMisspeltKeyIsNamedWithItsPlace() {
    assertThat(faults("whne: bus\n"))
        .containsExactly("whip/probe.yaml:7:1: 'whne' is not known here; did you mean 'when'?");
    assertThat(faults("when: {al: [bus]}\n"))
        .containsExactly("whip/probe.yaml:7:8: 'al' is not known here; did you mean 'all'?");
  }

  @Test
  void aWrongTypeIsNamedWithItsPlace() {
    assertThat(faults("when: {near: {gaps: few, of: [a1, b1]}}\n"))
        .containsExactly(
            "whip/probe.yaml:7:21: a number from 0 to 1000 is expected here, not 'few'");
    assertThat(faults("when: [bus]\n"))
        .containsExactly("whip/probe.yaml:7:7: write 'any:' or 'all:' before a list of conditions");
    assertThat(faults("when: bus\nitems: motion\n"))
        .containsExactly("whip/probe.yaml:8:8: a list is expected here, not 'motion'");
    assertThat(faults("when: bus\nitems: [motoin]\n").getFirst())
        .startsWith("whip/probe.yaml:8:9: 'motoin' is none of: motion, amendment");
    assertThat(faults("when: bus\nmeetings: {from: 26/11/2020}\n"))
        .containsExactly(
            "whip/probe.yaml:8:18: a date such as 2020-11-26 is expected here, not '26/11/2020'");
  }

  @Test
  void nearHasTwoMembersAndAConditionOneOperator() {
    assertThat(faults("when: {near: {gaps: 3, of: [a1, b1, c1]}}\n"))
        .containsExactly("whip/probe.yaml:7:28: 'near' has exactly two members");
    assertThat(faults("when: {any: [a1], all: [b1]}\n").getFirst())
        .contains("7:7: a condition has exactly one of");
  }

  @Test
  void anUnknownFamilyIsNamed() {
    assertThat(faults("when: {any: [$mesure]}\n"))
        .containsExactly(
            "whip/probe.yaml:7:14: there is no family '$mesure'; did you mean 'measure'?");
  }

  @Test
  void aPrefixOfThreeLettersIsRefused() {
    assertThat(faults("when: 'con*'\n"))
        .containsExactly(
            "whip/probe.yaml:7:7: 'con*' is too short: at least 4 letters stand before an"
                + " asterisk");
    assertThat(faults("when: '*tion'\n").getFirst()).contains("at the end of a word only");
    assertThat(
            RuleBooks.changed()
                .with("families/x.yaml", "why: x\nwords:\n  - bus\n  - ab*\n  - $mesure\n")
                .faults())
        .containsExactly(
            "families/x.yaml:4:5: 'ab*' is too short: at least 4 letters stand before an asterisk",
            "families/x.yaml:5:5: there is no family '$mesure'; did you mean 'measure'?");
  }

  @Test
  void aFamilyThatContainsItselfIsRefused() {
    assertThat(
            RuleBooks.changed()
                .with("families/x.yaml", "words: [bus, $y]\n")
                .with("families/y.yaml", "words: [tram, $x]\n")
                .faults())
        .anyMatch(fault -> fault.contains("contains itself"));
  }

  @Test
  void aDuplicateKeyIsRefused() {
    assertThat(faults("when: bus\nwhen: tram\n"))
        .containsExactly("whip/probe.yaml:8:1: 'when' stands here twice");
  }

  @Test
  void whatIsNotYamlIsNamedWithItsPlace() {
    assertThat(faults("when: {any: [bus\n").getFirst()).startsWith("whip/probe.yaml:8:1: not YAML");
    assertThat(RuleBooks.changed().with("whip/probe.yaml", "").faults())
        .containsExactly("whip/probe.yaml:1:1: the file is empty");
  }

  @Test
  void anAliasBombAndDeepNestingAreRefused() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n";
    assertThat(RuleBooks.changed().with("whip/probe.yaml", bomb).faults().getFirst())
        .startsWith("whip/probe.yaml:1:1: not YAML that rules may use");
    assertThat(RuleBooks.changed().with("whip/probe.yaml", "[".repeat(100_000)).faults())
        .containsExactly("whip/probe.yaml:1:1: nested too deeply");
    assertThat(RuleBooks.changed().with("whip/probe.yaml", "- ".repeat(100_000)).faults())
        .containsExactly("whip/probe.yaml:1:1: nested too deeply");
  }

  @Test
  void idAndTopicFollowTheFile() {
    assertThat(RuleBooks.changed().with("whip/other.yaml", RULE + "when: bus\n").faults())
        .containsExactly(
            "whip/other.yaml:1:5: the id of a rule is its folder and file: whip/other");
    assertThat(
            RuleBooks.changed()
                .with("wihp/probe.yaml", (RULE + "when: bus\n").replace("whip", "wihp"))
                .faults())
        .containsExactly(
            "wihp/probe.yaml:3:8: topics.yaml has no topic 'wihp'; did you mean 'whip'?");
  }

  @Test
  void aBadLimbDoesNotTakeTheOthersAuthority() {
    RuleBook book =
        RuleBooks.changed()
            .with(
                "instructions/X.yaml",
                """
                id: X
                title: X
                issuer: general secretary
                issued: 2020-01-01
                limbs:
                  - {act: pass, topic: wihp}
                  - {act: pass, topic: whip}
                source: invented
                authenticity: office copy
                """)
            .load();
    assertThat(book.card().faults().toString())
        .contains("instructions/X.yaml:6:24: topics.yaml has no topic 'wihp'");
    assertThat(book.card().instructions())
        .hasEntrySatisfying(
            "X",
            each -> {
              assertThat(each.limbs()).hasSize(1);
              assertThat(each.effectiveTo()).isNull();
            });
  }

  @Test
  void filesOfAnotherEndingAreNotPassedOverInSilence() {
    assertThat(RuleBooks.changed().with("whip/probe.yml", RULE).faults())
        .containsExactly("whip/probe.yml:1:1: not read: the files end in .yaml");
  }

  @Test
  void lintAsksForCasesAndAuthority() {
    List<String> faults =
        RuleBooks.changed()
            .rule("ehrc-comment/probe", "report", "cases:", "  - flag: x y", "  - flag: x y")
            .load()
            .check()
            .stream()
            .map(RuleFault::toString)
            .toList();
    assertThat(faults)
        .containsExactly(
            "ehrc-comment/probe.yaml:1:1: as many 'pass' cases as 'flag' cases: 0 of 2",
            "ehrc-comment/probe.yaml:1:1: no instruction has a limb for the topic 'ehrc-comment'",
            "ehrc-comment/probe.yaml:10:11: this case stands here twice");
  }

  @Test
  void casesAreTestedAndCounted() {
    RuleBook book =
        RuleBooks.changed()
            .rule(
                "whip/probe",
                "bus",
                "items: [statement]",
                "cases:",
                "  - flag: The bus came.",
                "  - flag: The tram came.",
                "  - pass: A bus again.",
                "  - miss: An omnibus.",
                "  - miss: Two buses.")
            .load();
    RuleTestReport report = book.test(text -> Items.item(text).build());
    assertThat(report.passed()).isFalse();
    assertThat(report.byRule().get("whip/probe"))
        .isEqualTo(new RuleTestReport.Tally(1, 1, 0, 1, 2, 1));
    assertThat(report.byTopic().get("individual-case"))
        .isEqualTo(new RuleTestReport.Tally(2, 0, 2, 0, 1, 0));
    assertThat(RuleBooks.standard().test(text -> Items.item(text).build()).passed()).isTrue();
  }

  @Test
  void theFolderIsReadAndHashedWithoutHiddenFiles(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("families"));
    Files.writeString(folder.resolve("families/a.yaml"), "words: [bus]\n");
    String before = RuleBookLoader.load(folder).card().hash();
    Files.writeString(folder.resolve(".DS_Store"), "x");
    assertThat(RuleBookLoader.load(folder).card().hash()).isEqualTo(before).hasSize(64);
    Files.write(
        folder.resolve("families/b.yaml"), "words: [\u00ff]".getBytes(StandardCharsets.ISO_8859_1));
    RuleBook book = RuleBookLoader.load(folder);
    assertThat(book.card().hash()).isNotEqualTo(before);
    assertThat(book.card().faults().toString())
        .contains("families/b.yaml:1:1: not UTF-8: save the file as UTF-8");
  }

  @Test
  void capitalsOfAGazetteerAreNotTheWord() {
    RuleBook book = RuleBooks.changed().rule("whip/probe", "$organisations").load();
    assertThat(RuleBooks.findings(book, Items.item("We joined LAW today.").build())).hasSize(1);
    assertThat(RuleBooks.findings(book, Items.item("We know the law.").build())).isEmpty();
    assertThat(RuleBooks.findings(book, Items.item("The tide collective.").build())).hasSize(1);
  }

  private static List<String> faults(String rest) {
    return RuleBooks.changed().with("whip/probe.yaml", RULE + rest).faults();
  }
}
