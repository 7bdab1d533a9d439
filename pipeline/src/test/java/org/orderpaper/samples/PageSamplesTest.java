package org.orderpaper.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageSamplesTest {

  private static final Path FORMATS = Path.of("../corpus-samples/formats");

  @Test
  void theDocumentsInTheFolderAreThoseThatAreMade() throws IOException {
    for (Map.Entry<String, byte[]> document : PageSamples.all().entrySet()) {
      assertThat(Files.readAllBytes(FORMATS.resolve(document.getKey())))
          .as(document.getKey())
          .isEqualTo(document.getValue());
    }
  }
}
