package dev.msvc.model;

import java.util.Comparator;
import java.util.List;

/**
 * Where a fact was seen.
 *
 * @param file relative to the analysed folder, with {@code /}
 * @param line from 1; 0 where only the file is known
 */
public record Place(String file, int line) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingInt(Place::line);

  /** Lists of places, by the first in which they differ. */
  public static final Comparator<List<Place>> LISTS =
      (some, others) -> {
        int common = Math.min(some.size(), others.size());
        for (int i = 0; i < common; i++) {
          int order = some.get(i).compareTo(others.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(some.size(), others.size());
      };

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
