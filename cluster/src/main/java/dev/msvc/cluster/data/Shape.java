package dev.msvc.cluster.data;

import dev.msvc.model.shift.Arm;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as its database has it: names that are quoted, so that nothing of the plan is taken for
 * SQL, and what its columns hold.
 *
 * @param from the table, quoted
 * @param columns by name in small letters, in the table's order
 */
record Shape(String from, Map<String, Field> columns, Dialect dialect) {
  /**
   * A column.
   *
   * @param quoted its name
   * @param type as the database calls it
   */
  record Field(String name, String quoted, Kind kind, String type) {}

  private static final String[] TYPES = {
    "TABLE",
    "BASE TABLE",
    "PARTITIONED TABLE",
    "FOREIGN TABLE",
    "VIEW",
    "MATERIALIZED VIEW",
    "SYNONYM"
  };

  /**
   * Of a table.
   *
   * @param name with its schema before a dot where that is said
   */
  static Shape of(Connection connection, Arm arm, String name) throws SQLException, Incomparable {
    DatabaseMetaData meta = connection.getMetaData();
    String[] parts = name.split("\\.", -1);
    String table = parts[parts.length - 1];
    boolean catalogs = !meta.supportsSchemasInTableDefinitions();
    String current = catalogs ? connection.getCatalog() : connection.getSchema();
    String schema = parts.length > 1 ? parts[parts.length - 2] : current;
    Optional<String> from = found(meta, catalogs, schema, table);
    if (from.isEmpty()) {
      throw new Incomparable(
          "there is no table %s in the %s's database%s"
              .formatted(
                  table,
                  arm.name().toLowerCase(Locale.ROOT),
                  schema == null ? "" : ", schema " + schema));
    }
    Dialect dialect = Dialect.of(connection);
    return new Shape(from.get(), columns(connection, meta, from.get()), dialect);
  }

  /** As it is written; else in small or in capital letters, as databases keep what is unquoted. */
  private static Optional<String> found(
      DatabaseMetaData meta, boolean catalogs, @Nullable String schema, String table)
      throws SQLException {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(table);
    spellings.add(table.toLowerCase(Locale.ROOT));
    spellings.add(table.toUpperCase(Locale.ROOT));
    for (String each : spellings) {
      try (ResultSet tables = meta.getTables(null, null, each, TYPES)) {
        while (tables.next()) {
          String in = tables.getString(catalogs ? "TABLE_CAT" : "TABLE_SCHEM");
          String is = tables.getString("TABLE_NAME");
          if (is.equals(each) && (schema == null || schema.equalsIgnoreCase(in))) {
            return Optional.of(
                in == null ? quoted(meta, is) : quoted(meta, in) + "." + quoted(meta, is));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, Field> columns(
      Connection connection, DatabaseMetaData meta, String from) throws SQLException {
    Map<String, Field> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from %s where 1 = 0".formatted(from))) {
      ResultSetMetaData of = none.getMetaData();
      for (int i = 1; i <= of.getColumnCount(); i++) {
        String name = of.getColumnName(i);
        String type = of.getColumnTypeName(i);
        columns.putIfAbsent(
            name.toLowerCase(Locale.ROOT),
            new Field(name, quoted(meta, name), Kind.of(of.getColumnType(i), type), type));
      }
    }
    connection.commit();
    return columns;
  }

  private static String quoted(DatabaseMetaData meta, String name) throws SQLException {
    String quote = meta.getIdentifierQuoteString();
    return quote == null || quote.isBlank()
        ? name
        : quote + name.replace(quote, quote + quote) + quote;
  }

  /** A column by its name, however it is spelled. */
  Field field(String name) throws Incomparable {
    Field field = columns.get(name.toLowerCase(Locale.ROOT));
    if (field == null) {
      throw new Incomparable(
          "%s has no column %s; there are %s".formatted(from, name, String.join(", ", names())));
    }
    return field;
  }

  private List<String> names() {
    return new TreeMap<>(columns).keySet().stream().limit(20).toList();
  }
}
