package dev.msvc.model.compare;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer of the monolith or the service.
 *
 * @param headers by their names in small letters, each with its values in their order
 */
public record Reply(int status, SortedMap<String, List<String>> headers, Body body) {
  public Reply {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }
}
