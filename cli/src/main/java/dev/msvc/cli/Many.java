package dev.msvc.cli;

import java.util.Collection;
import java.util.List;

/** Names in one cell: readable when short, sorted by how many they are. */
record Many(List<String> names) implements Comparable<Many> {
  private static final int SHOWN = 4;

  Many {
    names = List.copyOf(names);
  }

  Many(Collection<String> names) {
    this(List.copyOf(names));
  }

  @Override
  public int compareTo(Many other) {
    return Integer.compare(names.size(), other.names.size());
  }

  /** The first four, and how many more; a dash for none. */
  @Override
  public String toString() {
    if (names.isEmpty()) {
      return "-";
    }
    return names.size() <= SHOWN + 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN)) + " +" + (names.size() - SHOWN);
  }
}
