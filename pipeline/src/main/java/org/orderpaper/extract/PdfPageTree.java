package org.orderpaper.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * Finds the pages that the tree of a PDF really has, whatever number it says to have, as every
 * viewer does. PDFBox believes the number and fails where it is wrong.
 */
final class PdfPageTree {

  /** Pages and branches; a tree may have the same page a million times. */
  private static final int MOST_KIDS = 50_000;

  /** How far up a page looks for what it does not say itself. */
  private static final int MOST_PARENTS = 100;

  private static final List<COSName> INHERITED =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private final Deque<Branch> path = new ArrayDeque<>();
  private final Set<COSDictionary> branches = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<COSDictionary> found = new ArrayList<>();
  private int lookedAt;
  private int lost;
  private boolean again;
  private boolean full;
  private final @Nullable Integer said;

  /** A node whose kids are gone through, and what they inherit. */
  private static final class Branch {
    private final COSArray kids;
    private final COSDictionary inherited;
    private int next;

    Branch(COSArray kids, COSDictionary inherited) {
      this.kids = kids;
      this.inherited = inherited;
    }
  }

  private PdfPageTree(COSDictionary catalog) {
    COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
    if (root == null) {
      said = null;
      lost = 1;
      return;
    }
    said =
        root.getDictionaryObject(COSName.COUNT) instanceof COSNumber count
            ? Integer.valueOf(count.intValue())
            : null;
    visit(root, new COSDictionary());
    while (!path.isEmpty() && !full) {
      Branch branch = path.getLast();
      if (branch.next == branch.kids.size()) {
        path.removeLast();
      } else {
        visit(branch.kids.getObject(branch.next++), branch.inherited);
      }
    }
  }

  /**
   * Puts the pages of a document in one row, so that whatever asks for them finds them.
   *
   * @throws NotReadException if there should be pages and none can be reached
   */
  static PdfPageTree flattened(PDDocument document) throws NotReadException {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    PdfPageTree tree = new PdfPageTree(catalog);
    boolean expected = tree.lost > 0 || (tree.said != null && tree.said != 0);
    if (tree.found.isEmpty() && expected) {
      throw new NotReadException(NotCheckedReason.CORRUPT, "none of its pages can be reached");
    }
    catalog.setItem(COSName.PAGES, tree.row());
    return tree;
  }

  /** The pages in their order. */
  List<PDPage> pages() {
    return found.stream().map(PDPage::new).toList();
  }

  /** Says what is odd about the tree and what of it could not be followed. */
  void tell(DocumentWriter writer) {
    if (full) {
      writer.missing("more pages than the " + found.size() + " that are read of one document");
    }
    if (lost > 0) {
      writer.missing("pages that the file points to and does not hold: " + lost);
    }
    if (again) {
      writer.note("parts of the page tree that come again were read once");
    } else if (!full && lost == 0 && said != null && said != found.size()) {
      writer.note("the file says that it has " + said + " pages and has " + found.size());
    }
  }

  private void visit(@Nullable COSBase node, COSDictionary inherited) {
    if (++lookedAt > MOST_KIDS) {
      full = true;
    } else if (!(node instanceof COSDictionary dictionary)) {
      lost++;
    } else if (isBranch(dictionary)) {
      enter(dictionary, inherited);
    } else {
      found.add(whole(dictionary, inherited));
    }
  }

  private static boolean isBranch(COSDictionary node) {
    return node.containsKey(COSName.KIDS)
        || COSName.PAGES.equals(node.getDictionaryObject(COSName.TYPE));
  }

  private void enter(COSDictionary node, COSDictionary inherited) {
    if (!branches.add(node)) {
      again = true;
      return;
    }
    COSDictionary passedOn = new COSDictionary(inherited);
    INHERITED.forEach(name -> copy(node, passedOn, name));
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids == null) {
      lost += node.containsKey(COSName.KIDS) ? 1 : 0;
    } else {
      path.addLast(new Branch(kids, passedOn));
    }
  }

  /** The page with all that it inherits: it will have no parent to ask. */
  private static COSDictionary whole(COSDictionary page, COSDictionary inherited) {
    for (COSName name : INHERITED) {
      COSDictionary from = page;
      for (int i = 0; i < MOST_PARENTS && from != null && !page.containsKey(name); i++) {
        copy(from, page, name);
        from = from.getCOSDictionary(COSName.PARENT);
      }
      if (!page.containsKey(name)) {
        copy(inherited, page, name);
      }
    }
    page.setItem(COSName.TYPE, COSName.PAGE);
    return page;
  }

  private static void copy(COSDictionary from, COSDictionary to, COSName name) {
    COSBase value = from.getDictionaryObject(name);
    if (value != null) {
      to.setItem(name, value);
    }
  }

  private COSDictionary row() {
    COSDictionary root = new COSDictionary();
    COSArray kids = new COSArray();
    for (COSDictionary page : found) {
      page.setItem(COSName.PARENT, root);
      kids.add(page);
    }
    root.setItem(COSName.TYPE, COSName.PAGES);
    root.setItem(COSName.KIDS, kids);
    root.setItem(COSName.COUNT, COSInteger.get(found.size()));
    return root;
  }
}
