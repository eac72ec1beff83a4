package dev.msvc.model.shift;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Requests that say one of some values.
 *
 * @param in where they say it
 * @param name of the header or the cookie
 * @param values of which one is equal to theirs; at least one
 */
public record Selector(In in, String name, SortedSet<String> values) {
  /** Where requests say something. */
  public enum In {
    HEADER,
    COOKIE
  }

  /** What names of headers and cookies are. */
  public static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  public Selector {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("'%s' is no name of a header or a cookie".formatted(name));
    }
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no value of %s is named".formatted(name));
    }
  }

  /** Of a header. */
  public static Selector header(String name, String... values) {
    return of(In.HEADER, name, List.of(values));
  }

  /** Of a header or a cookie. */
  public static Selector of(In in, String name, Collection<String> values) {
    return new Selector(in, name, new TreeSet<>(values));
  }
}
