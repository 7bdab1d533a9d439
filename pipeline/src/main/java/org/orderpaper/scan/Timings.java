package org.orderpaper.scan;

import java.time.Duration;
import java.time.Instant;

/** When a scan ran. Stands in a file of its own, because no two scans have the same. */
record Timings(String scan, Instant began, Instant ended) {

  /** One JSON line. */
  String line() {
    return "{\"scan\":\"%s\",\"began\":\"%s\",\"ended\":\"%s\",\"seconds\":%s}%n"
        .formatted(scan, began, ended, Duration.between(began, ended).toMillis() / 1000.0)
        .replace(System.lineSeparator(), "\n");
  }
}
