package org.orderpaper.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated central instruction as the office holds it.
 *
 * @param issuer who sent it, by office
 * @param issued the day it was sent
 * @param effectiveTo the last day in force, or null when no end is recorded
 * @param endBasis on what ground it ended, or null when no end is recorded
 * @param addressees to whom it was sent
 * @param limbs what it forbids; empty for circulars that forbid nothing Orderpaper checks
 * @param exceptions what it allows, in words
 * @param source where the text was found
 * @param note what a reviewer should know, or null
 */
public record Instruction(
    String id,
    String title,
    String issuer,
    LocalDate issued,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    @Nullable EndBasis endBasis,
    List<String> addressees,
    List<Limb> limbs,
    List<String> exceptions,
    String source,
    Authenticity authenticity,
    @Nullable String note) {

  public Instruction {
    addressees = List.copyOf(addressees);
    limbs = List.copyOf(limbs);
    exceptions = List.copyOf(exceptions);
  }
}
