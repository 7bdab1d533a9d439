package org.orderpaper.cli;

import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.orderpaper.scan.ScanEvent;

/** Shows how far a scan is, by bytes, where there is a terminal to show it on. */
final class ScanProgress implements Consumer<ScanEvent>, AutoCloseable {

  private static final long KILOBYTE = 1024;

  private final boolean shown;
  private @Nullable ProgressBar bar;

  private ScanProgress(boolean shown) {
    this.shown = shown;
  }

  static ScanProgress on(boolean quiet) {
    return new ScanProgress(!quiet && Terminal.isThere());
  }

  @Override
  public void accept(ScanEvent event) {
    if (event instanceof ScanEvent.Noted noted) {
      System.err.println("orderpaper: " + noted.sentence());
    } else if (shown) {
      show(event);
    }
  }

  private void show(ScanEvent event) {
    switch (event) {
      case ScanEvent.Listed listed -> begin(listed);
      case ScanEvent.Read read -> {
        if (bar != null) {
          bar.stepBy(read.bytes());
        }
      }
      case ScanEvent.Rematching rematching ->
          System.err.println("The rules have changed: matching the whole archive again.");
      case ScanEvent.Reporting reporting -> close();
      case ScanEvent.Noted noted -> {}
    }
  }

  private void begin(ScanEvent.Listed listed) {
    System.err.println(
        listed.found() + " files found, " + listed.toRead() + " of them to be read.");
    if (listed.toRead() > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Reading")
              .setInitialMax(listed.bytes())
              .setUnit(" kB", KILOBYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
