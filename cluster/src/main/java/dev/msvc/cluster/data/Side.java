package dev.msvc.cluster.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of two tables that are compared, in the columns in which they are. */
final class Side {
  /**
   * Of what is kept of a row's digest: that two rows have the same by chance is out of question.
   */
  private static final int KEPT = 16;

  /**
   * A column, and what it is compared as.
   *
   * @param field in this table
   */
  record Compared(Shape.Field field, Kind.Family as) {}

  private final Connection connection;
  private final Shape shape;
  private final List<Compared> key;
  private final List<Compared> values;
  private final String where;
  private final MessageDigest sha256;

  /**
   * Of a table.
   *
   * @param where which rows; empty for all
   */
  Side(
      Connection connection, Shape shape, List<Compared> key, List<Compared> values, String where) {
    this.connection = connection;
    this.shape = shape;
    this.key = List.copyOf(key);
    this.values = List.copyOf(values);
    this.where = where;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return shape.dialect();
  }

  String table() {
    return shape.from();
  }

  /**
   * Whether its rows are read in parts, each after the last key of the one before. Texts are not:
   * no index has them in the order that both databases agree on.
   */
  boolean inParts() {
    return key.stream().noneMatch(each -> each.as() == Kind.Family.TEXT);
  }

  /** The rows after a key, in the order of keys. */
  PreparedStatement after(@Nullable RowKey last, int most) throws SQLException {
    StringBuilder sql = new StringBuilder(select());
    if (last != null) {
      sql.append(where.isEmpty() ? " where " : " and ").append(later());
    }
    sql.append(" order by ")
        .append(key.stream().map(this::ordered).collect(Collectors.joining(", ")));
    if (inParts()) {
      sql.append(shape.dialect().limit(most));
    }
    PreparedStatement statement =
        connection.prepareStatement(
            sql.toString(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(shape.dialect().fetchSize(!inParts()));
    if (last != null) {
      int next = 1;
      for (int i = 0; i < key.size(); i++) {
        for (int j = 0; j <= i; j++) {
          bind(statement, next++, j, last);
        }
      }
    }
    return statement;
  }

  /** {@code (a > ? or (a = ? and b > ?))}: what all databases read, and find by an index. */
  private String later() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      List<String> same = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        same.add(key.get(j).field().quoted() + " = ?");
      }
      same.add(key.get(i).field().quoted() + " > ?");
      parts.add("(" + String.join(" and ", same) + ")");
    }
    return "(" + String.join(" or ", parts) + ")";
  }

  private String ordered(Compared column) {
    String quoted = column.field().quoted();
    return column.as() == Kind.Family.TEXT ? shape.dialect().ordered(quoted) : quoted;
  }

  private String select() {
    String columns =
        Stream.concat(key.stream(), values.stream())
            .map(each -> each.field().quoted())
            .collect(Collectors.joining(", "));
    return "select %s from %s%s"
        .formatted(columns, shape.from(), where.isEmpty() ? "" : " where (%s)".formatted(where));
  }

  /** The row with a key; null where there is none. */
  @Nullable KeyedRow find(RowKey wanted) throws SQLException, Incomparable {
    String is =
        key.stream()
            .map(each -> each.field().quoted() + " = ?")
            .collect(Collectors.joining(" and "));
    String sql = select() + (where.isEmpty() ? " where " : " and ") + is;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(KeyedRows.STATEMENT_SECONDS);
      for (int i = 0; i < key.size(); i++) {
        bind(statement, i + 1, i, wanted);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? read(row) : null;
      }
    } finally {
      // so that the next look sees what came since
      connection.commit();
    }
  }

  private void bind(PreparedStatement statement, int at, int column, RowKey of)
      throws SQLException {
    Bound.of(key.get(column).field().kind(), of.values().get(column), dialect()).to(statement, at);
  }

  /** The row that a result is at. */
  KeyedRow read(ResultSet row) throws SQLException, Incomparable {
    List<String> of = new ArrayList<>();
    List<Kind.Family> families = new ArrayList<>();
    int column = 1;
    for (Compared each : key) {
      String value = each.field().kind().read(row, column++, each.as());
      if (value == null) {
        throw new Incomparable(
            "a row of %s has no %s: it does not tell rows apart"
                .formatted(table(), each.field().name()));
      }
      if (each.as() == Kind.Family.UUID && value.chars().anyMatch(Character::isUpperCase)) {
        throw new Incomparable(
            "%s of %s has a uuid in capital letters: its order is not that of the other table's"
                .formatted(each.field().name(), table()));
      }
      of.add(value);
      families.add(each.as());
    }
    sha256.reset();
    for (Compared each : values) {
      String value = each.field().kind().read(row, column++, each.as());
      if (value == null) {
        sha256.update((byte) 0);
      } else {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        sha256.update((byte) 1);
        sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha256.update(bytes);
      }
    }
    return new KeyedRow(
        new RowKey(families, of), HexFormat.of().formatHex(sha256.digest(), 0, KEPT));
  }
}
