package dev.msvc.model;

import java.util.List;

/**
 * Something that stands against the boundaries between contexts, as {@code check} counts it: a
 * dependency or a cut between two of them, or a finding.
 *
 * @param id as lists name it
 * @param key as a baseline names it: the id, with the stable id of a context in place of its name
 * @param rule id of its {@link FindingRule}
 * @param severity how bad it is
 * @param contexts that it concerns, sorted
 * @param pair stable ids of the two contexts that it is between, sorted; empty for none
 * @param what it is, in a sentence
 * @param remedy what to do, in a sentence
 * @param places to open, most telling first
 */
public record Violation(
    String id,
    String key,
    String rule,
    Severity severity,
    List<String> contexts,
    List<String> pair,
    String what,
    String remedy,
    List<Place> places) {
  public Violation {
    contexts = List.copyOf(contexts);
    pair = List.copyOf(pair);
    places = List.copyOf(places);
  }
}
