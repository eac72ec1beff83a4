package dev.msvc.generators.java;

import dev.msvc.generators.schema.Table;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of aggregates, and the annotations that tie fields to them. */
final class Storage {
  /** Ties a field to a column of JSON. */
  static final String JSON = "@JdbcTypeCode(SqlTypes.JSON)";

  private static final String ENUM = "@Enumerated(EnumType.STRING)";

  private final Scope scope;
  private final Leaves leaves;
  private final SqlNames tableNames = new SqlNames();
  private final List<Table> tables = new ArrayList<>();

  Storage(Scope scope) {
    this.scope = scope;
    this.leaves = new Leaves(scope);
    scope.service().aggregates().forEach(each -> tableNames.free(table(each), "_table"));
  }

  static String table(AggregateSpec aggregate) {
    return SqlNames.shortened(aggregate.name().kebabPlural().replace('-', '_'));
  }

  static String sequence(AggregateSpec aggregate) {
    return SqlNames.shortened(table(aggregate) + "_id_seq");
  }

  /** All tables of the aggregates that were mapped. */
  List<Table> tables() {
    return List.copyOf(tables);
  }

  /** Maps the fields of an aggregate, in their order. */
  List<Mapping> aggregate(AggregateSpec aggregate) {
    TableDraft table = new TableDraft(table(aggregate));
    table.column(table.named("id"), id(aggregate.id()), false);
    table.column(table.named("version"), "bigint", false);
    table.primaryKey("id");
    // columns that are named after fields come first, so that a part of a value gives way
    List<Table> children = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    List<String> wanted =
        aggregate.fields().stream()
            .filter(each -> isOneColumn(each.type()))
            .map(each -> table.named(each.name().snake()))
            .toList();
    int next = 0;
    for (FieldSpec each : aggregate.fields()) {
      if (isOneColumn(each.type())) {
        mappings.add(plain(table, each, wanted.get(next++)));
      } else if (scope.isColumns(each.type())) {
        mappings.add(embedded(table, each));
      } else {
        mappings.add(children(aggregate, table, each, children));
      }
    }
    tables.add(table.table(aggregate.id() == IdKind.LONG ? sequence(aggregate) : ""));
    tables.addAll(children);
    return mappings;
  }

  /** Whether a field is one column, of its own name. */
  private boolean isOneColumn(FieldType type) {
    if (Scope.element(type) instanceof FieldType.Named named) {
      return !scope.isFlat(named.name()) && (type instanceof FieldType.Named || isJson(type));
    }
    return Scope.element(type) == type && type != FieldType.Scalar.MONEY;
  }

  /** Whether a list or a map is kept as JSON. */
  private boolean isJson(FieldType type) {
    return Scope.element(type) instanceof FieldType.Named named
        && scope.isValue(named.name())
        && !scope.isFlat(named.name());
  }

  /** Whether a field is a collection that is filled, never replaced. */
  boolean isFilled(FieldSpec field) {
    return !isOneColumn(field.type()) && !scope.isColumns(field.type());
  }

  private Mapping plain(TableDraft table, FieldSpec field, String column) {
    table.column(column, leaves.type(field), field.optional());
    leaves.checks(table, column, field);
    if (field.unique()) {
      table.unique(column, List.of(column));
    }
    if (field.type() == FieldType.Scalar.UUID && field.name().value().endsWith("Id")) {
      table.index(column);
    }
    List<String> annotations = new ArrayList<>(annotations(field.type()));
    column(field.name(), column).ifPresent(annotations::add);
    return new Mapping(annotations, "", false);
  }

  private static List<String> annotations(FieldType type) {
    if (type instanceof FieldType.EnumOf) {
      return List.of(ENUM);
    }
    if (type == FieldType.Scalar.TIME) {
      return List.of("@JdbcTypeCode(SqlTypes.LOCAL_TIME)");
    }
    boolean json = type instanceof FieldType.Named || Scope.element(type) != type;
    return json ? List.of(JSON) : List.of();
  }

  private static Optional<String> column(FieldName field, String column) {
    return SqlNames.isImplied(field.value(), column)
        ? Optional.empty()
        : Optional.of("@Column(name = \"%s\")".formatted(SqlNames.java(column)));
  }

