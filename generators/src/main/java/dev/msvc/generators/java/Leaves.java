package dev.msvc.generators.java;

import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns that values and entities come down to. */
final class Leaves {
  private static final int LONGEST_LABEL = 60;
  // what means the same in PostgreSQL
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9 _@#:;,.=/+*?{}()|\\[\\]-]*");
  private static final FieldSpec AMOUNT =
      scalar("amount", new FieldType.Decimal(19, 4), Rules.NONE);
  private static final FieldSpec CURRENCY =
      scalar(
          "currency",
          FieldType.Scalar.STRING,
          new Rules(
              Optional.empty(),
              Optional.of(BigDecimal.valueOf(3)),
              Optional.of("[A-Z]{3}"),
              Optional.empty()));

  private final Scope scope;

  Leaves(Scope scope) {
    this.scope = scope;
  }

  /**
   * A column.
   *
   * @param path from the field that holds it; empty where the field is the column
   * @param column without what stands before it in a table that holds it as a part
   */
  record Leaf(String path, String column, FieldSpec field, boolean nullable) {}

  private static FieldSpec scalar(String name, FieldType type, Rules rules) {
    return new FieldSpec(new FieldName(name), type, false, false, rules, "");
  }

  /** The columns of money or of a flat value, by their paths below it. */
  List<Leaf> of(FieldSpec field) {
    if (field.type() == FieldType.Scalar.MONEY) {
      return List.of(
          new Leaf("amount", "amount", AMOUNT, field.optional()),
          new Leaf("currency", "currency", CURRENCY, field.optional()));
    }
    TypeName value = ((FieldType.Named) field.type()).name();
    return ofFields(scope.fields(scope.value(value)), "", field.optional());
  }

  /** The columns of fields that are stored together. */
  List<Leaf> ofFields(List<FieldSpec> fields, String path, boolean nullable) {
    SqlNames names = new SqlNames();
    List<Leaf> all = new ArrayList<>();
    for (FieldSpec each : fields) {
      if (!isWhole(each.type())) {
        continue;
      }
      String column = names.free(each.name().snake(), "_value");
      all.add(new Leaf(path + each.name(), column, each, nullable || each.optional()));
    }
    for (FieldSpec each : fields) {
      if (!isWhole(each.type())) {
        for (Leaf below : of(each)) {
          all.add(
              new Leaf(
                  path + each.name() + "." + below.path(),
                  names.free(each.name().snake() + "_" + below.column(), "_value"),
                  below.field(),
                  nullable || below.nullable()));
        }
      }
    }
    List<FieldName> order = fields.stream().map(FieldSpec::name).toList();
    all.sort(
        java.util.Comparator.comparingInt(
            each -> {
              String first = each.path().substring(path.length());
              int dot = first.indexOf('.');
              return order.indexOf(new FieldName(dot < 0 ? first : first.substring(0, dot)));
            }));
    return all;
  }

  private boolean isWhole(FieldType type) {
    return type != FieldType.Scalar.MONEY
        && (!scope.isColumns(type) || !(type instanceof FieldType.Named));
  }

  /** The columns of one of several. */
  List<Leaf> ofElement(FieldType type) {
    FieldSpec one = scalar("value", type, Rules.NONE);
    if (type == FieldType.Scalar.MONEY) {
      return of(one);
    }
    if (!(type instanceof FieldType.Named named)) {
      return List.of(new Leaf("", "value", one, false));
    }
    if (scope.isFlat(named.name())) {
      return of(one);
    }
    List<Leaf> all = new ArrayList<>();
    all.add(new Leaf("id", "id", scalar("entity", FieldType.Scalar.UUID, Rules.NONE), false));
    all.addAll(ofFields(entity(named.name()).fields(), "", false));
    return all;
  }

  private EntitySpec entity(TypeName name) {
    return scope.service().aggregates().stream()
        .flatMap(each -> each.entities().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The type of a column. */
  String type(FieldSpec field) {
    FieldType type = field.type();
    if (type instanceof FieldType.Decimal decimal) {
      return "numeric(%d, %d)".formatted(decimal.precision(), decimal.scale());
    }
    if (type instanceof FieldType.EnumOf) {
      return "varchar(%d)".formatted(LONGEST_LABEL);
    }
    if (!(type instanceof FieldType.Scalar scalar)) {
      return "jsonb";
    }
    return switch (scalar) {
      case STRING ->
          "varchar(%s)"
              .formatted(
                  field
                      .rules()
                      .max()
                      .orElse(BigDecimal.valueOf(Rules.DEFAULT_LENGTH))
                      .toPlainString());
      case TEXT -> "text";
      case INT -> "int";
      case LONG -> "bigint";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIME -> "time";
      case INSTANT -> "timestamptz";
      case UUID -> "uuid";
      case BYTES -> "bytea";
      case MONEY -> throw new IllegalStateException("money is two columns");
    };
  }

  /** What the database checks of a column: what the code checks too. */
  void checks(TableDraft table, String column, FieldSpec field) {
    String name = SqlNames.sql(column);
    Rules rules = field.rules();
    if (field.type() instanceof FieldType.EnumOf choice) {
      table.check(
          column,
          "%s in (%s)"
              .formatted(
                  name,
                  choice.labels().stream()
                      .map(EnumLabel::value)
                      .collect(Collectors.joining("', '", "'", "'"))));
    }
    if (field.equals(CURRENCY)) {
      table.check(column, name + " ~ '^[A-Z]{3}$'");
    } else if (rules.pattern().filter(each -> SIMPLE.matcher(each).matches()).isPresent()
        && !rules.pattern().get().contains("(?")) {
      table.check(column, "%s ~ '^(%s)$'".formatted(name, rules.pattern().get()));
    }
    boolean number =
        field.type() instanceof FieldType.Decimal
            || field.type() == FieldType.Scalar.INT
            || field.type() == FieldType.Scalar.LONG
            || field.type() == FieldType.Scalar.DOUBLE;
    if (number && rules.min().isPresent() && rules.max().isPresent()) {
      table.check(
          column,
          "%s between %s and %s"
              .formatted(
                  name, rules.min().get().toPlainString(), rules.max().get().toPlainString()));
    } else if (number && rules.min().isPresent()) {
      table.check(column, name + " >= " + rules.min().get().toPlainString());
    } else if (number && rules.max().isPresent()) {
      table.check(column, name + " <= " + rules.max().get().toPlainString());
    }
  }
}
