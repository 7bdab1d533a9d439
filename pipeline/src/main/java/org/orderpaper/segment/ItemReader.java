package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Passage;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Reading;

/** Reads the items of a paper: type, outcome, votes, voice and acts. */
final class ItemReader {

  /** The most words of a covering note. */
  private static final int COVER = 70;

  /** A paper of more items is no minutes, and what is seen of all of them would fill the memory. */
  private static final int MOST_LOOKS = 400;

  private ItemReader() {}

  /** An item, read. */
  record Read(
      Draft draft,
      ItemText text,
      ItemType type,
      Reading reading,
      Voice voice,
      List<Passage> passages,
      List<ActShown> acts,
      List<Stretch> told,
      StructuralFacts facts,
      Confidence segmentation,
      List<String> because) {

    Read with(Reading other) {
      return with(other, facts);
    }

    private Read with(Reading otherReading, StructuralFacts otherFacts) {
      return new Read(
          draft,
          text,
          type,
          otherReading,
          voice,
          passages,
          acts,
          told,
          otherFacts,
          segmentation,
          because);
    }

    /** The same item with what the head of its paper states, and the lines before all business. */
    Read under(Paper paper, List<Line> apart) {
      LocalDate date = paper.meeting().date();
      List<Line> head = new ArrayList<>(paper.above());
      head.addAll(apart);
      Notice notice = StructuralReader.noticeOfHead(head, date);
      boolean mailed =
          notice == null
              && paper.kind() == DocumentKind.AGENDA
              && paper.sent() != null
              && date != null
              && !paper.sent().isAfter(date);
      Notice sent = mailed ? new Notice(false, paper.sent(), null, false, null) : notice;
      return with(reading, facts.withHead(StructuralReader.quorumOfHead(head), sent));
    }
  }

  /** The items of a paper, not read yet. */
  static Cutter.Cut cut(Paper paper) {
    Cutter.Cut cut = Cutter.cut(paper.lines(), paper.kind());
    if (paper.kind() == DocumentKind.EMAIL) {
      joinCoveringLines(cut.drafts());
    }
    if (paper.isPost() && cut.drafts().size() > 1) {
      joinPost(cut.drafts());
    }
    return cut;
  }

  /** A post is one item, whatever its paragraphs; what other accounts answer is not its. */
  private static void joinPost(List<Draft> drafts) {
    Draft post = drafts.getFirst();
    List<Draft> answers = new ArrayList<>();
    for (Draft draft : drafts.subList(1, drafts.size())) {
      if (draft.lines.getFirst().text().startsWith("@")) {
        answers.add(draft);
      } else {
        draft.lines.forEach((answers.isEmpty() ? post : answers.getLast())::add);
      }
    }
    drafts.subList(1, drafts.size()).clear();
    drafts.addAll(answers);
  }

  /**
   * @param cut the items of the paper, or the first of them
   * @param learned what labelled papers teach, or null for what the cues alone read
   */
  static List<Read> read(Cutter.Cut cut, Paper paper, @Nullable Learned learned) {
    Matters.Sorted sorted = matters(settled(cut, paper, learned), paper, learned);
    List<Read> read = new ArrayList<>();
    for (OpenItem item : sorted.items()) {
      read.add(
          learned == null || isSettled(item, paper)
              ? finish(item, paper)
              : judged(item, paper, learned));
    }
    if (!read.isEmpty()) {
      read.set(0, read.getFirst().under(paper, sorted.apart()));
    }
    if (paper.kind() == DocumentKind.STATEMENT) {
      adopt(read, paper, cut, sorted.apart());
    }
    return read;
  }

  /** What is said above all items of how a statement was adopted is said of each part of it. */
  private static void adopt(List<Read> read, Paper paper, Cutter.Cut cut, List<Line> apart) {
    Draft frame = new Draft(List.of(), Section.NONE, Draft.Hint.NONE, 0, "");
    paper.above().forEach(frame::add);
    cut.apart().forEach(frame::add);
    apart.forEach(frame::add);
    Votes adoption = OutcomeByCues.adoption(Stretch.of(frame));
    for (int i = 0; i < read.size() && !adoption.equals(Votes.NOT_STATED); i++) {
      Read item = read.get(i);
      boolean open = item.reading().votes().equals(Votes.NOT_STATED);
      if (open
          && item.type() == ItemType.STATEMENT
          && item.reading().outcome() == Outcome.PUBLISHED) {
        read.set(i, item.with(item.reading().with(adoption)));
      }
    }
  }

  private static Matters.Sorted matters(
      List<OpenItem> items, Paper paper, @Nullable Learned learned) {
    if (learned == null || items.size() > MOST_LOOKS) {
      return new Matters.Sorted(items, List.of());
    }
    List<OpenItem.Look> looks = new ArrayList<>();
    for (OpenItem item : items) {
      OpenItem.Look look = look(item, paper);
      item.keep(look);
      looks.add(look);
    }
    return Matters.sort(items, looks, paper, learned);
  }

