package org.orderpaper.extract;

import org.orderpaper.model.ExtractedPart;

/** Is told, part by part, what comes of reading one file. */
interface PartSink {

  /**
   * A part is about to be opened.
   *
   * @param ordinal its place among the parts of the file, from 0 for the file itself
   * @param path as in {@link ExtractedPart#part()}, as far as it is known before the part is opened
   */
  void begin(int ordinal, String path);

  /** Reading goes on: a step of a long part, such as a page, is done. */
  void alive();

  /** The part begun last is done. */
  void end(ExtractedPart part);
}
