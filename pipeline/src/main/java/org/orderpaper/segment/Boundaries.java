package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Span;

/**
 * Finds where other business begins within what layout and cues take for one item, as in minutes
 * that tell of a whole evening in three paragraphs. Labelled papers teach it ({@code
 * docs/decisions/0010}). The text stays as it is; only its blocks are more.
 */
final class Boundaries {

  /** How likely a boundary must be: a cut too many parts a motion from its outcome. */
  private static final double LIKELY = 0.5;

  /** The same for "Then came a motion ..." when what went before is decided. */
  private static final double LIKELY_NEXT = 0.05;

  /** An item of more sentences than this is a text of its own, such as a report sent round. */
  private static final int MOST = 200;

  /** A document of more blocks was not written by a secretary, and would be in memory twice. */
  private static final int MOST_BLOCKS = 20_000;

  private Boundaries() {}

  /**
   * A document with more blocks.
   *
   * @param begins the blocks that begin an item
   */
  record Parted(ExtractedDocument document, Set<Integer> begins) {}

  /**
   * The document with its blocks cut where business begins, or null when it begins nowhere within
   * an item.
   *
   * @param papers of that document
   */
  static @Nullable Parted part(List<Paper> papers, ExtractedDocument document, Learned learned) {
    if (document.blocks().size() > MOST_BLOCKS) {
      return null;
    }
    // The block, and the offsets within it.
    Map<Integer, SortedSet<Integer>> cuts = new HashMap<>();
    for (Paper paper : papers) {
      if (!isCut(paper.kind())) {
        continue;
      }
      List<Draft> drafts = Cutter.cut(paper.lines(), paper.kind()).drafts();
      String layout = BoundaryFeatures.layout(drafts);
      for (Draft draft : drafts) {
        for (Stretch stretch : beginnings(draft, paper.kind(), layout, learned)) {
          int offset = offset(stretch);
          cuts.computeIfAbsent(stretch.line().index(), block -> new TreeSet<>()).add(offset);
        }
      }
    }
    return cuts.isEmpty() ? null : parted(document, cuts);
  }

  /** Where the stretch begins in its line, the bracket before a letter included. */
  private static int offset(Stretch stretch) {
    int from = stretch.from();
    int start = from == 0 ? 0 : stretch.tokens().start(from);
    return start > 0 && stretch.line().text().charAt(start - 1) == '(' ? start - 1 : start;
  }

  /** Posts and rules have their own order. */
  static boolean isCut(DocumentKind kind) {
    return switch (kind) {
      case MINUTES, AGENDA, OTHER, EMAIL, NEWSLETTER, MOTION_PAPER, STATEMENT -> true;
      case SOCIAL, RULES -> false;
    };
  }

  private static List<Stretch> beginnings(
      Draft draft, DocumentKind kind, String layout, Learned learned) {
    List<Stretch> stretches = Stretch.of(draft);
    List<Stretch> found = new ArrayList<>();
    if (draft.isEarlier() || stretches.size() > MOST) {
      return found;
    }
    BoundaryFeatures.Run run = BoundaryFeatures.Run.of(draft, stretches, kind, layout);
    int begun = 0;
    boolean text = false;
    for (int i = 1; i < stretches.size(); i++) {
      text |= isMoved(stretches.get(i - 1));
      boolean amends = text && WordChange.isTold(stretches.get(i));
      if (isPossible(stretches, i)
          && (amends
              || learned.begins(BoundaryFeatures.of(run, i, begun))
                  >= needed(stretches, begun, i))) {
        found.add(stretches.get(i));
        begun = i;
      }
    }
    found.addAll(pointsOfLists(draft, stretches));
    return found;
  }

  /** Whether a sentence is the text of a motion, or holds it. */
  private static boolean isMoved(Stretch stretch) {
    return stretch.role() == Stretch.Role.TEXT
        || stretch.has("clauses.unit-subject")
        || stretch.has("clauses.quoted-motion")
        || stretch.has("motions.moved")
        || stretch.has("motions.told");
  }

