package org.orderpaper.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Gives the parts of one container their display names. What a container calls its contents is not
 * to be trusted: a name that looks like a path becomes one word, and every name is given once.
 */
final class PartNames {

  private static final int LONGEST = 150;

  private final Set<String> given = new HashSet<>();

  /**
   * The name of a part.
   *
   * @param declared what the container calls it, or null
   * @param ordinal its place in the container from 1
   * @param mediaType what it is, or null if nobody knows
   */
  String name(@Nullable String declared, int ordinal, @Nullable String mediaType) {
    String clean = declared == null ? "" : clean(declared);
    boolean named = !clean.replace(".", "").isBlank();
    return unique(named ? clean : "part-" + ordinal + extension(mediaType));
  }

  /** A declared name without anything that would make it a path; may be empty. */
  static String clean(String declared) {
    StringBuilder clean = new StringBuilder();
    declared.codePoints().map(PartNames::harmless).forEach(clean::appendCodePoint);
    return shortened(CleanText.of(clean.toString()));
  }

  private static int harmless(int c) {
    return c == '/' || c == '\\' || c == ':' ? '_' : c;
  }

  /** Keeps the extension, which tells a reader what the part is. */
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > name.length() - 12 ? name.substring(dot) : "";
    int end = LONGEST - extension.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }

  private String unique(String name) {
    int dot = name.lastIndexOf('.');
    int split = dot > 0 ? dot : name.length();
    String candidate = name;
    // Not told apart by case: somebody will save them side by side.
    for (int n = 2; !given.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = name.substring(0, split) + "-" + n + name.substring(split);
    }
    return candidate;
  }

  private static String extension(@Nullable String mediaType) {
    if (mediaType == null) {
      return "";
    }
    try {
      return MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
    } catch (MimeTypeException _) {
      return "";
    }
  }
}
