package dev.msvc.analyzers.draft;

import dev.msvc.model.Column;
import dev.msvc.model.Key;
import dev.msvc.model.TableFact;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of the table that a class is mapped to, as its schema defines them.
 *
 * @param properties paths of the class's properties by the columns that they are paired with
 */
record Columns(
    Map<String, String> types,
    Set<String> unique,
    Set<String> demanded,
    Set<String> blank,
    List<String> keys,
    Map<String, String> properties) {
  static final Columns NONE =
      new Columns(Map.of(), Set.of(), Set.of(), Set.of(), List.of(), Map.of());

  private static final Pattern SIZED =
      Pattern.compile("(?i)[a-z0-9_ ]+\\((\\d{1,9})(?:\\s*,\\s*(\\d{1,9}))?.*\\).*");

  /**
   * Those of a table.
   *
   * @param words what its schema says of them beside their types
   * @param properties paths of properties by the columns that they are paired with
   */
  static Columns of(TableFact table, ColumnWords.Said words, Map<String, String> properties) {
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
    return new Columns(
        types,
        unique,
        words.demanded(),
        words.blank(),
        table.primaryKey().stream().map(Columns::key).toList(),
        properties);
  }

  /** With those of a table that belongs to it, as far as the class holds them itself. */
  Columns with(Columns part, Map<String, String> pairs) {
    Map<String, String> all = new HashMap<>(types);
    Map<String, String> held = new HashMap<>(properties);
    Set<String> must = new HashSet<>(demanded);
    pairs.forEach(
        (column, property) -> {
          if (all.putIfAbsent(column, part.type(column)) == null) {
            held.put(column, property);
            if (part.isDemanded(column)) {
              must.add(column);
            }
          }
        });
    return new Columns(all, unique, must, blank, keys, held);
  }

  /** Whether they are of no table: the fields are those of a value. */
  boolean isUnknown() {
    return types.isEmpty();
  }

  /** A column's name as it is compared: without case and signs. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * The column of a field: as its mapping says, else as statements pair it, else by its name; empty
   * where there is none.
   */
  String of(Declared field) {
    List<String> all = all(field);
    return all.size() == 1 ? all.get(0) : "";
  }

  /** The columns that a field holds, be it by what it leads to. */
  List<String> all(Declared field) {
    Optional<String> said =
        field.says("Column", "name").or(() -> field.says("TableField", "value"));
    if (said.isPresent()) {
      return named(key(said.get()));
    }
    List<String> paired =
        properties.entrySet().stream()
            .filter(each -> RowMaps.first(each.getValue()).equals(field.name()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    String name = key(field.name());
    return paired.isEmpty() && !properties.containsKey(name) ? named(name) : paired;
  }

  private List<String> named(String column) {
    return types.containsKey(column) ? List.of(column) : List.of();
  }

  /** A column's type as it is written; empty where none is known. */
  String type(String column) {
    return types.getOrDefault(column, "");
  }

  /** The column that identifies a row; empty where several do, or none. */
  String key() {
    return keys.size() == 1 ? keys.get(0) : "";
  }

  /** What identifies a row. */
  IdKind id() {
    if (keys.size() > 1) {
      return IdKind.UUID;
    }
    FieldType type = keys.isEmpty() ? FieldType.Scalar.LONG : ColumnTypes.of(type(keys.get(0)));
    return type == FieldType.Scalar.UUID
        ? IdKind.UUID
        : !keys.isEmpty() && !type(keys.get(0)).isEmpty() && type == FieldType.Scalar.STRING
            ? IdKind.STRING
            : IdKind.LONG;
  }

  boolean isDemanded(String column) {
    return demanded.contains(column);
  }

  /** Whether a column has a text of no letters where nothing else is said. */
  boolean isBlank(String column) {
    return blank.contains(column);
  }

  boolean isUnique(String column) {
    return unique.contains(column);
  }

  /** A type with what the column says of its size. */
  FieldType narrowed(Declared field, FieldType type) {
    String written = type(of(field)).toLowerCase(Locale.ROOT);
    if (type == FieldType.Scalar.STRING
        && (field.has("Lob")
            || isLong(field)
            || ColumnTypes.of(written) == FieldType.Scalar.TEXT)) {
      return FieldType.Scalar.TEXT;
    }
    if (type == FieldType.Scalar.INSTANT && written.strip().equals("date")) {
      return FieldType.Scalar.DATE;
    }
    if (type == FieldType.Scalar.DOUBLE
        && SIZED.matcher(written).matches()
        && ColumnTypes.of(written) instanceof FieldType.Decimal exact) {
      return exact;
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

  private static boolean isLong(Declared field) {
    return field
        .says("Column", "length")
        .filter(each -> BigDecimal.valueOf(number(each)).compareTo(DraftRules.LONGEST) > 0)
        .isPresent();
  }

  /** The length that a column's type says; 0 for none. */
  static int length(String type) {
    Matcher sized = SIZED.matcher(type);
    return type.toLowerCase(Locale.ROOT).contains("char") && sized.matches()
        ? number(sized.group(1))
        : 0;
  }

  static int number(String digits) {
    return digits.matches("\\d{1,10}")
        ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits))
        : 0;
  }
}
