package dev.msvc.cluster.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What databases say each in a way of their own. */
enum Dialect {
  POSTGRESQL,
  /** By the driver of MySQL, whatever is asked. */
  MYSQL,
  /** By that of MariaDB. */
  MARIADB,
  H2,
  /** As the standard has it. */
  OTHER;

  private static final int FETCHED = 500;

  static Dialect of(Connection connection) throws SQLException {
    String product =
        String.valueOf(connection.getMetaData().getDatabaseProductName()).toLowerCase(Locale.ROOT);
    if (product.contains("postgresql")) {
      return POSTGRESQL;
    }
    if (product.contains("mysql") || product.contains("mariadb")) {
      return String.valueOf(connection.getMetaData().getDriverName())
              .toLowerCase(Locale.ROOT)
              .contains("mariadb")
          ? MARIADB
          : MYSQL;
    }
    return product.equals("h2") ? H2 : OTHER;
  }

  /** What is set once. */
  void prepare(Connection connection) throws SQLException {
    if (isMySql()) {
      // its TIMESTAMP is shown in the session's zone
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET time_zone = '+00:00'");
        // neither driver passes it on to MariaDB by itself
        statement.execute("SET SESSION TRANSACTION READ ONLY");
      }
    }
  }

  /** At most so many rows. */
  String limit(int rows) {
    return this == OTHER
        ? " offset 0 rows fetch next %d rows only".formatted(rows)
        : " limit " + rows;
  }

  /** A text so that it is ordered by its letters' codes; the same where nothing is known. */
  String ordered(String column) {
    if (this == POSTGRESQL) {
      return column + " collate \"C\"";
    }
    return isMySql() ? "cast(%s as binary)".formatted(column) : column;
  }

  private boolean isMySql() {
    return this == MYSQL || this == MARIADB;
  }

  /** So that rows of a long answer are not all kept here. MySQL's driver has a word for that. */
  int fetchSize(boolean unbounded) {
    return this == MYSQL && unbounded ? Integer.MIN_VALUE : FETCHED;
  }
}
