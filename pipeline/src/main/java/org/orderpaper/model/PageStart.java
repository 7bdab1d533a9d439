package org.orderpaper.model;

/** The page, from 1, on which the text of an item continues from {@code offset} on. */
public record PageStart(int offset, int page) {}
