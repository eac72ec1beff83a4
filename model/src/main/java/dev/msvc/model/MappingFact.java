package dev.msvc.model;

import java.util.Comparator;

/**
 * A class that is mapped to a table.
 *
 * @param className the class; as written where it is not in the source
 * @param place where the mapping says so
 */
public record MappingFact(
    String className, String table, MappingRole role, Place place, Certainty certainty)
    implements Comparable<MappingFact> {
  private static final Comparator<MappingFact> ORDER =
      Comparator.comparing(MappingFact::className)
          .thenComparing(MappingFact::role)
          .thenComparing(MappingFact::table)
          .thenComparing(MappingFact::place)
          .thenComparing(MappingFact::certainty);

  @Override
  public int compareTo(MappingFact other) {
    return ORDER.compare(this, other);
  }
}
