package org.orderpaper.extract;

import java.util.IdentityHashMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** Tells which fonts of a document are bold, by what they say and by what they are called. */
final class FontWeight {

  private static final int BOLD = 600;

  /** The mark that a font holds only the letters in use: six capitals and a plus sign. */
  private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

  private static final Pattern NAMED_BOLD = Pattern.compile("(?i)bold");

  /** "Avenir-Heavy" and "Bookman-Demi", but not "Blackadder". */
  private static final Pattern HEAVY =
      Pattern.compile("(?:Black|Heavy|Demi)(?![a-z])|(?:black|heavy|demi)(?![a-zA-Z])");

  /** "Frutiger-Bd", "Garamond,B", and "NimbusRomNo9L-Medi", which is the bold one of its family. */
  private static final Pattern SHORT_STYLE =
      Pattern.compile("(?i)[-,_ ](?:bd|b|bi|medi)(?:it(?:al)?)?$");

  /** The bold Computer Modern fonts of TeX. */
  private static final Pattern TEX =
      Pattern.compile("(?i)^(?:cm|sf|ec)(?:ss)?(?:b|bx)(?:ti|sl|csc|xti)?\\d+$");

  private final IdentityHashMap<PDFont, Boolean> known = new IdentityHashMap<>();

  boolean isBold(PDFont font) {
    return known.computeIfAbsent(font, FontWeight::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = font.getName();
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return (name != null && isBoldName(name))
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD));
  }

  static boolean isBoldName(String name) {
    String plain = SUBSET.matcher(name).replaceFirst("");
    return NAMED_BOLD.matcher(plain).find()
        || HEAVY.matcher(plain).find()
        || SHORT_STYLE.matcher(plain).find()
        || TEX.matcher(plain).find();
  }
}
