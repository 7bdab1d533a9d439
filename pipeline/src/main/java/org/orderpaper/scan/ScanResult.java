package org.orderpaper.scan;

import java.nio.file.Path;
import org.orderpaper.report.Statistics;

/**
 * What a completed scan leaves.
 *
 * @param folder of the report
 * @param statistics the closing figures
 * @param failures whether a file that should be readable could not be checked
 * @param ruleFaults whether a part of the rule book could not be used
 * @param highestSeverity of the ranked items, 0 when there is none
 */
public record ScanResult(
    String scan,
    Path folder,
    Statistics statistics,
    boolean failures,
    boolean ruleFaults,
    int highestSeverity) {}
