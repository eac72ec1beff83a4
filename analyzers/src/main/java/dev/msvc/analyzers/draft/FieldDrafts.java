package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the monolith's classes made into fields of a service, and the values that they hold.
 */
final class FieldDrafts {
  private static final int DEEPEST = 6;
  private static final int DEEPEST_GIVEN = 2;
  private static final int MOST_VALUES = 80;

  private final ContextMap map;
  private final Declarations declared;
  private final DraftNames names;
  private final Tables tables;
  private final Notes notes;
  private final Holdings holdings;
  private final Identified identified;
  private final Map<String, ValueSpec> values = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private Parts parts = Parts.NONE;
  private int deepest = DEEPEST;

  FieldDrafts(
      ContextMap map,
      Declarations declared,
      Holdings holdings,
      Identified identified,
      DraftNames names,
      Tables tables,
      Notes notes) {
    this.map = map;
    this.holdings = holdings;
    this.identified = identified;
    this.declared = declared;
    this.names = names;
    this.tables = tables;
    this.notes = notes;
  }

  /** Those that fields drafted so far hold, in the order in which they were met. */
  List<ValueSpec> values() {
    return List.copyOf(values.values());
  }

  /** From here on, classes are parts of this aggregate. */
  void within(Parts ofAggregate) {
    parts = ofAggregate;
  }

  /** Fields of a class that is stored, or held by one that is. */
  List<FieldSpec> of(TypeFact type, TypeName owner) {
    Gathered fields = new Gathered(names, owner);
    of(type, declared.of(type), tables.of(type.name()), owner).forEach(fields::add);
    addKinds(type, owner, fields);
    return fields.all();
  }

  /** Fields of a class that is told: an event, or what a caller sends. */
  List<FieldSpec> told(TypeFact type, TypeName owner) {
    return of(type, declared.of(type), Columns.NONE, owner);
  }

  /** Fields of what a caller sends, which is no deep tree. */
  List<FieldSpec> given(TypeFact within, List<Declared> all, TypeName owner) {
    deepest = DEEPEST_GIVEN;
    try {
      return of(within, all, Columns.NONE, owner);
    } finally {
      deepest = DEEPEST;
    }
  }

  /** Fields that are declared somewhere. */
  List<FieldSpec> of(TypeFact within, List<Declared> all, Columns columns, TypeName owner) {
    Gathered fields = new Gathered(names, owner);
    boolean composite = !columns.isUnknown() && Ids.isComposite(all);
    open.push(within.name());
    try {
      for (Declared each : all) {
        boolean identifies =
            identified.has(within.name()) && (Ids.isId(each) || isKey(each, all, columns));
        if (Ids.isKept(each) || (identifies && !Ids.isComposite(all))) {
          continue;
        }
        if (each.has("EmbeddedId")) {
          ofKey(each, owner).forEach(fields::add);
          continue;
        }
        FieldSpec field = field(within, each, columns, owner, composite);
        if (field != null && !isAnothers(field, each, all)) {
          fields.add(field);
        }
      }
      for (Parts.Part each : parts.unheld(within.name())) {
        list(each).ifPresent(fields::add);
      }
    } finally {
      open.pop();
    }
    return fields.all();
  }

  /** Whether an id of another class is declared beside the reference to it: they are one column. */
  private static boolean isAnothers(FieldSpec made, Declared field, List<Declared> all) {
    return !made.name().equals(DraftNames.field(field.name()))
        && all.stream().anyMatch(each -> each.name().equals(made.name().value()));
  }

  /** Whether a field is the key of a table that no annotation tells of. */
  private static boolean isKey(Declared field, List<Declared> all, Columns columns) {
    return all.stream().noneMatch(Ids::isId)
        && !columns.key().isEmpty()
        && columns.key().equals(columns.of(field));
  }

  /** A key of several columns is fields, as the service has ids of its own. */
  private List<FieldSpec> ofKey(Declared key, TypeName owner) {
    TypeFact type = map.type(key.typeName());
    return type == null
        ? List.of()
        : declared.of(type).stream()
            .map(each -> field(type, each, Columns.NONE, owner, true))
            .filter(java.util.Objects::nonNull)
            .toList();
  }

