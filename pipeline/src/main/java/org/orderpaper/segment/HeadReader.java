package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.SegmentSettings.SettledReading;
import org.orderpaper.model.Unit;

/** Reads the head of a paper: unit, date, status, each by its own reader. */
final class HeadReader {

  private final UnitReader units;
  private final CueBook cues;

  HeadReader(UnitReader units, CueBook cues) {
    this.units = units;
    this.cues = cues;
  }

  /**
   * What surrounds a paper.
   *
   * @param running the first heads and feet of its pages
   * @param title the title in the properties of the document, without words where it has none
   */
  record Around(
      List<Line> running,
      String source,
      @Nullable MailHeader mail,
      @Nullable SettledReading settled,
      Line title) {}

  /**
   * @param inherited the unit of the paper before in the same document, or null
   */
  Meeting read(
      String id,
      List<Line> lines,
      int head,
      DocumentKind kind,
      Around around,
      @Nullable Unit inherited) {
    List<String> because = new ArrayList<>();
    because.add("kind from its words: " + kind.word());
    Unit unit = new PaperUnit(units, cues, around, kind).read(lines, head, inherited, because);
    PaperDay.Told told = PaperDay.read(lines, head, kind, around, because);
    SettledReading settled = around.settled();
    if (settled != null) {
      String name = settled.unit();
      unit = name == null ? unit : units.settled(name, cues);
      LocalDate day = settled.date();
      told =
          day == null
              ? told
              : new PaperDay.Told(day, DateSource.HEADER, Confidence.high("settled by a person"));
      because.add("a person settled this reading");
    }
    return new Meeting(
        id, kind, status(lines, head), unit, told.date(), told.source(), told.sure(), because);
  }

  // --- status ---

  private static PaperStatus status(List<Line> lines, int head) {
    PaperStatus status = PaperStatus.UNSTATED;
    for (Line line : lines.subList(0, Math.min(lines.size(), head + 1))) {
      if (line.has("meetings.draft")) {
        return PaperStatus.DRAFT;
      }
      if (line.has("meetings.approved") && line.words() <= 12) {
        status = PaperStatus.APPROVED;
      }
    }
    return status;
  }
}
