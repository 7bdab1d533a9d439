package org.orderpaper.rules;

import java.util.List;
import org.apache.lucene.search.Query;

/** What a rule asks of the text of one item. Immutable. */
sealed interface Condition {

  /** The condition as a rule book would write it, on one line. */
  String written();

  /** One of the phrases of a list stands in the text. */
  record Words(WordList list) implements Condition {
    @Override
    public String written() {
      return list.written();
    }
  }

  /** At least one member holds. */
  record Any(List<Condition> members, Scope scope) implements Condition {
    public Any {
      members = List.copyOf(members);
    }

    @Override
    public String written() {
      return "any" + scope.written() + " of " + members.size();
    }
  }

  /** Every member holds. */
  record All(List<Condition> members, Scope scope) implements Condition {
    public All {
      members = List.copyOf(members);
    }

    @Override
    public String written() {
      return "all" + scope.written() + " of " + members.size();
    }
  }

  /** Both hold, in either order, with at most {@code gaps} words between them. */
  record Near(Condition one, Condition other, int gaps, Scope scope) implements Condition {
    @Override
    public String written() {
      return "near" + scope.written() + ", at most " + gaps + " words between";
    }
  }

  /** The members hold one after the other, with at most {@code gaps} words between all of them. */
  record Ordered(List<Condition> members, int gaps, Scope scope) implements Condition {
    public Ordered {
      members = List.copyOf(members);
    }

    @Override
    public String written() {
      return "ordered" + scope.written() + ", at most " + gaps + " words between";
    }
  }

  /** The member holds in the heading, which is the first sentence of the text. */
  record Heading(Condition member) implements Condition {
    @Override
    public String written() {
      return "heading";
    }
  }

  /**
   * An expert's query finds the item. Where the query has no words in the text, such as {@code
   * kind:social}, it holds for the whole item and shows none.
   */
  record ByQuery(int number, String words, Query query) implements Condition {
    @Override
    public String written() {
      return "query " + words;
    }
  }

  /**
   * The item reads like items that people have labelled with a topic.
   *
   * @param percent how likely that must be
   */
  record Like(TopicModels models, String topic, int percent) implements Condition {
    double chance() {
      return percent / 100.0;
    }

    @Override
    public String written() {
      return "like " + topic + ", at least " + percent + " %";
    }
  }

  /** Where the members of a condition must stand together. */
  enum Scope {
    ITEM,
    PARAGRAPH,
    SENTENCE;

    private String written() {
      return switch (this) {
        case ITEM -> "";
        case PARAGRAPH -> " in the same paragraph";
        case SENTENCE -> " in the same sentence";
      };
    }
  }

  /** The members in order; none for a leaf. */
  default List<Condition> children() {
    return switch (this) {
      case Words _, ByQuery _, Like _ -> List.of();
      case Any any -> any.members();
      case All all -> all.members();
      case Near near -> List.of(near.one(), near.other());
      case Ordered ordered -> ordered.members();
      case Heading heading -> List.of(heading.member());
    };
  }

  /** This condition with every use of {@code of} replaced. */
  default Condition replacing(WordList of, Condition instead) {
    return switch (this) {
      case Words words -> words.list() == of ? instead : words;
      case ByQuery query -> query;
      case Like like -> like;
      case Any any -> new Any(replacing(any.members(), of, instead), any.scope());
      case All all -> new All(replacing(all.members(), of, instead), all.scope());
      case Near near ->
          new Near(
              near.one().replacing(of, instead),
              near.other().replacing(of, instead),
              near.gaps(),
              near.scope());
      case Ordered ordered ->
          new Ordered(replacing(ordered.members(), of, instead), ordered.gaps(), ordered.scope());
      case Heading heading -> new Heading(heading.member().replacing(of, instead));
    };
  }

  private static List<Condition> replacing(
      List<Condition> members, WordList of, Condition instead) {
    return members.stream().map(member -> member.replacing(of, instead)).toList();
  }
}
