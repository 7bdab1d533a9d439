package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.RuleStatus;
import org.orderpaper.model.VocabularyWord;

/** Reads one rule from its file. */
final class RuleReader {

  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "title",
          "topic",
          "status",
          "why",
          "reviewer",
          "items",
          "kinds",
          "newsletters",
          "likely",
          "when",
          "query",
          "unless",
          "reasons",
          "missing-facet",
          "wording",
          "meetings",
          "when-carried",
          "severity-cap",
          "cases");

  private static final Set<Act> ACTS_WHEN_CARRIED = Set.of(Act.AFFILIATE, Act.DONATE, Act.PUBLISH);

  private static final int HIGHEST = 4;

  private final ConditionReader conditions;
  private final Set<String> topics;

  /**
   * @param topics the ids of the topics that a rule may have
   */
  RuleReader(ConditionReader conditions, Set<String> topics) {
    this.conditions = conditions;
    this.topics = topics;
  }

  /**
   * The rule of {@code file}.
   *
   * @throws YamlFault where it is none
   */
  Rule read(YamlFile file) {
    YamlNode root = file.read();
    root.mapping(KNOWN);
    YamlNode id = root.required("id");
    String expected = file.folder() + "/" + file.name();
    if (!id.text().equals(expected)) {
      throw id.fault("the id of a rule is its folder and file: " + expected);
    }
    YamlNode topic = root.required("topic");
    if (!topic.text().equals(file.folder())) {
      throw topic.fault("the topic of a rule is its folder: " + file.folder());
    }
    if (!topics.contains(topic.text())) {
      throw topic.fault(
          "topics.yaml has no topic '" + topic.text() + "'" + Spelling.hint(topic.text(), topics));
    }
    YamlNode likely = root.optional("likely");
    Condition when = when(root);
    return new Rule(
        card(root),
        file.path(),
        root.optionalList("items", node -> node.word(ItemType.class)),
        root.optionalList("kinds", node -> node.word(DocumentKind.class)),
        newslettersOnPages(root),
        likely == null ? null : conditions.like(topic, likely),
        when,
        root.optional("unless", conditions::readAny),
        reasons(root, "for"),
        reasons(root, "against"),
        missing(root, when),
        root.optional("wording", YamlNode::text),
        meetings(root),
        whenCarried(root),
        severity(root.optional("severity-cap")),
        cases(root));
  }

  private static boolean newslettersOnPages(YamlNode root) {
    YamlNode newsletters = root.optional("newsletters");
    if (newsletters != null && !newsletters.text().equals("on-pages")) {
      throw newsletters.fault("'newsletters' can only be 'on-pages'; leave it out for all");
    }
    return newsletters != null;
  }

  private static RuleCard card(YamlNode root) {
    return new RuleCard(
        root.required("id").text(),
        root.required("title").text(),
        root.required("topic").text(),
        root.required("status").word(RuleStatus.class),
        root.required("why").text(),
        root.required("reviewer").text());
  }

  private Condition when(YamlNode root) {
    YamlNode when = root.optional("when");
    YamlNode query = root.optional("query");
    if ((when == null) == (query == null)) {
      throw root.fault("a rule has either 'when' or 'query'");
    }
    if (when != null) {
      return conditions.read(when);
    }
    return conditions.query(root.required("query"));
  }

  private List<Condition> reasons(YamlNode root, String side) {
    YamlNode reasons = root.optional("reasons");
    if (reasons == null) {
      return List.of();
    }
    reasons.mapping(Set.of("for", "against"));
    return reasons.optionalList(side, conditions::read);
  }

  private Rule.@Nullable MissingFacet missing(YamlNode root, Condition when) {
    YamlNode missing = root.optional("missing-facet");
    if (missing == null) {
      return null;
    }
    missing.mapping(Set.of("of", "instead", "severity"));
    YamlNode of = missing.required("of");
    WordList facet = conditions.words(of);
    Condition instead = conditions.read(missing.required("instead"));
    Condition replaced = when.replacing(facet, instead);
    if (replaced.equals(when)) {
      throw of.fault("'" + of.text() + "' does not stand in 'when'");
    }
    return new Rule.MissingFacet(replaced, of.text(), severity(missing.optional("severity")));
  }

  /** One range of days, or a list of them. */
  private static List<Validity> meetings(YamlNode root) {
    YamlNode meetings = root.optional("meetings");
    if (meetings == null) {
      return List.of();
    }
    return meetings.isMapping()
        ? List.of(days(meetings))
        : meetings.list().stream().map(RuleReader::days).toList();
  }

  private static Validity days(YamlNode node) {
    node.mapping(Set.of("from", "to"));
    Validity days =
        new Validity(node.optional("from", YamlNode::date), node.optional("to", YamlNode::date));
    if (days.from() != null && days.to() != null && days.to().isBefore(days.from())) {
      throw node.fault("'to' lies before 'from'");
    }
    return days;
  }

  /** One act, or a list of them. */
  private static List<Act> whenCarried(YamlNode root) {
    YamlNode acts = root.optional("when-carried");
    if (acts == null) {
      return List.of();
    }
    return (acts.isText() ? List.of(acts) : acts.list()).stream().map(RuleReader::act).toList();
  }

  private static Act act(YamlNode node) {
    Act act = node.word(Act.class);
    if (!ACTS_WHEN_CARRIED.contains(act)) {
      throw node.fault("'when-carried' is affiliate, donate or publish");
    }
    return act;
  }

  private static int severity(@Nullable YamlNode node) {
    return node == null ? HIGHEST : node.number(0, HIGHEST);
  }

  private static List<Rule.Case> cases(YamlNode root) {
    List<Rule.Case> cases = new ArrayList<>();
    for (YamlNode each : root.optionalList("cases", node -> node)) {
      Map<String, YamlNode> keys = each.mapping(Set.of("flag", "pass", "miss"));
      if (keys.size() != 1) {
        throw each.fault("a case is one of flag, pass or miss, with its text");
      }
      String kind = keys.keySet().iterator().next();
      YamlNode text = each.required(kind);
      cases.add(
          new Rule.Case(
              VocabularyWord.of(CaseKind.class, kind).orElseThrow(),
              text.text(),
              text.line(),
              text.column()));
    }
    return cases;
  }
}
