package dev.msvc.model;

import java.util.Comparator;

/**
 * Something that was seen and not understood.
 *
 * @param line from 1; 0 where the whole file is meant
 */
public record Unread(String file, int line, String reason) implements Comparable<Unread> {
  private static final Comparator<Unread> ORDER =
      Comparator.comparing(Unread::file)
          .thenComparingInt(Unread::line)
          .thenComparing(Unread::reason);

  @Override
  public int compareTo(Unread other) {
    return ORDER.compare(this, other);
  }
}
