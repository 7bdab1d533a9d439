package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Finds the blocks of a web page as a reader of it sees them: no scripts, no navigation, nothing
 * hidden, lists with their numbers.
 */
final class HtmlLayout {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "footer",
          "head",
          "iframe",
          "object",
          "svg",
          "canvas",
          "button",
          "select",
          "input",
          "textarea",
          "datalist",
          "audio",
          "video",
          "del",
          "map",
          "dialog");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em",
          "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "s",
          "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr", "o:p");

  private static final Pattern HIDDEN_STYLE =
      Pattern.compile(
          "(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");
  private static final Pattern BOLD_STYLE =
      Pattern.compile("(?i)(?:^|;)\\s*font-weight\\s*:\\s*(?:bold|[6-9]00)");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");
  private static final int DEEPEST = 500;

  private final boolean mail;
  private final List<Draft> drafts = new ArrayList<>();

  /** Text that has not come to the end of its block; a line feed stands for a line break. */
  private final StringBuilder open = new StringBuilder();

  private boolean anyBold;
  private boolean anyPlain;
  private Context context = new Context(0, null, 0, false, false);

  /** What surrounds the text: a heading, a list, a quotation in a mail. */
  private record Context(
      int heading, @Nullable String number, int listLevel, boolean bold, boolean quoted) {

    Context inHeading(int level) {
      return new Context(level, number, listLevel, bold, quoted);
    }

    Context inItem(@Nullable String label, int level) {
      return new Context(0, label, level, bold, quoted);
    }

    Context inBold() {
      return new Context(heading, number, listLevel, true, quoted);
    }

    Context inQuote() {
      return new Context(heading, number, listLevel, bold, true);
    }
  }

  /** Whether the next block is the first of its list item, and so the one that is numbered. */
  private boolean itemBegins;

  /**
   * A layout.
   *
   * @param mail whether quotations are earlier messages, as they are in mails
   */
  HtmlLayout(boolean mail) {
    this.mail = mail;
  }

  List<Draft> blocksOf(Element body) {
    children(body, 0);
    flush();
    return drafts;
  }

  private void children(Element element, int depth) {
    for (Node child : element.childNodes()) {
      node(child, depth + 1);
    }
  }

  private void node(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText().replaceAll("[\\r\\n]", " "));
    } else if (node instanceof Element element && depth < DEEPEST && isSeen(element)) {
      element(element, depth);
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    switch (name) {
      case "br" -> append("\n");
      case "hr" -> flush();
      case "pre", "xmp", "listing" -> preformatted(element);
      case "table" -> table(element, depth);
      case "ol", "ul", "menu", "dir" -> list(element, depth);
      default -> {
        if (INLINE.contains(name)) {
          inContext(isBold(element) ? context.inBold() : context, element, depth);
        } else {
          block(element, name, depth);
        }
      }
    }
  }

  private void block(Element element, String name, int depth) {
    flush();
    Context inside = context;
    if (HEADING.matcher(name).matches()) {
      inside = context.inHeading(name.charAt(1) - '0');
    } else if (mail && isQuote(element, name)) {
      inside = context.inQuote();
    }
    inContext(isBold(element) ? inside.inBold() : inside, element, depth);
  }

  private void inContext(Context inside, Element element, int depth) {
    Context outside = context;
    context = inside;
    children(element, depth);
    if (!INLINE.contains(element.normalName())) {
      flush();
    }
    context = outside;
  }

  private static boolean isQuote(Element element, String name) {
    return name.equals("blockquote")
        || element.hasClass("gmail_quote")
        || element.hasClass("moz-cite-prefix")
        || element.hasClass("yahoo_quoted")
        || element.id().equals("divRplyFwdMsg");
  }

  private static boolean isSeen(Element element) {
    return !UNSEEN.contains(element.normalName())
        && !element.hasAttr("hidden")
        && !HIDDEN_STYLE.matcher(element.attr("style")).find();
  }

  private static boolean isBold(Element element) {
    return switch (element.normalName()) {
      case "b", "strong", "th" -> true;
      default -> BOLD_STYLE.matcher(element.attr("style")).find();
    };
  }

  private void preformatted(Element element) {
    flush();
    List<Draft> inside = PlainTextLayout.blocksOf(element.wholeText());
    inside.forEach(
        draft -> drafts.add(context.quoted() ? draft.as(BlockKind.QUOTED_REPLY) : draft));
  }

  private void list(Element list, int depth) {
    flush();
    boolean numbered = list.normalName().equals("ol");
    boolean reversed = numbered && list.hasAttr("reversed");
    long items = list.children().stream().filter(child -> child.normalName().equals("li")).count();
    int count = number(list.attr("start"), reversed ? (int) items : 1);
    for (Node child : list.childNodes()) {
      if (child instanceof Element item && item.normalName().equals("li") && isSeen(item)) {
        count = number(item.attr("value"), count);
        item(item, numbered ? label(list, item, count) : null, depth);
        count += reversed ? -1 : 1;
      } else {
        node(child, depth + 1);
      }
    }
    flush();
  }

  private void item(Element item, @Nullable String label, int depth) {
    boolean before = itemBegins;
    itemBegins = true;
    Context inside = context.inItem(label, context.listLevel() + 1);
    inContext(isBold(item) ? inside.inBold() : inside, item, depth + 1);
    itemBegins = before;
  }

  private static int number(String attribute, int otherwise) {
    try {
      return Integer.parseInt(attribute.strip());
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  private static @Nullable String label(Element list, Element item, int count) {
    String type = item.hasAttr("type") ? item.attr("type") : list.attr("type");
    String style = list.attr("style").toLowerCase(Locale.ROOT);
    if (style.contains("none")) {
      return null;
    }
    if (style.contains("-alpha") || style.contains("-latin")) {
      type = style.contains("upper") ? "A" : "a";
    } else if (style.contains("-roman")) {
      type = style.contains("upper") ? "I" : "i";
    }
    return switch (type) {
          case "a" -> Numerals.letters(count);
          case "A" -> Numerals.letters(count).toUpperCase(Locale.ROOT);
          case "i" -> Numerals.lowerRoman(count);
          case "I" -> Numerals.upperRoman(count);
          default -> Integer.toString(count);
        }
        + ".";
  }

  /** A table of tables or of whole pages only places ordinary text; any other one has rows. */
  private void table(Element table, int depth) {
    flush();
    boolean layout =
        table.selectFirst("table table, td h1, td h2, td h3, td h4, td ol, td ul, td blockquote")
                != null
            || table.attr("role").equals("presentation");
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        block(child, "caption", depth);
      }
    }
    for (Element row : rows(table)) {
      if (layout) {
        row.children().forEach(cell -> node(cell, depth + 3));
        flush();
      } else {
        row(row, depth);
      }
    }
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (Set.of("thead", "tbody", "tfoot").contains(child.normalName()) && isSeen(child)) {
        child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows.stream().filter(HtmlLayout::isSeen).toList();
  }

  private void row(Element row, int depth) {
    List<List<Draft>> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      if (isSeen(cell)) {
        HtmlLayout inside = new HtmlLayout(mail);
        inside.context = isBold(cell) ? context.inBold() : context;
        inside.children(cell, depth + 3);
        inside.flush();
        cells.add(inside.drafts);
      }
    }
    TableRows.add(cells, 2, drafts);
  }

  private void append(String text) {
    open.append(text);
    if (!text.isBlank()) {
      anyBold |= context.bold();
      anyPlain |= !context.bold();
    }
  }

  private void flush() {
    List<String> lines =
        open.toString().lines().map(CleanText::of).filter(line -> !line.isEmpty()).toList();
    boolean bold = anyBold && !anyPlain;
    open.setLength(0);
    anyBold = false;
    anyPlain = false;
    for (String line : lines.size() < 2 ? lines : new LineJoiner(lines).join(lines)) {
      drafts.add(draft(line).bold(bold));
    }
  }

  private Draft draft(String line) {
    if (context.quoted()) {
      return Draft.of(BlockKind.QUOTED_REPLY, line);
    }
    boolean begins = context.listLevel() > 0 && itemBegins;
    String number = begins ? context.number() : null;
    itemBegins = false;
    if (context.heading() > 0) {
      return Draft.heading(context.heading(), line).numbered(number);
    }
    return begins
        ? Draft.listItem(context.listLevel(), line).numbered(number)
        : Draft.paragraph(line);
  }
}
