package dev.msvc.generators.proto;

import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import java.util.Map;

/**
 * What one value of a field is in a message.
 *
 * @param name in full, where it is none of this service
 * @param file to import; empty for none
 * @param isMessage whether it says by itself that it is absent
 */
record ProtoType(String name, String file, boolean isMessage) {
  private static final Map<FieldType.Scalar, ProtoType> SCALARS =
      Map.ofEntries(
          Map.entry(FieldType.Scalar.STRING, plain("string")),
          Map.entry(FieldType.Scalar.TEXT, plain("string")),
          Map.entry(FieldType.Scalar.UUID, plain("string")),
          Map.entry(FieldType.Scalar.INT, plain("int32")),
          Map.entry(FieldType.Scalar.LONG, plain("int64")),
          Map.entry(FieldType.Scalar.DOUBLE, plain("double")),
          Map.entry(FieldType.Scalar.BOOLEAN, plain("bool")),
          Map.entry(FieldType.Scalar.BYTES, plain("bytes")),
          Map.entry(
              FieldType.Scalar.INSTANT,
              message("google.protobuf.Timestamp", "google/protobuf/timestamp.proto")),
          Map.entry(FieldType.Scalar.DATE, message("google.type.Date", "google/type/date.proto")),
          Map.entry(
              FieldType.Scalar.TIME,
              message("google.type.TimeOfDay", "google/type/timeofday.proto")),
          Map.entry(
              FieldType.Scalar.MONEY, message("google.type.Money", "google/type/money.proto")));

  private static final ProtoType DECIMAL =
      message("google.type.Decimal", "google/type/decimal.proto");

  static ProtoType plain(String name) {
    return new ProtoType(name, "", false);
  }

  static ProtoType message(String name, String file) {
    return new ProtoType(name, file, true);
  }

  static ProtoType of(IdKind id) {
    return plain(id == IdKind.LONG ? "int64" : "string");
  }

  /**
   * Of a value that is no list and no map.
   *
   * @param named the file of a value or entity of the service
   */
  static ProtoType of(FieldType type, java.util.function.Function<FieldType.Named, String> named) {
    if (type instanceof FieldType.Named it) {
      return message(it.name().value(), named.apply(it));
    }
    if (type instanceof FieldType.EnumOf choice) {
      return plain(choice.name().value());
    }
    return type instanceof FieldType.Decimal
        ? DECIMAL
        : java.util.Objects.requireNonNull(SCALARS.get(type));
  }
}
