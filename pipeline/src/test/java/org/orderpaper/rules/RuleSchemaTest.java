package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says the same as the loader, and the reference runs. */
class RuleSchemaTest {

  private static final Path DOCS = Path.of("..", "docs");

  private static final String HEAD =
      """
      id: whip/probe
      title: A rule
      topic: whip
      status: active
      why: Because.
      reviewer: Look.
      """;

  @Test
  void theCopyOnTheClassPathIsTheSame() {
    assertThat(onClassPath()).isEqualTo(read(DOCS.resolve("schemas/rule.schema.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "individual-case/measure-or-relief.yaml",
        "individual-case/whip-before-the-case-closed.yaml",
        "whip/restore.yaml"
      })
  void rulesThatLoadAreValid(String file) {
    assertThat(valid(read(RuleBooks.FOLDER.resolve(file)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when: bus",
        "query: bus AND tram",
        "when: {all: [bus, {any: [tram]}], same: paragraph}",
        "when: {heading: bus}\nkinds: [social]\nseverity-cap: 1\nwhen-carried: [donate, publish]",
        "when: {ordered: {gaps: 2, of: [a1, b1, c1]}}\nunless: [tram]\nwording: whip",
        "when: $mp\nmeetings: [{from: 2020-01-01}, {to: 2019-01-01}]",
        "when: {query: 'kind:social'}\nmissing-facet: {of: tram, instead: bus}",
      })
  void loaderAndSchemaAcceptTheSame(String rest) {
    // A facet that 'when' does not have is beyond a schema.
    if (!rest.contains("missing-facet")) {
      assertThat(RuleBooks.changed().with("whip/probe.yaml", HEAD + rest).faults()).isEmpty();
    }
    assertThat(valid(HEAD + rest)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "when: bus\nquery: bus",
        "whne: bus",
        "when: {near: {gaps: 2, of: [bus]}}",
        "when: {near: {of: [bus, tram]}}",
        "when: {any: [bus], all: [bus]}",
        "when: {any: []}",
        "when: {all: [bus], same: page}",
        "when: bus\nitems: [motoin]",
        "when: bus\nwhen-carried: pass",
        "when: bus\nseverity-cap: 5",
        "when: bus\ncases: [{flag: a, pass: b}]",
        "when: bus\nmissing-facet: {of: bus}",
        "when: bus\nmeetings: {from: soon}",
      })
  void loaderAndSchemaRefuseTheSame(String rest) {
    assertThat(RuleBooks.changed().with("whip/probe.yaml", HEAD + rest).faults()).isNotEmpty();
    assertThat(valid(HEAD + rest)).isFalse();
  }

  @Test
  void theExampleOfTheReferenceLoadsAndItsCasesBehave() {
    Matcher example =
        Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
            .matcher(read(DOCS.resolve("rules.md")));
    assertThat(example.find()).isTrue();
    RuleBook book =
        RuleBooks.changed().with("individual-case/measure-or-relief.yaml", example.group(1)).load();
    assertThat(book.check()).isEmpty();
    assertThat(book.test(text -> Items.item(text).build()).passed()).isTrue();
  }

  private static boolean valid(String yaml) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(onClassPath(), InputFormat.JSON);
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(JsonMapper.shared().valueToTree(value)).isEmpty();
  }

  private static String onClassPath() {
    try (InputStream in = RuleBook.class.getResourceAsStream("rule.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
