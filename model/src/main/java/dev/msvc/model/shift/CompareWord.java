package dev.msvc.model.shift;

import java.util.List;

/**
 * How answers of both are compared.
 *
 * @param ignore paths of JSON ({@code $.at}, {@code $.items[].at}, {@code $..at} for at any depth)
 *     and headers ({@code header:X-Request-Id}) that are not compared
 * @param max which share of the requests may differ, from 0 to 1
 * @param requests below which nothing is said
 */
public record CompareWord(List<String> ignore, double max, int requests) {
  /** What holds where a plan says nothing. */
  public static final CompareWord DEFAULT = new CompareWord(List.of(), 0.001, 100);

  /** What names something that is not compared. */
  public static final String RULE =
      "\\$(\\.\\.[A-Za-z_$*][A-Za-z0-9_$-]*)?((\\[\\])*\\.[A-Za-z_$*][A-Za-z0-9_$-]*)*(\\[\\])*"
          + "|header:[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  public CompareWord {
    ignore = List.copyOf(ignore);
    if (!(max >= 0 && max <= 1) || requests < 1) {
      throw new IllegalArgumentException("%s of %d requests".formatted(max, requests));
    }
  }
}
