package dev.msvc.analyzers.draft;

import dev.msvc.model.service.FieldType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column of a database holds, by its type. */
final class ColumnTypes {
  private static final Pattern SIZED =
      Pattern.compile("[^(]*\\(\\s*(\\d{1,4})\\s*(?:,\\s*(\\d{1,4})\\s*)?\\).*");
  private static final Pattern MORE =
      Pattern.compile(
          "\\s+(unsigned|signed|zerofill|character set|charset|collate|not|null"
              + "|default|comment|binary|with|without)\\b.*");
  private static final int INT_DIGITS = 9;
  private static final int LONG_DIGITS = 18;
  private static final int MOST_DIGITS = 38;

  private ColumnTypes() {}

  static FieldType of(String type) {
    String low = type.toLowerCase(Locale.ROOT).replace("java.sql.types.", "").strip();
    String name = MORE.matcher(low.replaceAll("\\(.*", "")).replaceAll("").strip();
    if (low.startsWith("tinyint(1)") || low.startsWith("bit(1)")) {
      return FieldType.Scalar.BOOLEAN;
    }
    return switch (name) {
      case "bigint", "int8", "bigserial" -> FieldType.Scalar.LONG;
      case "int", "integer", "int4", "int2", "smallint", "tinyint", "mediumint", "serial" ->
          FieldType.Scalar.INT;
      case "boolean", "bool", "bit" -> FieldType.Scalar.BOOLEAN;
      case "date" -> FieldType.Scalar.DATE;
      case "time" -> FieldType.Scalar.TIME;
      case "timestamp", "datetime", "timestamptz", "datetime2", "smalldatetime" ->
          FieldType.Scalar.INSTANT;
      case "uuid", "uniqueidentifier" -> FieldType.Scalar.UUID;
      case "float", "real", "double", "double precision", "float8", "float4" ->
          FieldType.Scalar.DOUBLE;
      case "decimal", "numeric", "number", "dec" -> number(low);
      case "blob",
          "bytea",
          "longblob",
          "mediumblob",
          "tinyblob",
          "varbinary",
          "binary",
          "image",
          "raw" ->
          FieldType.Scalar.BYTES;
      case "text", "clob", "longtext", "mediumtext", "json", "jsonb", "xml", "ntext", "nclob" ->
          FieldType.Scalar.TEXT;
      default -> name.startsWith("timestamp") ? FieldType.Scalar.INSTANT : FieldType.Scalar.STRING;
    };
  }

  private static FieldType number(String type) {
    Matcher sized = SIZED.matcher(type);
    if (!sized.matches()) {
      return new FieldType.Decimal(19, 4);
    }
    int digits = Integer.parseInt(sized.group(1));
    int scale = sized.group(2) == null ? 0 : Integer.parseInt(sized.group(2));
    if (scale == 0 && digits >= 1 && digits <= INT_DIGITS) {
      return FieldType.Scalar.INT;
    }
    if (scale == 0 && digits >= 1 && digits <= LONG_DIGITS) {
      return FieldType.Scalar.LONG;
    }
    return digits >= 1 && digits <= MOST_DIGITS && scale <= digits
        ? new FieldType.Decimal(digits, scale)
        : new FieldType.Decimal(19, 4);
  }
}
