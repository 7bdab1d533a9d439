package org.orderpaper.model;

/** How sure the four readings of an item are. */
public record ItemConfidence(
    Confidence extraction, Confidence segmentation, Confidence outcome, Confidence date) {}
