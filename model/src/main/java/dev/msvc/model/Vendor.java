package dev.msvc.model;

/**
 * The maker of the database in production, as configuration says.
 *
 * @param name in lower case, the same for those that descend from each other: {@code mysql} for
 *     MariaDB, {@code mssql} for SQL Server; empty where it is not known
 * @param place where it is said first
 */
public record Vendor(String name, Place place) {
  /** Of which nothing is known. */
  public static final Vendor UNKNOWN = new Vendor("", new Place("", 0));

  public boolean isKnown() {
    return !name.isEmpty();
  }
}
