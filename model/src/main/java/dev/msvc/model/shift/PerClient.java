package dev.msvc.model.shift;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests come of one client, as a request sees it: the sum of their squares by client,
 * by their sum. All of a client go to the same arm, so that a share is known as well as by so many
 * times fewer requests of clients of their own (the design effect of clusters, Kish 1965, where
 * what is measured is the same within each).
 *
 * @param byRule by rule, from 1; nothing where nobody asked
 * @param all of all rules together
 * @param requests of which they are; 0 where nobody counted them
 */
public record PerClient(SortedMap<String, Double> byRule, double all, long requests) {
  /** Each request is of a client of its own. */
  public static final PerClient ONE = new PerClient(new TreeMap<>(), 1, 0);

  public PerClient {
    byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
    if (!(all >= 1) || byRule.values().stream().anyMatch(each -> !(each >= 1))) {
      throw new IllegalArgumentException("fewer than one request of a client");
    }
  }

  /** The same for all rules. */
  public static PerClient of(double requests) {
    return new PerClient(new TreeMap<>(), requests, 0);
  }

  /**
   * Of so many of the requests, as far as they are any of them: each other request of its client is
   * among them with the probability with which any is.
   */
  public PerClient within(long some) {
    if (some >= requests) {
      return this;
    }
    double part = (double) some / requests;
    SortedMap<String, Double> thinned = new TreeMap<>();
    byRule.forEach((rule, each) -> thinned.put(rule, 1 + (each - 1) * part));
    return new PerClient(thinned, 1 + (all - 1) * part, some);
  }

  /** Of a rule; as of all where nothing is known of it. */
  public double of(String rule) {
    return byRule.getOrDefault(rule, all);
  }
}
