package org.orderpaper.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.VocabularyWord;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a YAML file with its place, read in the form that the caller wants. Every method
 * throws {@link YamlFault} at that place when the value has another form.
 */
final class YamlNode {

  private final Node node;

  YamlNode(Node node) {
    this.node = node;
  }

  /** A fault at this value. */
  YamlFault fault(String message) {
    return new YamlFault(line(), column(), message);
  }

  /** From 1. */
  int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** From 1. */
  int column() {
    return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  boolean isText() {
    return node instanceof ScalarNode && !isNull();
  }

  boolean isNull() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The value as written; a number or {@code yes} too is text here. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || isNull()) {
      throw fault("words are expected here, not " + form());
    }
    return scalar.getValue().strip();
  }

  List<YamlNode> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("a list is expected here, not " + form());
    }
    return sequence.getValue().stream().map(YamlNode::new).toList();
  }

  List<String> texts() {
    return list().stream().map(YamlNode::text).toList();
  }

  /** The keys and values in the order of the file. */
  Map<String, YamlNode> mapping() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("keys with values are expected here, not " + form());
    }
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(tuple.getKeyNode());
      if (values.put(key.text(), new YamlNode(tuple.getValueNode())) != null) {
        throw key.fault("'" + key.text() + "' stands here twice");
      }
    }
    return values;
  }

  /** The mapping, of which every key must be one of {@code known}. */
  Map<String, YamlNode> mapping(Set<String> known) {
    Map<String, YamlNode> values = mapping();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      YamlNode key = new YamlNode(tuple.getKeyNode());
      if (!known.contains(key.text())) {
        throw key.fault(
            "'" + key.text() + "' is not known here" + Spelling.hint(key.text(), known));
      }
    }
    return values;
  }

  /** The value of {@code key} in this mapping, which must have it. */
  YamlNode required(String key) {
    YamlNode value = mapping().get(key);
    if (value == null || value.isNull()) {
      throw fault("'" + key + "' is missing");
    }
    return value;
  }

  /** The value of {@code key} in this mapping, or null where it is absent or empty. */
  @Nullable YamlNode optional(String key) {
    YamlNode value = mapping().get(key);
    return value == null || value.isNull() ? null : value;
  }

  <T> @Nullable T optional(String key, Function<YamlNode, T> form) {
    YamlNode value = optional(key);
    return value == null ? null : form.apply(value);
  }

  /** The list at {@code key}, empty where it is absent. */
  <T> List<T> optionalList(String key, Function<YamlNode, T> form) {
    YamlNode value = optional(key);
    List<T> values = new ArrayList<>();
    if (value != null) {
      value.list().forEach(member -> values.add(form.apply(member)));
    }
    return values;
  }

  int number(int least, int most) {
    try {
      int number = Integer.parseInt(text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault("a number from " + least + " to " + most + " is expected here, not " + form());
    }
    throw fault("a number from " + least + " to " + most + " is expected here");
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("true or false is expected here");
    };
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw fault("a date such as 2020-11-26 is expected here, not '" + text() + "'");
    }
  }

  /** The constant of the vocabulary that is written here. */
  <E extends Enum<E> & VocabularyWord> E word(Class<E> vocabulary) {
    return VocabularyWord.of(vocabulary, text())
        .orElseThrow(() -> {
          List<String> words = new ArrayList<>();
          for (E constant : vocabulary.getEnumConstants()) {
            words.add(constant.word());
          }
          return fault("'" + text() + "' is none of: " + String.join(", ", words));
        });
  }

  private String form() {
    return switch (node.getNodeType()) {
      case SCALAR -> isNull() ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
      case SEQUENCE -> "a list";
      case MAPPING -> "keys with values";
      case ANCHOR -> "an anchor";
    };
  }
}