  /** The field for parts that only refer to what holds them, or whose field is called otherwise. */
  private Optional<FieldSpec> list(Parts.Part part) {
    FieldType type =
        parts.isEntity(part.type().name())
            ? new FieldType.Named(part.name())
            : value(part.type(), part.type().simpleName());
    FieldName field =
        DraftNames.field(
            holdings.property(part.holder(), part.type().name()).orElse(part.name().plural()));
    return type == null
        ? Optional.empty()
        : Optional.of(
            new FieldSpec(field, new FieldType.ListOf(type), false, false, Rules.NONE, ""));
  }

  /** Classes below one are told apart by a field, and what only some have is optional. */
  private void addKinds(TypeFact type, TypeName owner, Gathered fields) {
    List<TypeFact> kinds = parts.kinds(type.name());
    if (kinds.isEmpty()) {
      return;
    }
    List<TypeFact> all = new ArrayList<>(kinds);
    if (!declared.isAbstract(type)) {
      all.add(0, type);
    }
    FieldName kind = names.choice(owner, DraftNames.field(fields.has("kind") ? "kindOf" : "kind"));
    Set<String> taken = new LinkedHashSet<>();
    FieldType words =
        new FieldType.EnumOf(
            TypeName.ofEnum(owner, kind),
            all.stream()
                .map(each -> DraftNames.label(DraftNames.constant(each.simpleName()), taken))
                .toList());
    fields.add(new FieldSpec(kind, words, false, false, Rules.NONE, ""));
    notes.say(
        Kind.CHANGED,
        "%s: %s are told apart by '%s'"
            .formatted(
                owner, DraftNames.some(all.stream().map(TypeFact::simpleName).toList()), kind),
        type.place());
    Set<String> inherited = new LinkedHashSet<>();
    declared.of(type).forEach(each -> inherited.add(each.name()));
    for (TypeFact each : kinds) {
      List<Declared> own =
          declared.of(each).stream().filter(field -> inherited.add(field.name())).toList();
      of(each, own, tables.of(each.name()), owner).forEach(fields::addOptional);
    }
  }

  private @Nullable FieldSpec field(
      TypeFact of, Declared field, Columns columns, TypeName owner, boolean key) {
    String where = Declarations.simple(of.name().replaceAll("@.*", "")) + "." + field.name();
    TypeRef holds = Holdings.element(field.type());
    String held = parts.top(holdings.held(of, field));
    boolean many = holdings.isMany(of, field);
    if (open.contains(held) || parts.isAbove(held, of.name())) {
      return back(of, field, held, where);
    }
    boolean elsewhere = parts.isEntity(held) && !parts.isRoot(of.name());
    boolean oneOf = parts.isEntity(held) && !many;
    if (elsewhere || oneOf || (identified.has(held) && !parts.holds(held))) {
      return identified.reference(of, field, held, parts, where);
    }
    FieldName plain = DraftNames.field(field.name());
    TypeFact choice = map.type(held);
    FieldName name =
        choice != null && choice.kind() == TypeKind.ENUM ? names.choice(owner, plain) : plain;
    FieldType type = type(field, held, holds, columns, name, owner, where);
    if (type == null) {
      return null;
    }
    if (!name.value().equals(field.name())) {
      notes.say(Kind.RENAMED, "%s is %s".formatted(where, name), field.place());
    }
    boolean asMap = KnownTypes.isMap(field.type().name());
    if (parts.isEntity(held)) {
      type = new FieldType.ListOf(type);
    } else if (asMap) {
      type = new FieldType.MapOf(type);
    } else if (many && type != FieldType.Scalar.BYTES) {
      type = new FieldType.ListOf(type);
    }
    boolean list = type instanceof FieldType.ListOf || type instanceof FieldType.MapOf;
    String column = columns.of(field);
    boolean optional =
        !list && !key && field.isOptional() && !columns.isDemanded(column) && !isFlag(field, type);
    return new FieldSpec(
        name,
        type,
        optional,
        !list
            && !columns.isUnknown()
            && isPlain(type)
            && !key
            && (columns.isUnique(column)
                || field.says("Column", "unique").filter("true"::equals).isPresent()),
        DraftRules.of(field, type, columns, column),
        "");
  }

