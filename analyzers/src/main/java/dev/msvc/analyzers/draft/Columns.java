package dev.msvc.analyzers.draft;

import dev.msvc.model.Column;
import dev.msvc.model.Key;
import dev.msvc.model.TableFact;
import dev.msvc.model.service.FieldType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of the table that a class is mapped to, as its schema defines them. */
record Columns(Map<String, String> types, Set<String> unique) {
  static final Columns NONE = new Columns(Map.of(), Set.of());

  private static final Pattern SIZED =
      Pattern.compile("(?i)[a-z0-9_ ]+\\((\\d{1,9})(?:\\s*,\\s*(\\d{1,9}))?.*\\).*");

  static Columns of(TableFact table) {
    Map<String, String> types = new HashMap<>();
    for (Column each : table.columns()) {
      types.put(key(each.name()), each.type());
    }
    Set<String> unique = new HashSet<>();
    for (Key each : table.keys()) {
      if (each.kind() == Key.Kind.UNIQUE && each.columns().size() == 1) {
        unique.add(key(each.columns().get(0)));
      }
    }
    return new Columns(types, unique);
  }

  /** Whether they are of no table: the fields are those of a value. */
  boolean isUnknown() {
    return types.isEmpty();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The column of a field: as its mapping says, else by its name; empty where there is none. */
  String of(Declared field) {
    String said = field.says("Column", "name").orElse(field.name());
    return types.containsKey(key(said)) ? key(said) : "";
  }

  /** A column's type as it is written; empty where none is known. */
  String type(String column) {
    return types.getOrDefault(column, "");
  }

  boolean isUnique(String column) {
    return unique.contains(column);
  }

  /** A type with what the column says of its size. */
  FieldType narrowed(Declared field, FieldType type) {
    String written = type(of(field)).toLowerCase(Locale.ROOT);
    if (type == FieldType.Scalar.STRING
        && (field.has("Lob")
            || List.of("text", "clob", "longtext", "mediumtext").contains(written.strip()))) {
      return FieldType.Scalar.TEXT;
    }
    if (type == FieldType.Scalar.INSTANT && written.strip().equals("date")) {
      return FieldType.Scalar.DATE;
    }
    if (type instanceof FieldType.Decimal) {
      Matcher sized = SIZED.matcher(written);
      int precision = 0;
      int scale = 0;
      if (sized.matches()) {
        precision = Integer.parseInt(sized.group(1));
        scale = sized.group(2) == null ? 0 : Integer.parseInt(sized.group(2));
      } else if (field.says("Column", "precision").isPresent()) {
        precision = number(field.says("Column", "precision").orElse("0"));
        scale = number(field.says("Column", "scale").orElse("0"));
      }
      if (precision >= 1 && precision <= 38 && scale <= precision) {
        return new FieldType.Decimal(precision, scale);
      }
    }
    return type;
  }

  /** The length that a column's type says; 0 for none. */
  static int length(String type) {
    Matcher sized = SIZED.matcher(type);
    return type.toLowerCase(Locale.ROOT).contains("char") && sized.matches()
        ? number(sized.group(1))
        : 0;
  }

  static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
