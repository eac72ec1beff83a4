package dev.msvc.model;

import java.util.Locale;

/** A number with what it counts, as sentences have it: {@code 1 entry point calls}. */
public final class Counted {
  private Counted() {}

  /**
   * @param one what follows 1
   * @param many what follows any other number
   */
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
