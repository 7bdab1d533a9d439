package org.orderpaper.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file of the rule book. */
final class YamlFile {

  private static final String ENDING = ".yaml";

  /** Rule files are written by hand; a deeper one is an attack on the parser's stack. */
  private static final int DEEPEST = 64;

  private static final int MOST_CHARACTERS = 1 << 20;

  private final String path;
  private final byte[] bytes;

  /**
   * @param path relative to the rules folder, with slashes
   */
  YamlFile(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Relative to the rules folder, with slashes. */
  String path() {
    return path;
  }

  /** The folder at the top, or empty for a file of the rules folder itself. */
  String folder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The path below the folder at the top, without the ending. */
  String name() {
    String below = path.substring(path.indexOf('/') + 1);
    return below.endsWith(ENDING) ? below.substring(0, below.length() - ENDING.length()) : below;
  }

  boolean isYaml() {
    return path.endsWith(ENDING);
  }

  /**
   * The content.
   *
   * @throws YamlFault where it is not UTF-8, not YAML, empty, or uses aliases on collections
   */
  YamlNode read() {
    String text = text();
    refuseDeepNesting(text);
    try {
      Optional<Node> root = new Compose(settings()).composeString(text);
      return new YamlNode(root.orElseThrow(() -> new YamlFault(1, 1, "the file is empty")));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw new YamlFault(
          mark.map(Mark::getLine).orElse(0) + 1,
          mark.map(Mark::getColumn).orElse(0) + 1,
          "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new YamlFault(1, 1, "not YAML that rules may use: " + e.getMessage());
    }
  }

  /**
   * The content as it stands.
   *
   * @throws YamlFault where it is not UTF-8
   */
  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new YamlFault(1, 1, "not UTF-8: save the file as UTF-8");
    }
  }

  private static LoadSettings settings() {
    // No collection may be repeated by alias: nine lines of them make a billion nodes.
    return LoadSettings.builder()
        .setMaxAliasesForCollections(0)
        .setCodePointLimit(MOST_CHARACTERS)
        .setAllowRecursiveKeys(false)
        .build();
  }

  private static void refuseDeepNesting(String text) {
    int line = 1;
    int indent = 0;
    int brackets = 0;
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        indent = 0;
        atStart = true;
      } else if (atStart && (c == ' ' || c == '-' || c == '?')) {
        indent++;
      } else {
        atStart = false;
        brackets += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      }
      if (indent > 2 * DEEPEST || brackets > DEEPEST) {
        throw new YamlFault(line, 1, "nested too deeply");
      }
    }
  }

  @Override
  public String toString() {
    return "YamlFile[" + path + "]";
  }
}
