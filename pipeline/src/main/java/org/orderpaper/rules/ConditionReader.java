package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.rules.Condition.Scope;

/** Reads the conditions of rules from YAML. */
final class ConditionReader {

  private static final Set<String> OPERATORS =
      Set.of("any", "all", "near", "ordered", "heading", "query", "like");

  private static final Set<String> KNOWN =
      Set.of("any", "all", "near", "ordered", "heading", "query", "like", "same");

  private static final int MOST_GAPS = 1000;

  private final Lexicon lexicon;
  private final AnalystQuery queries;
  private final TopicModels models;
  private int queriesRead;

  ConditionReader(Lexicon lexicon, AnalystQuery queries, TopicModels models) {
    this.lexicon = lexicon;
    this.queries = queries;
    this.models = models;
  }

  /**
   * @throws YamlFault where the condition is none
   */
  Condition read(YamlNode node) {
    if (node.isText()) {
      return new Condition.Words(words(node));
    }
    if (!node.isMapping()) {
      throw node.fault("write 'any:' or 'all:' before a list of conditions");
    }
    Map<String, YamlNode> keys = node.mapping(KNOWN);
    List<String> operators = keys.keySet().stream().filter(OPERATORS::contains).toList();
    if (operators.size() != 1) {
      throw node.fault(
          "a condition has exactly one of: any, all, near, ordered, heading, query, like");
    }
    return operator(operators.getFirst(), node.required(operators.getFirst()), scope(node));
  }

  /** The list of words that a rule names here. */
  WordList words(YamlNode node) {
    String written = node.text();
    if (written.startsWith("$")) {
      String name = written.substring(1);
      WordList named = lexicon.named(name);
      if (named == null) {
        throw node.fault(
            "there is no family '" + written + "'" + Spelling.hint(name, lexicon.names()));
      }
      return named;
    }
    if (written.indexOf('$') >= 0) {
      throw node.fault("a family stands alone, not inside a phrase: use 'ordered'");
    }
    try {
      return lexicon.phrase(written);
    } catch (IllegalArgumentException e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }

  /** A condition, or a list of which any may hold. */
  Condition readAny(YamlNode node) {
    return node.isText() || node.isMapping()
        ? read(node)
        : new Condition.Any(members(node, 1), Scope.ITEM);
  }

  /** An expert's query as a condition. */
  Condition query(YamlNode node) {
    try {
      return new Condition.ByQuery(queriesRead++, node.text(), queries.parse(node.text()));
    } catch (QuerySyntaxException e) {
      throw node.fault("not a query: " + e.getMessage());
    }
  }

  private Condition operator(String operator, YamlNode value, Scope scope) {
    return switch (operator) {
      case "any" -> new Condition.Any(members(value, 1), scope);
      case "all" -> new Condition.All(members(value, 1), scope);
      case "near" -> near(value, scope);
      case "ordered" -> ordered(value, scope);
      case "heading" -> new Condition.Heading(read(value));
      case "query" -> query(value);
      case "like" -> like(value);
      default -> throw value.fault("'" + operator + "' is not known here");
    };
  }

  private Condition near(YamlNode value, Scope scope) {
    value.mapping(Set.of("gaps", "of"));
    List<Condition> members = members(value.required("of"), 2);
    if (members.size() != 2) {
      throw value.required("of").fault("'near' has exactly two members");
    }
    return new Condition.Near(members.getFirst(), members.getLast(), gaps(value), scope);
  }

  private Condition ordered(YamlNode value, Scope scope) {
    value.mapping(Set.of("gaps", "of"));
    return new Condition.Ordered(members(value.required("of"), 2), gaps(value), scope);
  }

  private Condition like(YamlNode value) {
    value.mapping(Set.of("topic", "at-least"));
    return like(value.required("topic"), value.required("at-least"));
  }

  /** The condition that an item reads like a topic with a probability in per cent. */
  Condition.Like like(YamlNode topic, YamlNode percent) {
    if (!models.topics().contains(topic.text())) {
      throw topic.fault(
          "nothing was learned of '"
              + topic.text()
              + "'"
              + Spelling.hint(topic.text(), Set.copyOf(models.topics())));
    }
    return new Condition.Like(models, topic.text(), percent.number(1, 99));
  }

  private static int gaps(YamlNode value) {
    return value.required("gaps").number(0, MOST_GAPS);
  }

  private List<Condition> members(YamlNode list, int least) {
    List<Condition> members = new ArrayList<>();
    list.list().forEach(member -> members.add(read(member)));
    if (members.size() < least) {
      throw list.fault("at least " + least + " conditions are expected here");
    }
    return members;
  }

  private static Scope scope(YamlNode node) {
    @Nullable YamlNode same = node.optional("same");
    if (same == null) {
      return Scope.ITEM;
    }
    return switch (same.text()) {
      case "sentence" -> Scope.SENTENCE;
      case "paragraph" -> Scope.PARAGRAPH;
      default -> throw same.fault("'same' is sentence or paragraph");
    };
  }
}
