package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.List;
import java.util.Map;

/**
 * A class that is mapped to tables, or to a collection of a document database.
 *
 * @param name by which JPQL knows it
 * @param tables its own first, then those of its superclasses and its secondary ones; empty where
 *     only its subclasses have one
 * @param properties by name, inherited ones too; those of an embedded one after its name and a dot
 */
record Entity(
    JavaType type,
    String name,
    TableKind kind,
    List<String> tables,
    List<String> idColumns,
    Map<String, Property> properties) {

  /** How a property is mapped. */
  enum Mapping {
    COLUMN,
    EMBEDDED,
    /** Leads to another entity. */
    RELATION,
    /** Values in a table of their own. */
    ELEMENTS
  }

  /**
   * A mapped field or getter.
   *
   * @param columns in the entity's table; of a join table those that lead to the target
   * @param type the target entity's class, the embedded class; empty for a column
   * @param table join or collection table; empty for none
   * @param ownerColumns columns of the join or collection table that lead back here; for a relation
   *     to many without such a table, the target's columns that lead back here
   * @param owning whether the entity's side decides what is stored
   * @param many whether it is a collection
   * @param saves whether a save goes on to the target
   * @param removes whether a removal goes on to the target
   * @param eager whether its mapping says outright that it is read with the entity
   */
  record Property(
      String name,
      Mapping mapping,
      List<String> columns,
      String type,
      String table,
      List<String> ownerColumns,
      boolean owning,
      boolean many,
      boolean id,
      boolean saves,
      boolean removes,
      boolean eager,
      Place place) {}
}
