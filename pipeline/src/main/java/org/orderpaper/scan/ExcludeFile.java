package org.orderpaper.scan;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A {@code .orderpaper-exclude} file: what lies beside it or below and is kept out.
 *
 * <p>One glob a line, relative to its folder; a pattern without {@code /} matches a name at any
 * depth, one that ends in {@code /} a folder with all it holds; {@code #} begins a comment. A file
 * without a single pattern, or one that cannot be read or understood, keeps the whole folder out:
 * in doubt nothing confidential is read.
 */
final class ExcludeFile {

  static final String NAME = ".orderpaper-exclude";

  private final Path folder;
  private final List<PathMatcher> matchers;
  private final boolean everything;

  private ExcludeFile(Path folder, List<PathMatcher> matchers, boolean everything) {
    this.folder = folder;
    this.matchers = matchers;
    this.everything = everything;
  }

  static ExcludeFile in(Path folder) {
    List<PathMatcher> matchers = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8)) {
        String pattern = line.strip();
        if (!pattern.isEmpty() && !pattern.startsWith("#")) {
          matchers.addAll(matchersOf(folder.getFileSystem(), pattern));
        }
      }
    } catch (MalformedInputException | PatternSyntaxException e) {
      return new ExcludeFile(folder, List.of(), true);
    } catch (IOException e) {
      return new ExcludeFile(folder, List.of(), true);
    }
    return new ExcludeFile(folder, matchers, matchers.isEmpty());
  }

  private static List<PathMatcher> matchersOf(FileSystem files, String pattern) {
    boolean wholeFolder = pattern.endsWith("/");
    String trimmed = wholeFolder ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean rooted = trimmed.contains("/");
    String relative = trimmed.startsWith("/") ? trimmed.substring(1) : trimmed;
    List<PathMatcher> matchers = new ArrayList<>();
    for (String prefix : rooted ? List.of("") : List.of("", "**/")) {
      if (!wholeFolder) {
        matchers.add(files.getPathMatcher("glob:" + prefix + relative));
      }
      // A folder that is named goes out with all it holds.
      matchers.add(files.getPathMatcher("glob:" + prefix + relative + "/**"));
    }
    return matchers;
  }

  boolean keepsOut(Path file) {
    Path relative = folder.relativize(file);
    return everything || matchers.stream().anyMatch(matcher -> matcher.matches(relative));
  }
}
