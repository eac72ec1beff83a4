package dev.msvc.analyzers.draft;

import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
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
  private static final Map<String, FieldType> KNOWN =
      Map.ofEntries(
          Map.entry("String", FieldType.Scalar.STRING),
          Map.entry("CharSequence", FieldType.Scalar.STRING),
          Map.entry("char", FieldType.Scalar.STRING),
          Map.entry("Character", FieldType.Scalar.STRING),
          Map.entry("int", FieldType.Scalar.INT),
          Map.entry("Integer", FieldType.Scalar.INT),
          Map.entry("short", FieldType.Scalar.INT),
          Map.entry("Short", FieldType.Scalar.INT),
          Map.entry("byte", FieldType.Scalar.INT),
          Map.entry("Byte", FieldType.Scalar.INT),
          Map.entry("long", FieldType.Scalar.LONG),
          Map.entry("Long", FieldType.Scalar.LONG),
          Map.entry("float", FieldType.Scalar.DOUBLE),
          Map.entry("Float", FieldType.Scalar.DOUBLE),
          Map.entry("double", FieldType.Scalar.DOUBLE),
          Map.entry("Double", FieldType.Scalar.DOUBLE),
          Map.entry("boolean", FieldType.Scalar.BOOLEAN),
          Map.entry("Boolean", FieldType.Scalar.BOOLEAN),
          Map.entry("BigDecimal", new FieldType.Decimal(19, 4)),
          Map.entry("BigInteger", new FieldType.Decimal(38, 0)),
          Map.entry("UUID", FieldType.Scalar.UUID),
          Map.entry("LocalDate", FieldType.Scalar.DATE),
          Map.entry("LocalTime", FieldType.Scalar.TIME),
          Map.entry("LocalDateTime", FieldType.Scalar.INSTANT),
          Map.entry("Instant", FieldType.Scalar.INSTANT),
          Map.entry("ZonedDateTime", FieldType.Scalar.INSTANT),
          Map.entry("OffsetDateTime", FieldType.Scalar.INSTANT),
          Map.entry("Date", FieldType.Scalar.INSTANT),
          Map.entry("Calendar", FieldType.Scalar.INSTANT),
          Map.entry("Timestamp", FieldType.Scalar.INSTANT),
          Map.entry("DateTime", FieldType.Scalar.INSTANT));
  private static final Set<String> COLLECTIONS =
      Set.of(
          "Collection",
          "List",
          "Set",
          "SortedSet",
          "Iterable",
          "ArrayList",
          "HashSet",
          "TreeSet",
          "LinkedHashSet");

  private final ContextMap map;
  private final DeclaredFields declared;
  private final DraftNames names;
  private final List<String> notes;
  private final Set<String> entities = new LinkedHashSet<>();
  private final Map<String, ValueSpec> values = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  FieldDrafts(ContextMap map, DeclaredFields declared, DraftNames names, List<String> notes) {
    this.map = map;
    this.declared = declared;
    this.names = names;
    this.notes = notes;
    map.facts().mappings().forEach(each -> entities.add(each.className()));
    map.facts().tables().forEach(each -> entities.addAll(each.entities()));
  }

  /** Those that fields drafted so far hold, in the order in which they were met. */
  List<ValueSpec> values() {
    return List.copyOf(values.values());
  }

  /**
   * Fields of a class.
   *
   * @param columns of its table
   * @param members entities of the same aggregate, by their class
   * @param around classes that hold this one: what leads back to them is left out
   */
  List<FieldSpec> of(
      TypeFact type,
      Columns columns,
      Map<String, TypeName> members,
      Set<String> around,
      TypeName owner) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    for (Declared each : declared.of(type)) {
      if (isOfTheService(each)) {
        continue;
      }
      FieldSpec field = field(type, each, columns, members, around, owner);
      if (field != null) {
        fields.putIfAbsent(field.name().snake(), field);
      }
    }
    return List.copyOf(fields.values());
  }

  /** What a service keeps by itself: ids, versions; and what nothing keeps. */
  private static boolean isOfTheService(Declared field) {
    return field.has("Id")
        || field.has("EmbeddedId")
        || field.has("Version")
        || field.has("Transient")
        || field.name().equals("id")
        || field.name().equals("serialVersionUID");
  }

  private @Nullable FieldSpec field(
      TypeFact of,
      Declared field,
      Columns columns,
      Map<String, TypeName> members,
      Set<String> around,
      TypeName owner) {
    String where = of.simpleName() + "." + field.name();
    String held = held(field);
    if (around.contains(held)) {
      return null;
    }
    boolean many = !held.equals(field.type()) || isCollection(field);
    if (entities.contains(held) && !members.containsKey(held)) {
      return reference(of, field, held, many, where);
    }
    Optional<FieldName> name = DraftNames.field(field.name());
    if (name.isEmpty()) {
      notes.add(where + ": left out, its name cannot be one of a field");
      return null;
    }
    if (!name.get().value().equals(field.name())) {
      notes.add("%s: is called %s".formatted(where, name.get()));
    }
    FieldType type =
        members.containsKey(held)
            ? new FieldType.Named(members.get(held))
            : type(field, held, columns, name.get(), owner, where);
    if (type == null) {
      return null;
    }
    if (isMap(field)) {
      type = new FieldType.MapOf(type);
    } else if (many && type != FieldType.Scalar.BYTES) {
      type = new FieldType.ListOf(type);
    } else if (members.containsKey(held)) {
      notes.add("%s: is a list, of one %s at most".formatted(where, members.get(held)));
      type = new FieldType.ListOf(type);
    }
    boolean list = type instanceof FieldType.ListOf || type instanceof FieldType.MapOf;
    String column = columns.of(field);
    return new FieldSpec(
        name.get(),
        type,
        !list && field.isOptional() && type != FieldType.Scalar.BOOLEAN,
        !list
            && !columns.isUnknown()
            && isPlain(type)
            && (columns.isUnique(column)
                || field.says("Column", "unique").filter("true"::equals).isPresent()),
        DraftRules.of(field, type, columns.type(column)),
        "");
  }

  private static boolean isPlain(FieldType type) {
    return type instanceof FieldType.Scalar scalar
        && scalar != FieldType.Scalar.MONEY
        && scalar != FieldType.Scalar.BYTES
        && scalar != FieldType.Scalar.TEXT
        && scalar != FieldType.Scalar.BOOLEAN;
  }

  /** Another aggregate is referred to by its id. */
  private @Nullable FieldSpec reference(
      TypeFact of, Declared field, String target, boolean many, String where) {
    boolean owning =
        map.facts().relations().stream()
            .filter(each -> each.className().equals(of.name()))
            .filter(each -> each.property().equals(field.name()))
            .allMatch(each -> each.owning());
    String shown = DeclaredFields.simple(target);
    String context = map.contextOf(target);
    if (!owning) {
      notes.add("%s: left out, %s refers to it".formatted(where, shown));
      return null;
    }
    String base =
        many ? field.name().replaceFirst("ies$", "y").replaceFirst("s$", "") : field.name();
    Optional<FieldName> name = DraftNames.field(base + (many ? "Ids" : "Id"));
    if (name.isEmpty()) {
      return null;
    }
    notes.add(
        "%s: %s%s is another aggregate, referred to by %s"
            .formatted(where, shown, context.isEmpty() ? "" : " of " + context, name.get()));
    FieldType id =
        switch (idOf(target)) {
          case UUID -> FieldType.Scalar.UUID;
          case LONG -> FieldType.Scalar.LONG;
          case STRING -> FieldType.Scalar.STRING;
        };
    return new FieldSpec(
        name.get(),
        many ? new FieldType.ListOf(id) : id,
        !many && field.isOptional(),
        false,
        Rules.NONE,
        "");
  }

  /** What identifies a class. */
  IdKind idOf(String className) {
    TypeFact type = map.type(className);
    if (type != null) {
      for (Declared each : declared.of(type)) {
        if (each.has("Id") || each.name().equals("id")) {
          return switch (DeclaredFields.simple(each.type())) {
            case "UUID" -> IdKind.UUID;
            case "String" -> IdKind.STRING;
            default -> IdKind.LONG;
          };
        }
      }
    }
    return IdKind.LONG;
  }

  private @Nullable FieldType type(
      Declared field, String held, Columns columns, FieldName name, TypeName owner, String where) {
    String simple = DeclaredFields.simple(held);
    if (field.isArray() && simple.equals("byte")) {
      return FieldType.Scalar.BYTES;
    }
    TypeFact type = map.type(held);
    if (type == null) {
      FieldType known = KNOWN.get(simple);
      if (known == null) {
        notes.add("%s: left out, %s is not known here".formatted(where, simple));
        return null;
      }
      return columns.narrowed(field, known);
    }
    if (type.kind() == TypeKind.ENUM) {
      return choice(type, name, owner, where);
    }
    if (isMoney(type)) {
      return FieldType.Scalar.MONEY;
    }
    return value(type, where);
  }

  private FieldType choice(TypeFact type, FieldName name, TypeName owner, String where) {
    List<EnumLabel> labels = new ArrayList<>();
    for (FieldFact constant : type.fields()) {
      if (constant.type().equals(type.name()) || constant.type().equals(type.simpleName())) {
        DraftNames.label(constant.name()).ifPresent(labels::add);
      }
    }
    if (labels.isEmpty()) {
      notes.add(
          "%s: is a text, the values of %s are not known".formatted(where, type.simpleName()));
      return FieldType.Scalar.STRING;
    }
    return new FieldType.EnumOf(
        names.type(owner + "." + name, owner.value() + name.capitalized()), labels);
  }

  /** An amount and a currency. */
  private boolean isMoney(TypeFact type) {
    List<String> fields = declared.of(type).stream().map(Declared::name).toList();
    return fields.size() == 2
        && fields.contains("currency")
        && (fields.contains("amount") || fields.contains("value"));
  }

  private @Nullable FieldType value(TypeFact type, String where) {
    if (!open.add(type.name())) {
      notes.add("%s: left out, %s is part of itself".formatted(where, type.simpleName()));
      return null;
    }
    try {
      TypeName name = names.type(type.name(), type.simpleName());
      if (!values.containsKey(type.name())) {
        List<FieldSpec> fields = of(type, Columns.NONE, Map.of(), open, name);
        if (fields.isEmpty()) {
          notes.add("%s: left out, %s has no fields".formatted(where, type.simpleName()));
          return null;
        }
        values.put(type.name(), new ValueSpec(name, Optional.empty(), false, fields));
      }
      return new FieldType.Named(name);
    } finally {
      open.remove(type.name());
    }
  }

  /** The class that a field holds: itself, or what its list, map or array is of. */
  private static String held(Declared field) {
    if ((isCollection(field) || isOptionalType(field)) && field.arguments().size() == 1) {
      return field.arguments().get(0);
    }
    return isMap(field) && field.arguments().size() == 2 ? field.arguments().get(1) : field.type();
  }

  private static boolean isOptionalType(Declared field) {
    return field.type().equals("java.util.Optional");
  }

  private static boolean isCollection(Declared field) {
    return COLLECTIONS.contains(DeclaredFields.simple(field.type()))
        || (field.isArray() && !field.type().equals("byte"));
  }

  private static boolean isMap(Declared field) {
    String simple = DeclaredFields.simple(field.type());
    return (simple.equals("Map") || simple.equals("SortedMap") || simple.equals("HashMap"))
        && field.arguments().size() == 2;
  }
}
