package dev.msvc.model.shift;

import java.util.Collection;

/**
 * Which header or cookie says whose rows a request changes.
 *
 * @param in where
 * @param name of the header or the cookie
 */
public record CohortKey(Selector.In in, String name) {
  /** Requests of some cohorts. */
  public Selector of(Collection<String> cohorts) {
    return Selector.of(in, name, cohorts);
  }
}
