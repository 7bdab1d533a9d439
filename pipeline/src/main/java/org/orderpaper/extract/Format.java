package org.orderpaper.extract;

/** A kind of content, and the extensions that files of that kind truly have. */
enum Format {
  TEXT(".txt.text.md.markdown.csv.tsv.log."),
  TABLE(".csv.tsv.txt."),
  HTML(".html.htm.xhtml."),
  DOCX(".docx.docm.dotx.dotm."),
  DOC(".doc.dot."),
  PDF(".pdf."),
  ODT(".odt.ott."),
  RTF(".rtf."),
  MAIL(".eml.mht.mhtml."),
  MAILBOX(".mbox.mbx."),
  OUTLOOK(".msg."),
  ZIP(".zip."),
  PICTURE(".png.jpg.jpeg.tif.tiff.gif.bmp."),
  XLSX(".xlsx.xlsm.xltx.xltm."),
  XLS(".xls.xlt."),
  ODS(".ods.ots.fods."),
  PPTX(".pptx.pptm.ppsx.ppsm.potx.potm."),
  PPT(".ppt.pps.pot."),
  ODP(".odp.otp.fodp.odg.otg.fodg."),
  FLAT_ODT(".fodt."),
  FLAT_DOCX(".xml."),
  XML(".xml.svg."),
  PACKED(".tar.gz.tgz.bz2.tbz2.xz.txz.7z."),
  IWORK(".pages.numbers.key."),
  /** Read with one of Tika's own parsers. */
  BY_TIKA(".epub.xps.oxps.xlsb.vsd.vsdx.pub.one.wpd.wps.qpw.dif.dbf.idml.mif.fb2.sxw.xml."),
  /** Locked with a password, so that even its kind is hidden. */
  LOCKED(""),
  /** Says by its name that it is one of the others, and is nothing that can be recognised. */
  GARBLED(""),
  OTHER("");

  private final String extensions;

  Format(String extensions) {
    this.extensions = extensions;
  }

  /** Whether a name with this extension, in lower case, tells the truth. */
  boolean isNamedBy(String extension) {
    return !extension.isEmpty() && extensions.contains("." + extension + ".");
  }

  /** Whether a name with this extension promises something that is read. */
  static boolean isPromisedBy(String extension) {
    for (Format format : values()) {
      if (format.isNamedBy(extension)) {
        return true;
      }
    }
    return false;
  }
}