  private Mapping embedded(TableDraft table, FieldSpec field) {
    List<String> annotations = new ArrayList<>(List.of("@Embedded"));
    List<String> columns = new ArrayList<>();
    for (Leaves.Leaf leaf : leaves.of(field)) {
      String column = table.named(field.name().snake() + "_" + leaf.column());
      columns.add(column);
      annotations.add(override(leaf, column));
      table.column(column, leaves.type(leaf.field()), leaf.nullable());
      leaves.checks(table, column, leaf.field());
    }
    if (field.unique()) {
      table.unique(field.name().snake(), columns);
    }
    return new Mapping(annotations, "", false);
  }

  private static String override(Leaves.Leaf leaf, String column) {
    return "@AttributeOverride(name = \"%s\", column = @Column(name = \"%s\"))"
        .formatted(leaf.path(), SqlNames.java(column));
  }

  /** A list or a map with a table of its own. */
  private Mapping children(
      AggregateSpec aggregate, TableDraft parent, FieldSpec field, List<Table> into) {
    String name =
        tableNames.free(
            SqlNames.shortened(aggregate.name().snake() + "_" + field.name().snake()), "_list");
    TableDraft table = new TableDraft(name);
    FieldType element = Scope.element(field.type());
    List<Leaves.Leaf> columns = leaves.ofElement(element);
    List<String> names = new ArrayList<>();
    boolean scalar = columns.size() == 1 && columns.get(0).path().isEmpty();
    boolean isMap = field.type() instanceof FieldType.MapOf;
    columns.forEach(each -> names.add(table.named(each.column())));
    String owner = table.named(aggregate.name().snake() + "_id");
    String place = table.named(isMap ? "key" : "position");
    table.column(owner, id(aggregate.id()), false);
    table.column(place, isMap ? "varchar(%d)".formatted(Rules.DEFAULT_LENGTH) : "int", false);
    for (int i = 0; i < columns.size(); i++) {
      table.column(names.get(i), leaves.type(columns.get(i).field()), columns.get(i).nullable());
    }
    table.primaryKey(owner, place);
    table.foreignKey(owner, parent.name());
    for (int i = 0; i < columns.size(); i++) {
      leaves.checks(table, names.get(i), columns.get(i).field());
      if (columns.get(i).field().unique()) {
        table.unique(names.get(i), List.of(names.get(i)));
      }
    }
    into.add(table.table(""));
    List<String> annotations = new ArrayList<>();
    annotations.add("@ElementCollection(fetch = FetchType.EAGER)");
    annotations.add(
        "@CollectionTable(name = \"%s\", joinColumns = @JoinColumn(name = \"%s\"))"
            .formatted(SqlNames.java(name), SqlNames.java(owner)));
    annotations.add(
        "@%s(name = \"%s\")"
            .formatted(isMap ? "MapKeyColumn" : "OrderColumn", SqlNames.java(place)));
    if (scalar) {
      annotations.add("@Column(name = \"%s\")".formatted(SqlNames.java(names.get(0))));
      annotations.addAll(annotations(element));
    }
    annotations.add("@Fetch(FetchMode.SELECT)");
    return new Mapping(annotations, isMap ? " = new HashMap<>()" : " = new ArrayList<>()", true);
  }

  private static String id(IdKind id) {
    return switch (id) {
      case UUID -> "uuid";
      case LONG -> "bigint";
      case STRING -> "varchar(%d)".formatted(Rules.DEFAULT_LENGTH);
    };
  }

  /** The annotations of the components of an entity, in their order. */
  List<List<String>> entity(EntitySpec entity) {
    return components(entity.fields());
  }

  /** The annotations of the components of a value, in their order. */
  List<List<String>> value(TypeName value) {
    return components(scope.fields(scope.value(value)));
  }

  private List<List<String>> components(List<FieldSpec> fields) {
    List<Leaves.Leaf> all = leaves.ofFields(fields, "", false);
    List<List<String>> annotations = new ArrayList<>();
    for (FieldSpec each : fields) {
      List<String> of = new ArrayList<>();
      String path = each.name().value();
      for (Leaves.Leaf leaf : all) {
        if (leaf.path().equals(path)) {
          of.addAll(annotations(each.type()));
          column(each.name(), leaf.column()).ifPresent(of::add);
        } else if (leaf.path().startsWith(path + ".")) {
          Leaves.Leaf below =
              new Leaves.Leaf(
                  leaf.path().substring(path.length() + 1),
                  leaf.column(),
                  leaf.field(),
                  leaf.nullable());
          of.add(override(below, leaf.column()));
        }
      }
      annotations.add(of);
    }
    return annotations;
  }
}
