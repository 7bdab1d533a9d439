package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas of standing orders and units say the same as the loader. */
class StandingOrdersSchemaTest {

  private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
  private static final Path HOUSE = Path.of("..", "rules");
  private static final String ORDERS = "standing-orders";
  private static final String UNITS = "units";

  @Test
  void theFilesOfTheHouseAreValid() throws IOException {
    assertThat(valid(ORDERS, Files.readString(HOUSE.resolve("standing-orders.yaml")))).isTrue();
    assertThat(valid(UNITS, Files.readString(HOUSE.resolve("units/units.yaml")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notice-days: 14",
        "quorum: 12\nchallenge-share: 3/4",
        "motion-words: 250\nconference-words: 0",
      })
  void loaderAndSchemaAcceptTheSameFigures(String figures) throws IOException {
    assertThat(RuleBooks.changed().with("standing-orders.yaml", figures).faults()).isEmpty();
    assertThat(valid(ORDERS, figures)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notice-days: 400",
        "quorum: 0",
        "quorum: many",
        "challenge-share: half",
        "notice-weeks: 2",
      })
  void loaderAndSchemaRefuseTheSameFigures(String figures) throws IOException {
    assertThat(RuleBooks.changed().with("standing-orders.yaml", figures).faults()).isNotEmpty();
    assertThat(valid(ORDERS, figures)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {name: Marsh Vale CLP, type: clp, standing-orders: {quorum: 25, notice-days: 10}}",
        "- {name: Westgate Branch, type: branch}",
      })
  void loaderAndSchemaAcceptTheSameUnits(String units) throws IOException {
    assertThat(RuleBooks.changed().with("units/units.yaml", units).faults()).isEmpty();
    assertThat(valid(UNITS, units)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {name: Westgate Branch}",
        "- {name: Westgate Branch, type: twig}",
        "- {name: Westgate Branch, type: branch, standing-orders: {quorum: none}}",
      })
  void loaderAndSchemaRefuseTheSameUnits(String units) throws IOException {
    assertThat(RuleBooks.changed().with("units/units.yaml", units).faults()).isNotEmpty();
    assertThat(valid(UNITS, units)).isFalse();
  }

  private static boolean valid(String schema, String yaml) throws IOException {
    Schema read =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(SCHEMAS.resolve(schema + ".schema.json")), InputFormat.JSON);
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return read.validate(JsonMapper.shared().valueToTree(value)).isEmpty();
  }
}
