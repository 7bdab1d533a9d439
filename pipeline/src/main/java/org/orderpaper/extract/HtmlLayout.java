package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Finds the blocks of a web page as a reader of it sees them: no scripts, no navigation, lists with
 * their numbers. What is hidden, and what stands apart from the text, is kept apart.
 */
final class HtmlLayout {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "head",
          "iframe",
          "object",
          "svg",
          "canvas",
          "button",
          "select",
          "textarea",
          "datalist",
          "audio",
          "video",
          "del",
          "map");

  /** Elements that stand on lines of their own; any other one, known or not, is inline. */
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "html",
          "legend",
          "li",
          "main",
          "p",
          "search",
          "section",
          "summary",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr");

  private static final Set<String> BLOCK_DISPLAYS =
      Set.of("block", "flex", "grid", "list-item", "table", "table-row", "flow-root");

  private static final Pattern BOLD = Pattern.compile("bold|bolder|[6-9]00");
  private static final Pattern PLAIN = Pattern.compile("normal|lighter|[1-5]00");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  /** How Word marks a paragraph of a list: its list, level and format. */
  private static final Pattern WORD_LIST = Pattern.compile("(?i)\\S+ level([1-9])\\b.{0,40}");

  /** The small numbers of notes, which would run into the word before: "23" and "1" are no 231. */
  private static final Set<String> NOTE_MARKS =
      Set.of(
          "MsoFootnoteReference",
          "MsoEndnoteReference",
          "MsoCommentReference",
          "msocomanchor",
          "sdfootnoteanc",
          "sdfootnotesym",
          "sdendnoteanc",
          "sdendnotesym");

  private static final Pattern NOTE = Pattern.compile("sd(?:foot|end)note\\d{1,6}");
  private static final int DEEPEST = 500;
  private static final int WIDEST = 64;

  private final boolean mail;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> apart;
  private final Set<Integer> earlier = new HashSet<>();
  private HtmlStyles styles;
  private HtmlMarkers markers;

  /** Text that has not come to the end of its block; a line feed stands for a line break. */
  private StyledText open = new StyledText();

  private StyledText unseen = new StyledText();
  private Context context = new Context(0, null, 0, false, false, null, 0, HtmlInk.PLAIN);

  /**
   * What surrounds the text: a heading, a list, a quotation in a mail.
   *
   * @param lines whether line feeds are line breaks
   * @param role what all blocks in it are, or null
   * @param quotes how many quotations it is in
   * @param ink how its letters stand out
   */
  private record Context(
      int heading,
      @Nullable String number,
      int listLevel,
      boolean bold,
      boolean lines,
      @Nullable BlockKind role,
      int quotes,
      HtmlInk ink) {

    Context inHeading(int level) {
      return new Context(level, number, listLevel, bold, lines, role, quotes, ink);
    }

    Context inItem(@Nullable String label, int level) {
      return new Context(0, label, level, bold, lines, role, quotes, ink);
    }

    Context inBold(boolean on) {
      return new Context(heading, number, listLevel, on, lines, role, quotes, ink);
    }

    Context inLines(boolean on) {
      return new Context(heading, number, listLevel, bold, on, role, quotes, ink);
    }

    Context inInk(HtmlInk on) {
      return new Context(heading, number, listLevel, bold, lines, role, quotes, on);
    }

    boolean isUnseen() {
      return role == BlockKind.HIDDEN || ink.isUnseen();
    }

    Context quoted(BlockKind kind) {
      return new Context(heading, number, listLevel, bold, lines, kind, quotes + 1, ink);
    }

    Context as(BlockKind kind) {
      return new Context(heading, number, listLevel, bold, lines, kind, quotes, ink);
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
    this(mail, new ArrayList<>());
  }

  private HtmlLayout(boolean mail, List<Draft> apart) {
    this.mail = mail;
    this.apart = apart;
    this.styles = HtmlStyles.none();
    this.markers = new HtmlMarkers(styles);
  }

  /** Whether Outlook says that an earlier message begins with the block of that index. */
  boolean beginsEarlier(int block) {
    return earlier.contains(block);
  }

  /** In how many quotations a block of a mail stands. */
  static int depth(Draft draft) {
    return isEarlier(draft.kind()) ? Math.max(1, draft.level()) : 0;
  }

  private static boolean isEarlier(BlockKind kind) {
    return kind == BlockKind.QUOTED_REPLY || kind == BlockKind.FORWARDED;
  }

  List<Draft> blocksOf(Element body) {
    Element root = body.root();
    styles = HtmlStyles.of(root);
    markers = new HtmlMarkers(styles);
    HtmlInk paper = styles.tellsGrounds() ? HtmlInk.PLAIN : HtmlInk.ON_UNKNOWN;
    context = context.inInk(paper.inside(body, styles.of(body.normalName(), body)));
    children(body, 0);
    flush();
    return drafts;
  }

  /** What stands apart from the text: notes, comments, the foot of the page, hidden words. */
  List<Draft> apart(BlockKind kind) {
    return apart.stream().filter(draft -> draft.kind() == kind).toList();
  }

  private void children(Element element, int depth) {
    for (Node child : element.childNodes()) {
      node(child, depth + 1);
    }
  }

  private void node(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
      if (depth < DEEPEST) {
        element(element, depth);
      } else {
        append(element.wholeText());
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    Map<String, String> look = styles.of(name, element);
    if (isHidden(element, look)) {
      hidden(element, name, look);
      return;
    }
    switch (name) {
      case "br" -> open().append("\n", context.bold());
      case "wbr" -> {}
      case "hr" -> flush();
      case "input" -> input(element);
      case "pre", "xmp", "listing" -> preformatted(element);
      case "table" -> table(element, depth);
      case "ol", "ul", "menu", "dir" -> list(element, depth);
      default -> {
        boolean block = isBlock(name, look);
        if (block) {
          flush();
        }
        if (mail && element.id().endsWith("divRplyFwdMsg")) {
          earlier.add(drafts.size());
        }
        if (!isWordMarker(look) && element.classNames().stream().noneMatch(NOTE_MARKS::contains)) {
          inside(element, name, look, block, depth);
        }
      }
    }
  }

  private static boolean isBlock(String name, Map<String, String> look) {
    return BLOCKS.contains(name) || BLOCK_DISPLAYS.contains(look.getOrDefault("display", ""));
  }

  private static boolean isWordMarker(Map<String, String> look) {
    return look.getOrDefault("mso-list", "").equalsIgnoreCase("ignore");
  }

  private void inside(
      Element element, String name, Map<String, String> look, boolean block, int depth) {
    Context outside = context;
    boolean before = itemBegins;
    if (block) {
      context = blockContext(element, name, look);
    }
    context = styled(context, element, look);
    if (name.equals("q")) {
      append("\u201C");
    }
    children(element, depth);
    if (name.equals("q")) {
      append("\u201D");
    }
    if (block) {
      flush();
      itemBegins = before && itemBegins;
    }
    context = outside;
  }

  private Context blockContext(Element element, String name, Map<String, String> look) {
    Context inside = context;
    Matcher listed = WORD_LIST.matcher(look.getOrDefault("mso-list", ""));
    if (listed.matches()) {
      inside = inside.inItem(wordMarker(element), listed.group(1).charAt(0) - '0');
      itemBegins = true;
    }
    if (HEADING.matcher(name).matches()) {
      inside = inside.inHeading(name.charAt(1) - '0');
    } else if (element.hasClass("MsoTitle")) {
      inside = inside.inHeading(1);
    } else if (element.hasClass("MsoSubtitle")) {
      inside = inside.inHeading(2);
    }
    BlockKind role = role(element, name, look);
    if (role == null || inside.role() == BlockKind.HIDDEN) {
      return inside;
    }
    return isEarlier(role) ? inside.quoted(role) : inside.as(role);
  }

  private @Nullable BlockKind role(Element element, String name, Map<String, String> look) {
    if (mail && element.hasClass("moz-forward-container")) {
      return BlockKind.FORWARDED;
    }
    if (mail && isQuote(element, name)) {
      return BlockKind.QUOTED_REPLY;
    }
    if (name.equals("footer") && element.closest("article, blockquote, figure") == null) {
      return BlockKind.PAGE_FOOTER;
    }
    if (name.equals("div") && NOTE.matcher(element.id()).matches()) {
      return BlockKind.FOOTNOTE;
    }
    if (name.equals("div") && element.hasAttr("title")) {
      return switch (element.attr("title")) {
        case "header" -> BlockKind.PAGE_HEADER;
        case "footer" -> BlockKind.PAGE_FOOTER;
        default -> null;
      };
    }
    return switch (look.getOrDefault("mso-element", "").toLowerCase(Locale.ROOT)) {
      case "footnote", "endnote" -> BlockKind.FOOTNOTE;
      case "comment" -> BlockKind.COMMENT;
      default -> null;
    };
  }

  /** The number that Word wrote in front of a paragraph; null for a bullet, a letter in a font. */
  private static @Nullable String wordMarker(Element paragraph) {
    for (Element span : paragraph.getElementsByTag("span")) {
      if (span.attr("style")
          .toLowerCase(Locale.ROOT)
          .replace(" ", "")
          .contains("mso-list:ignore")) {
        String label = CleanText.of(span.wholeText());
        boolean counts = label.chars().anyMatch(Character::isLetterOrDigit);
        return counts && !label.equals("o") && !label.equals("\u00A7") ? label : null;
      }
    }
    return null;
  }

  private static Context styled(Context context, Element element, Map<String, String> look) {
    String name = element.normalName();
    Context inside = context.inInk(context.ink().inside(element, look));
    String weight = look.getOrDefault("font-weight", "").toLowerCase(Locale.ROOT);
    if (BOLD.matcher(weight).matches()) {
      inside = inside.inBold(true);
    } else if (PLAIN.matcher(weight).matches()) {
      inside = inside.inBold(false);
    } else if (Set.of("b", "strong", "th").contains(name)) {
      inside = inside.inBold(true);
    }
    String space = look.getOrDefault("white-space", "").toLowerCase(Locale.ROOT);
    return space.isEmpty()
        ? inside
        : inside.inLines(space.startsWith("pre") || space.equals("break-spaces"));
  }

  private static boolean isQuote(Element element, String name) {
    return name.equals("blockquote")
        || element.hasClass("gmail_quote")
        || element.hasClass("moz-cite-prefix")
        || element.hasClass("yahoo_quoted")
        || element.hasClass("protonmail_quote");
  }

  private static boolean isHidden(Element element, Map<String, String> look) {
    return element.hasAttr("hidden")
        || (element.normalName().equals("dialog") && !element.hasAttr("open"))
        || look.getOrDefault("display", "").equalsIgnoreCase("none")
        || look.getOrDefault("visibility", "").equalsIgnoreCase("hidden")
        || look.getOrDefault("mso-hide", "").equalsIgnoreCase("all")
        || HtmlInk.isShut(look);
  }

  private boolean isHidden(Element element) {
    return isHidden(element, styles.of(element.normalName(), element));
  }

  /** Keeps the words of a hidden element, without a look at how they would be laid out. */
  private void hidden(Element element, String name, Map<String, String> look) {
    boolean block = isBlock(name, look) || name.equals("table") || element.children().size() > 1;
    if (block) {
      flush();
    }
    unseen.append(element.text(), false);
    if (block) {
      flush();
    }
  }

  private void input(Element element) {
    if (element.attr("type").equalsIgnoreCase("checkbox")) {
      append(element.hasAttr("checked") ? "\u2612" : "\u2610");
    }
  }

  private void preformatted(Element element) {
    flush();
    if (context.isUnseen()) {
      append(element.wholeText());
      flush();
      return;
    }
    List<Draft> inside = PlainTextLayout.blocksOf(element.wholeText());
    inside.forEach(this::addInside);
  }

  private void list(Element list, int depth) {
    flush();
    boolean reversed = list.normalName().equals("ol") && list.hasAttr("reversed");
    long items = list.children().stream().filter(child -> child.normalName().equals("li")).count();
    int count = number(list.attr("start"), reversed ? (int) items : 1);
    int named = markers.depth(list);
    int level = named > 0 ? named : context.listLevel() + 1;
    Context outside = context;
    for (Node child : list.childNodes()) {
      if (child instanceof Element item && item.normalName().equals("li") && !isHidden(item)) {
        count = number(item.attr("value"), count);
        item(item, markers.label(list, item, count), level, depth);
        count += reversed ? -1 : 1;
      } else {
        context = context.inItem(null, level);
        node(child, depth + 1);
        context = outside;
      }
    }
    flush();
  }

  private void item(Element item, @Nullable String label, int level, int depth) {
    Context outside = context;
    boolean before = itemBegins;
    itemBegins = true;
    context = styled(context.inItem(label, level), item, styles.of(item.normalName(), item));
    children(item, depth + 1);
    flush();
    context = outside;
    itemBegins = before;
  }

  private static int number(String attribute, int otherwise) {
    try {
      return Integer.parseInt(attribute.strip());
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  private void table(Element table, int depth) {
    flush();
    Context outside = context;
    context = context.inInk(context.ink().inside(table, styles.of("table", table)));
    rowsOf(table, depth);
    context = outside;
  }

  /** A table of tables or of whole pages only places ordinary text; any other one has rows. */
  private void rowsOf(Element table, int depth) {
    boolean layout =
        table.selectFirst("table table, td h1, td h2, td h3, td h4, td ol, td ul, td blockquote")
                != null
            || table.attr("role").equals("presentation");
    for (Element child : table.children()) {
      if (child.normalName().equals("caption")) {
        node(child, depth);
      }
    }
    Map<Integer, Integer> reaching = new HashMap<>();
    for (Element row : rows(table)) {
      Context outside = context;
      context = context.inInk(context.ink().inside(row, styles.of("tr", row)));
      if (isHidden(row)) {
        hidden(row, "tr", Map.of());
      } else if (layout || context.role() == BlockKind.HIDDEN) {
        row.children().forEach(cell -> node(cell, depth + 3));
        flush();
      } else {
        row(row, reaching, depth);
      }
      context = outside;
    }
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (Set.of("thead", "tbody", "tfoot").contains(child.normalName())) {
        child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  /**
   * Reads a row.
   *
   * @param reaching by column, how many rows from this one on are reached by a cell above
   */
  private void row(Element row, Map<Integer, Integer> reaching, int depth) {
    List<TableRows.Cell> cells = new ArrayList<>();
    Map<Integer, Integer> begun = new HashMap<>();
    int column = 0;
    for (Element cell : row.children()) {
      if (isHidden(cell)) {
        hidden(cell, "td", Map.of());
        continue;
      }
      while (column < WIDEST && reaching.getOrDefault(column, 0) > 0) {
        cells.add(TableRows.Cell.blank(1));
        column++;
      }
      int columns = Math.clamp(number(cell.attr("colspan"), 1), 1, WIDEST);
      int more = Math.clamp(number(cell.attr("rowspan"), 1), 1, 10_000) - 1;
      for (int i = column; more > 0 && i < Math.min(column + columns, WIDEST); i++) {
        begun.put(i, more);
      }
      cells.add(new TableRows.Cell(cell(cell, depth), columns));
      column += columns;
    }
    reaching.replaceAll((_, rows) -> Math.max(0, rows - 1));
    reaching.putAll(begun);
    List<Draft> rows = new ArrayList<>();
    TableRows.add(cells, rows);
    boolean quoted = context.quotes() > 0;
    rows.forEach(draft -> {
      // A row of a message that was quoted is no row of this one.
      if (quoted && !isEarlier(draft.kind())) {
        addInside(draft);
      } else {
        drafts.add(draft);
      }
    });
  }

  /** Adds what was laid out by itself, as what it stands in. */
  private void addInside(Draft draft) {
    BlockKind role = context.role();
    if (role == null) {
      add(draft);
    } else {
      add(isEarlier(role) ? draft.as(role).at(context.quotes()) : draft.as(role));
    }
  }

  private List<Draft> cell(Element cell, int depth) {
    HtmlLayout inside = new HtmlLayout(mail, apart);
    inside.styles = styles;
    inside.markers = markers;
    String name = cell.normalName();
    inside.context = styled(context, cell, styles.of(name, cell));
    inside.children(cell, depth + 3);
    inside.flush();
    return inside.drafts;
  }

  private StyledText open() {
    return context.isUnseen() ? unseen : open;
  }

  private void append(String text) {
    String seen = text.replace('\r', ' ');
    open().append(context.lines() ? seen : seen.replace('\n', ' '), context.bold());
  }

  private void flush() {
    StyledText seen = open;
    StyledText hidden = unseen;
    open = new StyledText();
    unseen = new StyledText();
    for (StyledText.Line line : seen.lines()) {
      add(draft(line.text()).bold(line.bold()));
    }
    for (StyledText.Line line : hidden.lines()) {
      add(Draft.of(BlockKind.HIDDEN, line.text()));
    }
  }

  private void add(Draft draft) {
    switch (draft.kind()) {
      case PAGE_FOOTER, PAGE_HEADER, FOOTNOTE, COMMENT, HIDDEN -> apart.add(draft);
      case PARAGRAPH, HEADING, LIST_ITEM, TABLE_ROW, QUOTED_REPLY, FORWARDED -> drafts.add(draft);
    }
  }

  private Draft draft(String line) {
    BlockKind role = context.role();
    if (role != null && !isEarlier(role)) {
      return Draft.of(role, line);
    }
    boolean begins = context.listLevel() > 0 && itemBegins;
    String number = begins ? context.number() : null;
    itemBegins = false;
    if (role != null) {
      return Draft.of(role, line).numbered(number).at(context.quotes());
    }
    if (context.heading() > 0) {
      return Draft.heading(context.heading(), line).numbered(number);
    }
    return begins
        ? Draft.listItem(context.listLevel(), line).numbered(number)
        : Draft.paragraph(line);
  }
}
