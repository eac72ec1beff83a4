package dev.msvc.model;

/** What a table is to a class that is mapped to it. */
public enum MappingRole {
  /** The class's own. */
  OWN,
  /** That of a class above it: the one table of all, or the part that they share. */
  INHERITED,
  /** Holds some of its properties beside its own. */
  SECONDARY,
  /** Links its objects to others. */
  JOIN,
  /** Holds the values of a collection. */
  COLLECTION,
  /** Keeps its old states. */
  AUDIT,
  /** Hands out the ids of its objects, often those of other classes, too. */
  IDS
}
