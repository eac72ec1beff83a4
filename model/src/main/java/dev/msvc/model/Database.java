package dev.msvc.model;

import java.util.List;

/**
 * What the database does by itself and who else may use it; both lists sorted.
 *
 * @param objects what it holds beside tables
 * @param vendor whose it is in production
 */
public record Database(List<DatabaseObject> objects, List<Grant> grants, Vendor vendor) {
  /** A database of which only tables are known. */
  public static final Database NONE = new Database(List.of(), List.of(), Vendor.UNKNOWN);

  public Database {
    objects = List.copyOf(objects);
    grants = List.copyOf(grants);
  }
}
