package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Reason;

/** What conditions match, and what not. */
class RuleConditionTest {

  @ParameterizedTest(name = "{0} on: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'reinstate' | Members were reinstated. | true",
        "'no-confidence' | A vote of no confidence. | true",
        "'no confidence' | A no-confidence vote. | true",
        "'antisemitism plan' | The anti-semitism plan. | true",
        "'anti-semitism plan' | The antisemitism plan. | true",
        "'anti-semitism plan' | The anti-semitism plan. | true",
        "'tackle antisemitism now' | We tackle anti-semitism now. | true",
        "'condemn*' | A condemnatory tone. | true",
        "'call* for' | She is calling for calm. | true",
        "'call* for' | Call it. For now. | false",
        "$mp | Thanks to Ada Tolworth MP. | true",
        "$person | Thanks to Ada Tolworth MP. | false",
        "$subject | Thanks to our former leader. | true",
        "{all: [bus, tram]} | A bus. A tram. | true",
        "{all: [bus, tram], same: sentence} | A bus. A tram. | false",
        "{all: [bus, tram], same: sentence} | A tram and a bus. | true",
        "{any: [bus, {all: [ferry, tram], same: sentence}]} | A tram. A ferry. | false",
        "{any: [bus, {all: [ferry, tram]}], same: sentence} | A tram. A ferry. | false",
        "{any: [bus, {all: [ferry, tram]}], same: sentence} | A tram, a ferry. | true",
        "{any: [bus, {all: [ferry, tram]}], same: paragraph} | A tram. A ferry. | true",
        "{any: [bus, {all: [ferry, tram]}]} | A tram. A ferry. | true",
        "{near: {gaps: 2, of: [bus, tram]}} | bus one two tram | true",
        "{near: {gaps: 1, of: [bus, tram]}} | bus one two tram | false",
        "{near: {gaps: 2, of: [bus, tram]}} | A tram one. Two bus. | true",
        "{near: {gaps: 2, of: [bus, tram]}, same: sentence} | A tram one. Two bus. | false",
        "{near: {gaps: 5, of: [bus, bus]}} | one bus only | false",
        "{near: {gaps: 5, of: [bus, bus]}} | a bus and a bus | true",
        "{near: {gaps: 5, of: [suspend, suspend*]}} | they suspended it | false",
        "{ordered: {gaps: 1, of: [bus, tram]}} | bus then tram | true",
        "{ordered: {gaps: 9, of: [bus, tram]}} | tram then bus | false",
        "{ordered: {gaps: 1, of: [bus, tram, ferry]}} | bus a tram b ferry | false",
        "{ordered: {gaps: 2, of: [bus, tram, ferry]}} | bus a tram b ferry | true",
        "{ordered: {gaps: 0, of: [{any: [vote, 'vote of']}, confidence]}} | vote of confidence |"
            + " true",
        "{heading: bus} | The bus. A tram. | true",
        "{heading: tram} | The bus. A tram. | false",
        "{query: 'fn:maxgaps(1 fn:ordered(bus tram))'} | The bus and tram. | true",
        "{query: 'kind:minutes'} | Anything at all. | true",
        "{query: 'kind:social'} | Anything at all. | false",
        "{all: [bus, {query: 'type:motion'}], same: sentence} | One bus. | true",
      })
  void conditionsHold(String when, String text, boolean expected) {
    RuleBook book = RuleBooks.changed().rule("whip/probe", when).load();
    assertThat(book.card().faults()).isEmpty();
    BusinessItem item = Items.item(text).build();
    Explanation.OfRule explained = book.explain(item, "whip/probe").rules().getFirst();
    assertThat(explained.matched()).isEqualTo(expected);
    assertThat(
            RuleBooks.findings(book, item).stream().anyMatch(f -> f.rules().contains("whip/probe")))
        .as("the same in an index")
        .isEqualTo(expected);
  }

  @Test
  void sameParagraphReachesAcrossSentencesButNotAcrossLines() {
    String when = "{all: [bus, tram], same: paragraph}";
    assertThat(matches(when, "A bus. A tram.")).isTrue();
    assertThat(matches(when, "A bus\nA tram.")).isFalse();
  }

  @Test
  void unlessRemovesTheMatchesOfItsSentenceOnly() {
    RuleBook book = RuleBooks.standard();
    BusinessItem removed =
        Items.item("A school exclusion of Mr Tolworth was suspended. Buses next.").build();
    BusinessItem kept =
        Items.item("We discussed school exclusion. Cllr Quennell was suspended.").build();
    assertThat(RuleBooks.findings(book, removed)).isEmpty();
    assertThat(RuleBooks.findings(book, kept)).hasSize(1);
    Explanation.OfRule why =
        book.explain(removed, "individual-case/measure-or-relief").rules().getFirst();
    assertThat(why.matched()).isFalse();
    assertThat(why.removed()).hasSize(1);
    assertThat(why.removed().getFirst().of(removed.text())).endsWith("was suspended.");
    assertThat(why.unless()).isNotNull();
  }

  @Test
  void whyNotNamesTheConditionThatFailed() {
    RuleBook book = RuleBooks.standard();
    BusinessItem item =
        Items.item("The secretary suspended the motion on buses until May.").build();
    Explanation.Trace when =
        book.explain(item, "individual-case/measure-or-relief").rules().getFirst().when();
    assertThat(when.held()).isFalse();
    Explanation.Trace near = when.members().getFirst();
    assertThat(near.members().getFirst().held()).isTrue();
    assertThat(near.members().getFirst().words().getFirst().of(item.text())).isEqualTo("suspended");
    assertThat(near.members().getLast().condition()).isEqualTo("$subject");
    assertThat(near.members().getLast().held()).isFalse();
  }

  @Test
  void whyNotNamesTheTypeAndTheDate() {
    RuleBook book = RuleBooks.standard();
    BusinessItem item =
        Items.item("The whip was withdrawn.").type(ItemType.REPORT).on("2018-06-14").build();
    assertThat(
            book.explain(item, "individual-case/whip-before-the-case-closed")
                .rules()
                .getFirst()
                .obstacles())
        .containsExactly(
            "the rule does not look at items of the type report",
            "the rule does not concern meetings on 2018-06-14");
    assertThat(book.explain(item, "no/such-rule").rules()).isEmpty();
  }

  @Test
  void reasonsCarryTheirWordsAndNeverDrop() {
    BusinessItem item =
        Items.item("We do not condemn that Mr Tolworth was suspended. Solidarity.").build();
    Finding finding = RuleBooks.findings(RuleBooks.standard(), item).getFirst();
    assertThat(finding.severity()).isEqualTo(4);
    assertThat(finding.reasons().stream().map(r -> said(item, r)))
        .containsExactly("protest in the same sentence: condemn");
    assertThat(finding.against().stream().map(r -> said(item, r)))
        .containsExactly("negation in the same sentence: not");
  }

  @Test
  void aRuleThatHoldsForTheItemAsAWholeShowsItsFirstLine() {
    RuleBook book = RuleBooks.changed().rule("whip/probe", "{query: 'type:motion'}").load();
    BusinessItem item = Items.item("That we meet in May.").heading("Dates").build();
    Finding finding = RuleBooks.findings(book, item).getFirst();
    assertThat(finding.evidence()).hasSize(1);
    assertThat(finding.evidence().getFirst().span().of(item.text())).isEqualTo("Dates");
  }

  @Test
  void evidenceOfAHyphenatedWordCoversAllOfIt() {
    RuleBook book = RuleBooks.changed().rule("whip/probe", "antisemitism").load();
    BusinessItem item = Items.item("Against anti-semitism.").build();
    assertThat(
            RuleBooks.findings(book, item).getFirst().evidence().getFirst().span().of(item.text()))
        .isEqualTo("anti-semitism");
  }

  @Test
  void manyAlternativesInsideOrderedDoNotMultiplyOut() {
    String family = "[" + words(200) + "]";
    RuleBook book =
        RuleBooks.changed()
            .with("families/many.yaml", "why: many\nwords: " + family)
            .rule("whip/probe", "{ordered: {gaps: 3, of: [$many, $many, $many, $many]}}")
            .load();
    BusinessItem item = Items.item("worda wordb wordc wordd").build();
    assertThat(RuleBooks.findings(book, item)).hasSize(1);
  }

  @Test
  void aTextOfTenThousandMatchesIsBoundedInWorkAndEvidence() {
    BusinessItem item = Items.item("Suspend Mr Tolworth now. ".repeat(10_000)).build();
    Finding finding = RuleBooks.findings(RuleBooks.standard(), item).getFirst();
    assertThat(finding.evidence()).hasSizeLessThanOrEqualTo(2 * TreeWalk.MOST_MATCHES);
  }

  private static String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("word" + (char) ('a' + i % 26) + (i < 26 ? "" : "x" + i));
    }
    return String.join(", ", words);
  }

  private static boolean matches(String when, String text) {
    RuleBook book = RuleBooks.changed().rule("whip/probe", when).load();
    return book.explain(Items.item(text).build(), "whip/probe").rules().getFirst().matched();
  }

  private static String said(BusinessItem item, Reason reason) {
    return reason.text() + (reason.words() == null ? "" : ": " + reason.words().of(item.text()));
  }
}
