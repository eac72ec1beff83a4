package dev.msvc.model;

import java.util.Comparator;

/**
 * Where a fact was seen.
 *
 * @param file relative to the analysed folder, with {@code /}
 * @param line from 1; 0 where only the file is known
 */
public record Place(String file, int line) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingInt(Place::line);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
