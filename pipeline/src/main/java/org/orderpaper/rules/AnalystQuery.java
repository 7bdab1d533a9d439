package org.orderpaper.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.queryparser.flexible.core.QueryNodeError;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The query syntax of {@code search} and of {@code query:} in rules: Lucene's standard syntax with
 * its interval functions, on the text unless a field is named, and with word families as {@code
 * $name}.
 *
 * <p>Thread-safe: every query has a parser of its own.
 */
final class AnalystQuery {

  /** As many words as a prefix may stand for, and as many clauses as a query may have. */
  static final int MOST_EXPANSIONS = 16_384;

  static {
    // Together, or a prefix that works on one item throws on the archive.
    IndexSearcher.setMaxClauseCount(MOST_EXPANSIONS);
  }

  private static final Pattern FAMILY = Pattern.compile("\\$([a-z][a-z0-9-]*)");
  private static final Pattern PRIVATE_USE = Pattern.compile("[\\uE000-\\uF8FF]|\\\\[uU]");

  private static final Pattern LEXICAL_COLUMN = Pattern.compile("column (\\d{1,6})");

  private static final Set<String> FIELDS = fields();

  private final Lexicon lexicon;

  AnalystQuery(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The query that {@code words} writes.
   *
   * @throws QuerySyntaxException where it is none
   */
  Query parse(String words) throws QuerySyntaxException {
    if (words.isBlank()) {
      throw new QuerySyntaxException("nothing to look for", -1);
    }
    refuseMarkers(words);
    String expanded = expanded(words);
    // First with a word of the same length for each family, so that a position is one of what was
    // typed.
    parsed(FAMILY.matcher(words).replaceAll(found -> "f".repeat(found.group().length())), true);
    Query query = parsed(expanded, false);
    refuseUnknownFields(query);
    return query;
  }

  /**
   * A document cannot hold these characters, and a query must not look for a name by its mask: not
   * by the parser's escape for a code point either.
   */
  private static void refuseMarkers(String words) throws QuerySyntaxException {
    Matcher marker = PRIVATE_USE.matcher(words);
    if (marker.find()) {
      throw new QuerySyntaxException("a character that no text holds", marker.start());
    }
  }

  private String expanded(String words) throws QuerySyntaxException {
    Matcher family = FAMILY.matcher(words);
    StringBuilder expanded = new StringBuilder();
    while (family.find()) {
      if (isQuoted(words, family.start())) {
        throw new QuerySyntaxException(
            "a family stands outside quotation marks: use fn:phrase(...)", family.start());
      }
      WordList list = lexicon.named(family.group(1));
      if (list == null) {
        throw new QuerySyntaxException(
            "there is no family '"
                + family.group()
                + "'"
                + Spelling.hint(family.group(1), lexicon.names()),
            family.start());
      }
      family.appendReplacement(expanded, Matcher.quoteReplacement(function(list)));
    }
    return family.appendTail(expanded).toString();
  }

  private static boolean isQuoted(String words, int offset) {
    return words.substring(0, offset).replace("\\\"", "").chars().filter(c -> c == '"').count() % 2
        == 1;
  }

  private static String function(WordList list) {
    StringBuilder or = new StringBuilder("fn:or(");
    for (Phrase phrase : list.phrases()) {
      if (!phrase.words().getFirst().term().startsWith(String.valueOf(TextScanner.CAPITALS))) {
        or.append(phrase(phrase)).append(' ');
      }
    }
    return or.append(')').toString();
  }

  private static String phrase(Phrase phrase) {
    if (phrase.words().size() == 1) {
      return word(phrase.words().getFirst());
    }
    StringBuilder words = new StringBuilder("fn:phrase(");
    phrase.words().forEach(word -> words.append(word(word)).append(' '));
    return words.append(')').toString();
  }

  private static String word(WordPattern word) {
    return word.open()
        ? "fn:wildcard(" + word.term() + "* " + MOST_EXPANSIONS + ")"
        : "\"" + word.term() + "\"";
  }

  private static Query parsed(String words, boolean reportPlace) throws QuerySyntaxException {
    StandardQueryParser parser = new StandardQueryParser(analyzer());
    parser.setLocale(Locale.ROOT);
    try {
      return parser.parse(words, ItemFields.TEXT);
    } catch (ParseException e) {
      throw new QuerySyntaxException(unexpected(e), reportPlace ? place(e) : -1);
    } catch (QueryNodeParseException e) {
      String lexical = String.valueOf(e.getMessage());
      throw new QuerySyntaxException(
          "a character that is not expected, or something that is not closed",
          reportPlace ? lexicalPlace(lexical, words) : -1);
    } catch (QueryNodeException | QueryNodeError e) {
      throw new QuerySyntaxException(plain(e.getMessage()), -1);
    } catch (RuntimeException | Error e) {
      // The lexer throws an Error of its own, and functions with wrong arguments whatever comes.
      if (e instanceof VirtualMachineError fatal) {
        throw fatal;
      }
      throw new QuerySyntaxException(plain(e.getMessage()), -1);
    }
  }

  private static String unexpected(ParseException e) {
    Token next = e.currentToken == null ? null : e.currentToken.next;
    if (next == null) {
      return plain(e.getMessage());
    }
    return next.kind == 0 ? "it ends too early" : "'" + next.image + "' is not expected here";
  }

  /** The parser counts columns from 0. */
  private static int place(ParseException e) {
    Token next = e.currentToken == null ? null : e.currentToken.next;
    return next == null ? -1 : next.beginColumn;
  }

  /** The lexer tells its column, from 1, in words only. */
  private static int lexicalPlace(String message, String words) {
    Matcher column = LEXICAL_COLUMN.matcher(message);
    int place = column.find() ? Integer.parseInt(column.group(1)) - 1 : -1;
    return place <= words.length() ? place : -1;
  }

  private static String plain(@Nullable String message) {
    String all = message == null ? "not a query" : message;
    String first = all.lines().findFirst().orElse("not a query").strip();
    return first.isEmpty() ? "not a query" : first;
  }

  private static void refuseUnknownFields(Query query) throws QuerySyntaxException {
    Set<String> unknown = new TreeSet<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public boolean acceptField(String field) {
            if (!FIELDS.contains(field)) {
              unknown.add(field);
            }
            return true;
          }
        });
    for (String field : unknown) {
      throw new QuerySyntaxException(
          "there is no field '" + field + "'" + Spelling.hint(field, FIELDS), -1);
    }
  }

  private static Set<String> fields() {
    Set<String> fields = new TreeSet<>(ItemFields.KEYWORDS);
    fields.add(ItemFields.TEXT);
    return fields;
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> keywords = new TreeMap<>();
    Analyzer asWritten = new KeywordAnalyzer();
    keywords.put(ItemFields.SOURCE, asWritten);
    keywords.put(ItemFields.ITEM, asWritten);
    for (String field : ItemFields.KEYWORDS) {
      keywords.putIfAbsent(field, new KeyAnalyzer());
    }
    return new PerFieldAnalyzerWrapper(new ItemAnalyzer(true), keywords);
  }

  /** {@code "Ashdown Vale CLP"} is looked for as {@code ashdown-vale-clp}. */
  private static final class KeyAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer whole = new KeywordTokenizer();
      TokenStream key =
          new PatternReplaceFilter(new LowerCaseFilter(whole), Pattern.compile("\\s+"), "-", true);
      return new TokenStreamComponents(whole, key);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }
}