  /** The items of a paper, each with what is told of it anywhere in the paper. */
  private static List<OpenItem> settled(Cutter.Cut cut, Paper paper, @Nullable Learned learned) {
    List<Draft> drafts = cut.drafts();
    List<OpenItem> items = new ArrayList<>();
    for (Draft draft : drafts) {
      items.add(new OpenItem(draft, paper, draft == drafts.getLast()));
    }
    if (learned != null
        && items.size() <= MOST_LOOKS
        && items.stream().anyMatch(ItemReader::tellsOfAmendments)) {
      items.forEach(item -> item.likely = likely(item, paper, learned));
    }
    Attribution.settle(items, cut.tallies());
    return items;
  }

  private static boolean tellsOfAmendments(OpenItem item) {
    return item.stretches.stream()
        .anyMatch(
            stretch -> OutcomeByCues.speaksOfAmendments(stretch) || stretch.has("motions.returns"));
  }

  /** What an item most likely is, before it is known what is told of it elsewhere. */
  private static ItemType likely(OpenItem item, Paper paper, Learned learned) {
    if (isSettled(item, paper)) {
      return item.typed.type();
    }
    OpenItem.Look look = look(item, paper);
    item.keep(look);
    ItemType judged = learned.type(look.features()).value();
    return Judging.isOpen(look.byCues(), judged, item, paper) ? judged : look.byCues().type();
  }

  /** The item as the cues read it, with its features; not read again without need. */
  private static OpenItem.Look look(OpenItem item, Paper paper) {
    OpenItem.Look kept = item.look();
    if (kept != null) {
      return kept;
    }
    Read byCues = finish(item, paper);
    return new OpenItem.Look(
        byCues, ItemFeatures.of(byCues, item.told, item.stated, paper.meeting()));
  }

  /**
   * Whether its place settles what an item is: what an account posts, a rule, the message that is
   * answered. What is sent on may be anything, a model motion among it.
   */
  static boolean isSettled(OpenItem item, Paper paper) {
    return paper.kind() == DocumentKind.SOCIAL
        || paper.kind() == DocumentKind.RULES
        || item.draft.hint == Draft.Hint.QUOTED;
  }

  /**
   * The items of a paper as the cues read them, with their features, from which labelled papers
   * teach.
   *
   * @param learned tells what is told of which item, as it does when the paper is read
   */
  static List<OpenItem.Look> lessons(Paper paper, Learned learned) {
    return settled(cut(paper), paper, learned).stream().map(item -> look(item, paper)).toList();
  }

  private static Read judged(OpenItem item, Paper paper, Learned learned) {
    Judging.Judged judged = Judging.judge(item, paper, look(item, paper), learned);
    return composed(item, judged.reading(), judged.voice(), paper);
  }

  /** The lines that only hand a motion in go with the motion. */
  private static void joinCoveringLines(List<Draft> drafts) {
    if (drafts.size() < 2) {
      return;
    }
    Draft cover = drafts.getFirst();
    Draft motion = drafts.get(1);
    if (!cover.isMotion()
        && motion.rank > 0
        && cover.hint == Draft.Hint.NONE
        && !motion.isEarlier()
        && TypeReader.words(cover) <= COVER) {
      drafts.set(1, motion.after(cover));
      drafts.removeFirst();
    }
  }

  /** An item as the cues alone read it. */
  private static Read finish(OpenItem item, Paper paper) {
    Reading reading = OutcomeByCues.read(item, paper);
    ItemType type = item.typed.type();
    Voice voice = VoiceReader.of(item.draft, item.stretches, type, reading, paper.meeting());
    if (paper.ours()
        && paper.kind() == DocumentKind.EMAIL
        && type == ItemType.CORRESPONDENCE
        && !item.draft.isEarlier()) {
      voice = Voice.UNIT_STATEMENT;
    }
    return composed(item, reading, voice, paper);
  }

  private static Read composed(OpenItem item, Reading reading, Voice voice, Paper paper) {
    ItemType type = item.typed.type();
    ItemText text = ItemText.of(item.draft);
    List<Passage> passages =
        item.draft.isEarlier()
            ? List.of()
            : VoiceReader.passages(item.stretches, text, type, voice, reading);
    List<ActShown> acts =
        ActReader.read(item.draft, item.stretches, text, type, reading, paper.kind());
    List<String> because = new ArrayList<>();
    because.add(item.draft.why);
    if (item.draft.joined) {
      because.add("what stands below it is no matter of its own, as labelled papers have it");
    }
    because.add("type: " + item.typed.because());
    because.add("outcome: " + reading.sure().reason());
    Confidence cut =
        item.draft.headingEnd > 0
            ? Confidence.high(item.draft.why)
            : Confidence.medium(item.draft.why);
    StructuralFacts facts =
        StructuralReader.read(item.draft, item.stretches, text, type, paper.meeting().date());
    return new Read(
        item.draft,
        text,
        type,
        reading,
        voice,
        passages,
        acts,
        item.told,
        facts,
        cut,
        List.copyOf(because));
  }
}
