package org.orderpaper.model;

/**
 * A unit of the party, or the body that a paper names in its place.
 *
 * @param id stable key, the normalised name in lower case with hyphens
 * @param name as displayed, for example {@code Ashdown Vale CLP}
 */
public record Unit(String id, String name, UnitType type) {}
