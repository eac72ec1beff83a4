package dev.msvc.cluster.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, and how one of its values is written so that it is the same text from any
 * database.
 */
enum Kind {
  NUMBER(Family.NUMBER),
  /** A number that is not exact: as short as it can be told from others. */
  SINGLE(Family.NUMBER),
  DOUBLE(Family.NUMBER),
  /** 1 and 0: some databases have nothing else. */
  TRUTH(Family.NUMBER),
  TEXT(Family.TEXT),
  /** With blanks up to its length, which some give back and some don't. */
  PADDED(Family.TEXT),
  UUID(Family.UUID),
  BYTES(Family.BYTES),
  DATE(Family.DATE),
  TIME(Family.TIME),
  /** Without a zone: taken as of UTC. */
  MOMENT(Family.MOMENT),
  ZONED(Family.MOMENT);

  /** Kinds that can be compared with one another. */
  enum Family {
    NUMBER,
    TEXT,
    UUID,
    BYTES,
    DATE,
    TIME,
    MOMENT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int ORACLE_ZONED = -101;
  private static final int ORACLE_LOCAL = -102;
  private static final int SQL_SERVER_ZONED = -155;

  private final Family family;

  Kind(Family family) {
    this.family = family;
  }

  Family family() {
    return family;
  }

  /** Of a column, by what its driver says. */
  static Kind of(int type, String name) {
    String word = name.toLowerCase(Locale.ROOT);
    if (word.equals("uuid") || word.equals("uniqueidentifier")) {
      return UUID;
    }
    return switch (type) {
      case Types.BIT, Types.BOOLEAN -> TRUTH;
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL ->
          NUMBER;
      case Types.REAL -> SINGLE;
      case Types.FLOAT, Types.DOUBLE -> DOUBLE;
      case Types.CHAR, Types.NCHAR -> PADDED;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP_WITH_TIMEZONE, ORACLE_ZONED, ORACLE_LOCAL, SQL_SERVER_ZONED -> ZONED;
      case Types.TIMESTAMP -> word.equals("timestamptz") ? ZONED : MOMENT;
      default -> TEXT;
    };
  }

  /** What both are compared as; empty where they are nothing that can be the same. */
  static Optional<Family> together(Kind one, Kind other) {
    if (one.family == other.family) {
      return Optional.of(one.family);
    }
    return mixed(one, other).or(() -> mixed(other, one));
  }

  private static Optional<Family> mixed(Kind one, Kind other) {
    if (one.family == Family.UUID
        && (other.family == Family.TEXT || other.family == Family.BYTES)) {
      return Optional.of(Family.UUID);
    }
    return one.family == Family.MOMENT && other.family == Family.DATE
        ? Optional.of(Family.MOMENT)
        : Optional.empty();
  }

  /** A value as text; null for none. */
  @Nullable String read(ResultSet row, int column, Family as) throws SQLException {
    String value = read(row, column);
    if (value == null || as == family) {
      return value;
    }
    if (as == Family.UUID) {
      return family == Family.BYTES && value.length() == 32
          ? value.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
          : value;
    }
    return value + "T00:00";
  }

  private @Nullable String read(ResultSet row, int column) throws SQLException {
    return switch (this) {
      case NUMBER -> number(row.getString(column));
      case SINGLE -> {
        float value = row.getFloat(column);
        yield row.wasNull() ? null : number(Float.toString(value));
      }
      case DOUBLE -> {
        double value = row.getDouble(column);
        yield row.wasNull() ? null : number(Double.toString(value));
      }
      case TRUTH -> {
        boolean value = row.getBoolean(column);
        yield row.wasNull() ? null : value ? "1" : "0";
      }
      case TEXT -> row.getString(column);
      case PADDED -> stripped(row.getString(column));
      case UUID -> lower(row.getString(column));
      case BYTES -> {
        byte[] value = row.getBytes(column);
        yield value == null ? null : HexFormat.of().formatHex(value);
      }
      case DATE -> text(row.getObject(column, LocalDate.class));
      case TIME -> text(row.getObject(column, LocalTime.class));
      case MOMENT -> text(row.getObject(column, LocalDateTime.class));
      case ZONED -> {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        yield value == null
            ? null
            : value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString();
      }
    };
  }

  /** 1.50 is 1.5, and what is no number stays what it is. */
  private static @Nullable String number(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException none) {
      return value;
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String lower(@Nullable String value) {
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String stripped(@Nullable String value) {
    return value == null ? null : value.replaceFirst(" +$", "");
  }
}
