package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.GenericPropertyNode;
import org.apache.poi.hwpf.model.PlexOfCps;
import org.apache.poi.hwpf.model.SEPX;
import org.apache.poi.hwpf.usermodel.Range;
import org.orderpaper.model.BlockKind;

/**
 * The headers and footers of a binary Word document that some page shows. Every section keeps six:
 * for even, odd and first pages; Word keeps those too that were switched off.
 */
final class DocMargins {

  /** Before those of the sections come six lines that part notes from text. */
  private static final int SEPARATORS = 6;

  private static final int A_SECTION = 6;

  /** Each is looked for among all, so that many take long. */
  private static final int MOST_SECTIONS = 200;

  private static final int EVEN_HEADER = 0;
  private static final int EVEN_FOOTER = 2;
  private static final int ODD_FOOTER = 3;
  private static final int FIRST_HEADER = 4;
  private static final int FIRST_FOOTER = 5;

  private final List<Draft> margins = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private DocMargins() {}

  static DocMargins of(HWPFDocument document, DocBody body) {
    DocMargins margins = new DocMargins();
    // The library itself gives those of the first section only.
    FileInformationBlock header = document.getFileInformationBlock();
    if (header.getPlcfHddSize() == 0) {
      return margins;
    }
    PlexOfCps places =
        new PlexOfCps(
            document.getTableStream(), header.getPlcfHddOffset(), header.getPlcfHddSize(), 0);
    Range range = document.getHeaderStoryRange();
    List<SEPX> sections = document.getSectionTable().getSections();
    boolean evenPages = document.getDocProperties().isFFacingPages();
    int end = Math.min(places.length(), SEPARATORS + A_SECTION * MOST_SECTIONS);
    for (int i = SEPARATORS; i < end; i++) {
      int kind = (i - SEPARATORS) % A_SECTION;
      int section = (i - SEPARATORS) / A_SECTION;
      boolean first = kind == FIRST_HEADER || kind == FIRST_FOOTER;
      boolean even = kind == EVEN_HEADER || kind == EVEN_FOOTER;
      boolean titlePage =
          section < sections.size() && sections.get(section).getSectionProperties().getFTitlePage();
      if ((!first || titlePage) && (!even || evenPages)) {
        GenericPropertyNode place = places.getProperty(i);
        margins.add(kind, body.read(range, place.getStart(), place.getEnd()));
      }
    }
    return margins;
  }

  /** The headers, or the footers. */
  List<Draft> of(BlockKind kind) {
    return margins.stream().filter(draft -> draft.kind() == kind).toList();
  }

  private void add(int story, List<Draft> drafts) {
    boolean footer = story == EVEN_FOOTER || story == ODD_FOOTER || story == FIRST_FOOTER;
    BlockKind kind = footer ? BlockKind.PAGE_FOOTER : BlockKind.PAGE_HEADER;
    for (Draft draft : drafts) {
      if (seen.add(kind + draft.text())) {
        margins.add(Draft.of(kind, draft.text()));
      }
    }
  }
}
