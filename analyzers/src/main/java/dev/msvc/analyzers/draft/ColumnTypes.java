package dev.msvc.analyzers.draft;

import dev.msvc.model.service.FieldType;
import java.util.Locale;

/** What a column of a database holds, by the name of its type. */
final class ColumnTypes {
  private ColumnTypes() {}

  static FieldType of(String type) {
    String name = type.toLowerCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
    return switch (name) {
      case "bigint", "int8", "bigserial" -> FieldType.Scalar.LONG;
      case "int", "integer", "int4", "smallint", "tinyint", "mediumint", "serial" ->
          FieldType.Scalar.INT;
      case "boolean", "bool", "bit" -> FieldType.Scalar.BOOLEAN;
      case "date" -> FieldType.Scalar.DATE;
      case "time" -> FieldType.Scalar.TIME;
      case "timestamp", "datetime", "timestamptz", "datetime2" -> FieldType.Scalar.INSTANT;
      case "uuid", "uniqueidentifier" -> FieldType.Scalar.UUID;
      case "float", "real", "double", "double precision" -> FieldType.Scalar.DOUBLE;
      case "decimal", "numeric", "number" -> new FieldType.Decimal(19, 4);
      case "blob", "bytea", "longblob", "varbinary", "binary" -> FieldType.Scalar.BYTES;
      case "text", "clob", "longtext", "mediumtext" -> FieldType.Scalar.TEXT;
      default -> name.startsWith("timestamp") ? FieldType.Scalar.INSTANT : FieldType.Scalar.STRING;
    };
  }
}