  private static boolean isFlag(Declared field, FieldType type) {
    return type == FieldType.Scalar.BOOLEAN && field.demanded();
  }

  private static boolean isPlain(FieldType type) {
    return type instanceof FieldType.Scalar scalar
        && scalar != FieldType.Scalar.MONEY
        && scalar != FieldType.Scalar.BYTES
        && scalar != FieldType.Scalar.TEXT
        && scalar != FieldType.Scalar.BOOLEAN;
  }

  /** What leads back to what holds it is no field; what leads to another of its kind is an id. */
  private @Nullable FieldSpec back(TypeFact of, Declared field, String held, String where) {
    if (!identified.has(held)) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: %s is part of itself".formatted(where, Declarations.simple(held)),
          field.place());
      return null;
    }
    return identified.leadsBack(of, field, held, parts)
        ? null
        : identified.reference(of, field, held, parts, where);
  }

  private @Nullable FieldType type(
      Declared field,
      String held,
      TypeRef holds,
      Columns columns,
      FieldName name,
      TypeName owner,
      String where) {
    if (parts.isEntity(held)) {
      return new FieldType.Named(parts.nameOf(held));
    }
    if (field.isArray() && holds.name().equals("byte")) {
      return FieldType.Scalar.BYTES;
    }
    if (field.isArray() && holds.name().equals("char")) {
      return FieldType.Scalar.STRING;
    }
    TypeFact type = map.type(held);
    if (type != null) {
      if (type.kind() == TypeKind.ENUM) {
        return Labels.of(type, name, owner, where, notes);
      }
      return isMoney(type) ? FieldType.Scalar.MONEY : value(type, where);
    }
    if (KnownTypes.isCollection(held)
        || KnownTypes.isMap(held)
        || held.equals(Object.class.getName())) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: %s"
              .formatted(
                  where,
                  Holdings.isMany(field.type())
                      ? "several of several"
                      : "what is in it is not known"),
          field.place());
      return null;
    }
    FieldType known = KnownTypes.of(held);
    if (known == null) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: its type %s is not known".formatted(where, Declarations.simple(held)),
          field.place());
      return null;
    }
    FieldType narrowed = columns.narrowed(field, known);
    if (known == FieldType.Scalar.DOUBLE && narrowed != known) {
      notes.say(
          Kind.CHANGED,
          "%s: %s, as in its column; a double loses digits".formatted(where, narrowed.notation()),
          field.place());
    }
    return narrowed;
  }

  /** An amount and a currency. */
  private boolean isMoney(TypeFact type) {
    List<String> fields = declared.of(type).stream().map(Declared::name).toList();
    return fields.size() == 2
        && (fields.contains("currency") || fields.contains("currencyCode"))
        && (fields.contains("amount") || fields.contains("value"));
  }

  private @Nullable FieldType value(TypeFact type, String where) {
    if (open.contains(type.name())) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: %s is part of itself".formatted(where, type.simpleName()),
          type.place());
      return null;
    }
    ValueSpec known = values.get(type.name());
    if (known != null) {
      return new FieldType.Named(known.name());
    }
    if (open.size() > deepest || values.size() >= MOST_VALUES) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: %s, too deep inside".formatted(where, type.simpleName()),
          type.place());
      return null;
    }
    TypeName name = names.type(type.name(), type.simpleName());
    List<FieldSpec> fields = of(type, name).stream().map(FieldDrafts::notUnique).toList();
    if (fields.isEmpty()) {
      notes.say(
          Kind.LEFT_OUT,
          "%s: nothing of %s is known to be stored".formatted(where, type.simpleName()),
          type.place());
      return null;
    }
    values.put(type.name(), new ValueSpec(name, Optional.empty(), false, fields));
    return new FieldType.Named(name);
  }

  /** Only aggregates and entities have fields of which no two are the same. */
  private static FieldSpec notUnique(FieldSpec field) {
    return field.unique()
        ? new FieldSpec(
            field.name(), field.type(), field.optional(), false, field.rules(), field.description())
        : field;
  }
}
