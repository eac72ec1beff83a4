package dev.msvc.model;

import java.util.Comparator;
import java.util.List;

/**
 * A property of a mapped class that holds objects of another one, or parts of its own.
 *
 * @param className the mapped class
 * @param property its name; that of an embedded one after the name of what embeds it and a dot
 * @param target class of what it holds; empty for plain values
 * @param many whether it holds several
 * @param owning whether this side decides what is stored
 * @param saves whether a save goes on to the target
 * @param removes whether a removal goes on to the target
 * @param orphans whether what is taken out of it is removed
 * @param eager whether its mapping says outright that it is read with the class
 * @param columns in the class's table, or of a join table those that lead to the target
 * @param table join or collection table; empty for none
 */
public record RelationFact(
    String className,
    String property,
    String target,
    Kind kind,
    boolean many,
    boolean owning,
    boolean saves,
    boolean removes,
    boolean orphans,
    boolean eager,
    List<String> columns,
    String table,
    Place place)
    implements Comparable<RelationFact> {
  private static final Comparator<RelationFact> ORDER =
      Comparator.comparing(RelationFact::className)
          .thenComparing(RelationFact::property)
          .thenComparing(RelationFact::target)
          .thenComparing(RelationFact::place);

  public RelationFact {
    columns = List.copyOf(columns);
  }

  /** What a property holds. */
  public enum Kind {
    /** Another mapped class with an identity of its own. */
    ENTITY,
    /** A part in the same row. */
    EMBEDDED,
    /** Values or parts in a table of their own. */
    ELEMENTS
  }

  /** Whether what it holds cannot live without this class: it is removed with it. */
  public boolean composes() {
    return kind != Kind.ENTITY || removes || orphans;
  }

  /** The same with another name of its table. */
  public RelationFact in(String other) {
    return new RelationFact(
        className, property, target, kind, many, owning, saves, removes, orphans, eager, columns,
        other, place);
  }

  @Override
  public int compareTo(RelationFact other) {
    return ORDER.compare(this, other);
  }
}
