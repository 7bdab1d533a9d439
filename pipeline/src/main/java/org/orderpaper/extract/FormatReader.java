package org.orderpaper.extract;

/** Reads one format. */
interface FormatReader {

  /**
   * Reads one part. It may throw anything: {@link Faults} turns that into a value.
   *
   * @throws Exception for every fault of the input
   */
  Reading read(Source source) throws Exception;
}
