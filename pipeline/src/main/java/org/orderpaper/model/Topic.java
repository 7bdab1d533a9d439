package org.orderpaper.model;

import org.jspecify.annotations.Nullable;

/**
 * A topic that rules look for.
 *
 * @param title in words
 * @param cap the highest severity that a finding of this topic may have, 0 to 4
 * @param observed whether findings go to the queue {@code observed}
 * @param note what a reviewer should know, or null
 */
public record Topic(String id, String title, int cap, boolean observed, @Nullable String note) {}
