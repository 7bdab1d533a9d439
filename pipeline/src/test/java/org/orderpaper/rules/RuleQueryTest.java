package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/** What analysts type into search. */
class RuleQueryTest {

  private static final RuleBook BOOK = RuleBooks.standard();

  private static final List<BusinessItem> ITEMS =
      List.of(
          Items.item("The buses were suspended. Mr Tolworth spoke.").id("a").build(),
          Items.item("We call on them to reject this no-confidence vote.")
              .id("b")
              .on("2020-11-19")
              .unit(new Unit("marsh-street-branch", "Marsh Street Branch", UnitType.BRANCH))
              .build());

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "bus | a",
        "bus OR vote | ab",
        "bus AND vote | -",
        "'suspend*' | a",
        "'\"no confidence\"' | b",
        "'\"no-confidence\"' | b",
        "no-confidence | b",
        "'fn:maxgaps(4 fn:ordered(call fn:or(reject withdraw)))' | b",
        "'fn:maxgaps(1 fn:ordered(call fn:or(reject withdraw)))' | -",
        "$measure | a",
        "'$measure AND $subject' | a",
        "'fn:maxgaps(9 fn:unordered($measure $subject))' | a",
        "'unit:\"Marsh Street Branch\"' | b",
        "unit:marsh-street-branch | b",
        "kind:minutes AND type:motion AND outcome:carried | ab",
        "voice:unit-decision AND NOT bus | b",
        "'date:[2020-11-01 TO 2020-11-30]' | b",
        "'date:2021-01*' | a",
        "Tolworth | -",
        "item:a | a",
      })
  void queriesFind(String words, @Nullable String expected)
      throws IOException, QuerySyntaxException {
    assertThat(found(words)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bus AND",
        "(bus",
        "\"bus",
        "fn:nosuch(bus)",
        "fn:maxgaps(x bus)",
        "fn:atLeast(bus)",
        "bus~~~",
        "[a TO",
        "*",
        "*bus",
        "bus:::tram",
        "/[/",
        "\\",
        " ",
        "$nosuch",
        "\"the $measure\"",
        "nosuch:bus",
        "fn:fuzzyTerm(bus 9)",
        "bus^^3",
      })
  void whatIsNoQueryIsSaidSo(String words) {
    assertThatThrownBy(() -> BOOK.query(words))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageMatching("(?s)\\S.*");
  }

  @Test
  void theMessageSaysWhere() {
    assertThatThrownBy(() -> BOOK.query("$measure AND AND bus"))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(13));
    assertThatThrownBy(() -> BOOK.query("bus OR $mesure"))
        .hasMessage("there is no family '$mesure'; did you mean 'measure'? (at character 8)");
  }

  @Test
  void nobodyCanTypeAMarker() {
    assertThatThrownBy(() -> BOOK.query("\uE012 AND bus"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessage("a character that no text holds (at character 1)");
    assertThatThrownBy(() -> BOOK.query("\\uE012")).isInstanceOf(QuerySyntaxException.class);
  }

  @Test
  void aFaultyQueryInARuleIsAFaultOfItsFile() {
    assertThat(RuleBooks.changed().rule("whip/probe", "{query: 'bus AND'}").faults())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("whip/probe.yaml:7:15: not a query: ");
  }

  @Test
  void aPrefixOfThousandsOfWordsRunsOverAnArchive() throws IOException {
    List<BusinessItem> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(Items.item("Buses condemn" + letters(i) + " Mr Tolworth.").id("i" + i).build());
    }
    RuleBook book =
        RuleBooks.changed()
            .rule("whip/probe", "{near: {gaps: 3, of: ['condemn*', $subject]}}")
            .rule("whip/expert", "{query: 'fn:ordered(buses fn:wildcard(condemn* 4000))'}")
            .load();
    assertThat(RuleBooks.findings(book, many.toArray(BusinessItem[]::new)))
        .hasSize(300)
        .allMatch(finding -> finding.rules().contains("whip/probe"))
        .allMatch(finding -> finding.rules().contains("whip/expert"));
    try (var directory = RuleBooks.index(book, many, 100);
        var reader = DirectoryReader.open(directory)) {
      assertThat(new IndexSearcher(reader).count(bookQuery(book, "$protest"))).isEqualTo(300);
    }
  }

  private static Query bookQuery(RuleBook book, String words) {
    try {
      return book.query(words);
    } catch (QuerySyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  private static String found(String words) throws IOException, QuerySyntaxException {
    StringBuilder found = new StringBuilder();
    try (var directory = RuleBooks.index(BOOK, ITEMS, 1);
        var reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (BusinessItem item : ITEMS) {
        var both =
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ItemFields.ITEM, item.id())), BooleanClause.Occur.MUST)
                .add(BOOK.query(words), BooleanClause.Occur.MUST)
                .build();
        if (searcher.count(both) > 0) {
          found.append(item.id());
        }
      }
    }
    return found.toString();
  }
}