  /**
   * "(a) The region, on data protection. Noted. (b) Fell WI, would we judge jam.": points of a list
   * within a paragraph, each a matter of its own; the clauses of a motion are none.
   */
  private static List<Stretch> pointsOfLists(Draft draft, List<Stretch> stretches) {
    List<Stretch> points = new ArrayList<>();
    if (draft.isMotion() || draft.moved) {
      return points;
    }
    int line = -1;
    int last = 0;
    for (Stretch stretch : stretches) {
      last = stretch.line().index() == line ? last : 0;
      line = stretch.line().index();
      for (int i = stretch.from(); i < stretch.to(); i++) {
        int number = stretch.role() == Stretch.Role.TOLD ? pointAt(stretch.tokens(), i) : 0;
        if (number > 1 && number == last + 1) {
          points.add(new Stretch(stretch.line(), i, stretch.to(), stretch.role()));
        }
        last = number == last + 1 ? number : last;
      }
    }
    return points;
  }

  /** The number of the point that begins a sentence at a token: 2 for "(b)"; 0 if none does. */
  private static int pointAt(Tokens tokens, int at) {
    String before = tokens.between(at).strip();
    boolean opens =
        at + 1 < tokens.size()
            && tokens.word(at).length() == 1
            && Character.isLowerCase(tokens.raw(at).charAt(0))
            && tokens.between(at + 1).startsWith(")");
    boolean begins =
        before.endsWith("(")
            && (before.length() == 1 ? at <= 2 : ".!?;:".indexOf(before.charAt(0)) >= 0);
    return opens && begins ? tokens.word(at).charAt(0) - 'a' + 1 : 0;
  }

  private static double needed(List<Stretch> stretches, int begun, int at) {
    Stretch stretch = stretches.get(at);
    boolean next = stretch.hits().at("motions.another", stretch.body()) != null;
    boolean decided = stretches.subList(begun, at).stream().anyMatch(BoundaryFeatures::decides);
    return next && decided ? LIKELY_NEXT : LIKELY;
  }

  /**
   * A heading goes with its text, a quotation is not cut, the clauses of a motion are not parted,
   * and "The amendment was carried" goes on with what was said before.
   */
  static boolean isPossible(List<Stretch> stretches, int at) {
    Stretch stretch = stretches.get(at);
    return stretches.get(at - 1).role() != Stretch.Role.HEADING
        && stretch.role() != Stretch.Role.QUOTED
        && stretch.hits().at("motions.goes-on", stretch.body()) == null
        && !isClause(stretches.get(at - 1), stretch);
  }

  /** "(b) considers ..." below "(a) notes ...". */
  private static boolean isClause(Stretch before, Stretch stretch) {
    Label last = before.line().label();
    Label next = stretch.line().label();
    return stretch.from() <= stretch.line().body()
        && stretch.role() == Stretch.Role.TEXT
        && before.role() == Stretch.Role.TEXT
        && last != null
        && next != null
        && next.style().equals(last.style())
        && next.last() == last.last() + 1;
  }

  private static Parted parted(ExtractedDocument document, Map<Integer, SortedSet<Integer>> cuts) {
    List<Block> blocks = new ArrayList<>();
    Set<Integer> begins = new TreeSet<>();
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      int from = block.span().start();
      int text = from + leading(document.textOf(block));
      boolean first = true;
      for (int offset : cuts.getOrDefault(i, new TreeSet<>())) {
        if (offset == 0) {
          begins.add(blocks.size());
          continue;
        }
        blocks.add(piece(block, new Span(from, text + offset), first));
        begins.add(blocks.size());
        from = text + offset;
        first = false;
      }
      blocks.add(piece(block, new Span(from, block.span().end()), first));
    }
    return new Parted(
        new ExtractedDocument(
            document.text(), blocks, document.pages(), document.mail(), document.title()),
        begins);
  }

  /** The white space before the text of a block: lines are read without it. */
  private static int leading(String text) {
    return text.length() - text.stripLeading().length();
  }

  private static Block piece(Block block, Span span, boolean first) {
    return new Block(
        first ? block.kind() : BlockKind.PARAGRAPH,
        span,
        block.level(),
        first ? block.number() : null,
        block.page(),
        block.bold(),
        first && span.equals(block.span()) ? block.cells() : List.of());
  }
}
