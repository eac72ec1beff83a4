package dev.msvc.analyzers.mapping;

import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.MappingRole;
import dev.msvc.model.OnDelete;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class that is mapped to tables, or to a collection of a document database, however that is
 * said: by annotations, XML or convention.
 *
 * @param className as the code base names it; as written where it is not in the source
 * @param name by which JPQL knows it
 * @param homes its own table first, then those of its superclasses and its secondary ones; empty
 *     where only its subclasses have one
 * @param audits tables that keep its old states
 * @param properties by name, inherited ones too; those of an embedded one after its name and a dot
 * @param sql what SQL in its mapping reads and writes
 * @param softDelete whether a deletion changes its row and keeps it
 * @param place where the mapping is
 */
public record Entity(
    String className,
    String name,
    TableKind kind,
    List<Home> homes,
    List<String> audits,
    List<String> idColumns,
    Map<String, Property> properties,
    List<Access> sql,
    boolean softDelete,
    Place place) {

  /**
   * A class whose properties are columns of one table.
   *
   * @param columns by the name of the property
   */
  public static Entity plain(
      String className,
      String name,
      Home home,
      List<String> idColumns,
      Map<String, String> columns,
      Place place) {
    Map<String, Property> properties = new LinkedHashMap<>();
    columns.forEach(
        (property, column) ->
            properties.put(
                property,
                new Property(
                    property,
                    Mapping.COLUMN,
                    List.of(column),
                    "",
                    "",
                    List.of(),
                    true,
                    false,
                    false,
                    idColumns.contains(column),
                    Cascade.NONE,
                    false,
                    className,
                    place)));
    return new Entity(
        className,
        name,
        TableKind.UNDEFINED,
        List.of(home),
        List.of(),
        List.copyOf(idColumns),
        Collections.unmodifiableMap(properties),
        List.of(),
        false,
        place);
  }

  /** A table that holds a part of an entity, as what, and how sure its name is. */
  public record Home(String table, MappingRole role, Certainty certainty) {
    Home inherited() {
      return new Home(table, MappingRole.INHERITED, certainty);
    }
  }

  /** The same with tables that keep its old states. */
  Entity withAudits(List<String> tables) {
    return new Entity(
        className,
        name,
        kind,
        homes,
        List.copyOf(tables),
        idColumns,
        properties,
        sql,
        softDelete,
        place);
  }

  /** The names of its homes. */
  public List<String> tables() {
    return homes.stream().map(Home::table).toList();
  }

  /** The table that its own properties are in; empty for none. */
  public String ownTable() {
    return homes.isEmpty() ? "" : homes.get(0).table();
  }

  /** How a property is mapped. */
  public enum Mapping {
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
   * @param declaredBy the entity whose mapping it is: this one, or one above it
   * @param columns in the entity's table; of a join table those that lead to the target
   * @param type the target entity's class, the embedded class; empty for a column
   * @param table join or collection table; empty for none
   * @param ownerColumns columns of the join or collection table that lead back here; for a relation
   *     to many without such a table, the target's columns that lead back here
   * @param owning whether the entity's side decides what is stored
   * @param many whether it is a collection
   * @param shared whether what it holds may be held by others, too: many to many
   * @param cascade what goes on to the target
   * @param eager whether its mapping says outright that it is read with the entity
   * @param onDelete what the database does by its key, which the mapping orders
   */
  public record Property(
      String name,
      Mapping mapping,
      List<String> columns,
      String type,
      String table,
      List<String> ownerColumns,
      boolean owning,
      boolean many,
      boolean shared,
      boolean id,
      Cascade cascade,
      boolean eager,
      String declaredBy,
      Place place,
      OnDelete onDelete) {
    /** One whose key only refuses. */
    Property(
        String name,
        Mapping mapping,
        List<String> columns,
        String type,
        String table,
        List<String> ownerColumns,
        boolean owning,
        boolean many,
        boolean shared,
        boolean id,
        Cascade cascade,
        boolean eager,
        String declaredBy,
        Place place) {
      this(
          name,
          mapping,
          columns,
          type,
          table,
          ownerColumns,
          owning,
          many,
          shared,
          id,
          cascade,
          eager,
          declaredBy,
          place,
          OnDelete.REFUSE);
    }

    /** Whether a save of some kind goes on to the target. */
    public boolean saves() {
      return cascade.persists() || cascade.merges();
    }

    /** Whether a removal goes on to the target. */
    public boolean removes() {
      return cascade.removes();
    }

    /** Whether what is taken out of it is removed. */
    public boolean orphans() {
      return cascade.orphans();
    }

    /**
     * Whether storing as new goes on to the target. What it only refers to is there already,
     * mostly: that nothing but new ones are stored with it does not say that its table is written.
     */
    public boolean persists() {
      return cascade.persists() && (isPart() || !cascade.onlyInserts());
    }

    /** Whether the target is a part: a child, or what would be removed with it. */
    boolean isPart() {
      return orphans() || (!shared && (many || !owning || removes()));
    }

    /** The same, of which the database does this. */
    Property with(OnDelete action) {
      return new Property(
          name,
          mapping,
          columns,
          type,
          table,
          ownerColumns,
          owning,
          many,
          shared,
          id,
          cascade,
          eager,
          declaredBy,
          place,
          action);
    }
  }
}
