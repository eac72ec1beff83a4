package dev.msvc.cluster.data;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** A value of a key, as a database is asked for it, so that its index is of use. */
@FunctionalInterface
interface Bound {
  void to(PreparedStatement statement, int at) throws SQLException;

  /** Of a column of some kind. */
  static Bound of(Kind kind, String value, Dialect dialect) {
    if (kind == Kind.NUMBER) {
      BigDecimal number = new BigDecimal(value);
      boolean whole = number.scale() <= 0 && number.precision() <= 18;
      return whole
          ? (statement, at) -> statement.setLong(at, number.longValueExact())
          : (statement, at) -> statement.setBigDecimal(at, number);
    }
    if (kind == Kind.BYTES) {
      byte[] bytes = HexFormat.of().parseHex(value.replace("-", ""));
      return (statement, at) -> statement.setBytes(at, bytes);
    }
    boolean known = dialect == Dialect.POSTGRESQL || dialect == Dialect.H2;
    return kind == Kind.UUID && known
        ? (statement, at) -> statement.setObject(at, UUID.fromString(value))
        : (statement, at) -> statement.setString(at, value);
  }
}
