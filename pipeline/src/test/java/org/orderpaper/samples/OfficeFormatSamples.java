package org.orderpaper.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the packages under {@code corpus-samples/formats/docx} and {@code odt}, one a trap of the
 * format. The argument is the folder {@code corpus-samples/formats}.
 */
final class OfficeFormatSamples {

  private OfficeFormatSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "corpus-samples/formats" : arguments[0]);
    write(folder.resolve("docx"), DocxTraps.all());
    write(folder.resolve("odt"), OdtTraps.all());
  }

  private static void write(Path folder, Map<String, byte[]> documents) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> document : new TreeMap<>(documents).entrySet()) {
      Files.write(folder.resolve(document.getKey()), document.getValue());
    }
  }
}
