package org.orderpaper.scan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.FileRecord;

/**
 * Which readings of the archive still stand tonight. A file is read again when what shapes every
 * file has changed, when it holds scanned pages and the setting of text recognition has changed, or
 * when it failed and those are asked for.
 */
final class StandingReadings {

  private final String fingerprint;
  private final Supplier<String> ocrSetting;
  private final boolean retryFailed;
  private final String scan;
  private @Nullable String ocr;

  /**
   * Tells readings apart.
   *
   * @param fingerprint of extraction and segmentation
   * @param ocrSetting asked once at most, and only for scanned pages: it costs a process
   * @param retryFailed whether failed readings are made again, but for those of this scan
   * @param scan the id of this scan, which may have begun earlier
   */
  StandingReadings(
      String fingerprint, Supplier<String> ocrSetting, boolean retryFailed, String scan) {
    this.fingerprint = fingerprint;
    this.ocrSetting = ocrSetting;
    this.retryFailed = retryFailed;
    this.scan = scan;
  }

  boolean stands(FileRecord file) {
    return file.reading().equals(fingerprint)
        && (file.ocr() == null || file.ocr().equals(ocr()))
        && !(retryFailed && file.hasFailed() && !file.scan().equals(scan));
  }

  String fingerprint() {
    return fingerprint;
  }

  String scan() {
    return scan;
  }

  /** The setting of text recognition on this machine. */
  String ocr() {
    String known = ocr;
    if (known == null) {
      known = ocrSetting.get();
      ocr = known;
    }
    return known;
  }
}
