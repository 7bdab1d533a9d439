package org.orderpaper.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes minutes, much disk, or a child process to contain. */
class HostileLongTest {

  @TempDir Path base;

  @Test
  @Tag("huge")
  void hugeFilesEndInTimeAndInHalfAGigabyte() throws Exception {
    try (Scanned scanned = new Scanned(base)) {
      HostileFolder hostile = HostileFolder.writeLong(scanned.papers, scanned.outside());
      check(scanned, hostile, Duration.ofMinutes(40));
    }
  }

  @Test
  @Tag("long")
  void whatOnlyLimitsEndIsEndedByName() throws Exception {
    try (Scanned scanned = new Scanned(base)) {
      HostileFolder hostile = HostileFolder.writeNeedingContainment(scanned.papers);
      check(scanned, hostile, Duration.ofMinutes(40));
    }
  }

  private static void check(Scanned scanned, HostileFolder hostile, Duration most)
      throws Exception {
    assertThat(scanned.scan(most)).as("the scan ended by itself").isTrue();
    assertThat(scanned.exitCode).as(scanned.printed).isEqualTo(3);
    Map<String, String> endings = scanned.endings();
    SoftAssertions all = new SoftAssertions();
    for (HostileFile file : hostile.files()) {
      all.assertThat(endings.get(file.name())).as(file.name()).isIn(file.endings());
    }
    for (String good : HostileFolder.GOOD) {
      all.assertThat(endings.get(good)).as(good).isEqualTo("checked");
    }
    all.assertThat(scanned.calls).hasValue(0);
    all.assertThat(scanned.changesOutside()).isEmpty();
    all.assertThat(scanned.leftRunning()).isEmpty();
    all.assertAll();
  }
}
