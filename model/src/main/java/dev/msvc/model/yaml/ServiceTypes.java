package dev.msvc.model.yaml;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code service.yaml} says of aggregates, values and their fields. */
final class ServiceTypes {
  private static final List<String> FIELD =
      List.of("type", "enum", "unique", "min", "max", "pattern", "format", "description");

  private final MarkedFile file;
  private final NameReader names;
  private final FieldTypes types;

  ServiceTypes(MarkedFile file) {
    this.file = file;
    this.names = new NameReader(file);
    this.types = new FieldTypes(file);
  }

  /** Values that were made of collections in collections since this was asked last. */
  List<ValueSpec> items() {
    return types.items();
  }

  AggregateSpec aggregate(MarkedYaml.Entry entry) {
    TypeName name = typeName(entry);
    Map<String, MarkedYaml> of =
        file.fields(
            entry.value(),
            "aggregate '%s'".formatted(name),
            List.of(
                "description",
                "path",
                "id",
                "fields",
                "entities",
                "operations",
                "emits",
                "commands",
                "events"));
    List<EntitySpec> entities = new ArrayList<>();
    for (MarkedYaml.Entry each : entries(of, "entities", "an entity's name and its fields")) {
      TypeName entity = typeName(each);
      entities.add(new EntitySpec(entity, onlyFields(each, entity)));
    }
    List<EventSpec> events = new ArrayList<>();
    for (MarkedYaml.Entry each : entries(of, "events", "an event's name and its fields")) {
      TypeName event = typeName(each);
      events.add(new EventSpec(event, onlyFields(each, event)));
    }
    List<CommandSpec> commands = new ArrayList<>();
    for (MarkedYaml.Entry each : entries(of, "commands", "a command's name and its fields")) {
      commands.add(command(each, name));
    }
    MarkedYaml id = of.get("id");
    MarkedYaml path = of.get("path");
    IdKind kind = id == null ? IdKind.UUID : oneOf(id, "id", IdKind.values());
    List<FieldSpec> fields = fields(of.get("fields"), name);
    Set<StandardOperation> operations = operations(of.get("operations"));
    return names.made(
        path == null ? entry.value() : path,
        path == null ? "" : file.scalar(path, "path").text(),
        text ->
            new AggregateSpec(
                name,
                description(of.get("description")),
                text,
                kind,
                fields,
                entities,
                operations,
                emits(of.get("emits")),
                commands,
                events));
  }

  private List<MarkedYaml.Entry> entries(Map<String, MarkedYaml> of, String key, String expected) {
    return file.entries(of.get(key), key, expected);
  }

  private CommandSpec command(MarkedYaml.Entry entry, TypeName aggregate) {
    FieldName name = names.made(entry, FieldName::new);
    Map<String, MarkedYaml> of =
        isNothing(entry.value())
            ? Map.of()
            : file.fields(
                entry.value(), "command '%s'".formatted(name), List.of("fields", "sets", "emits"));
    MarkedYaml emits = of.get("emits");
    TypeName owner =
        names.made(entry.mark(), name.capitalized() + aggregate.value(), TypeName::new);
    return new CommandSpec(
        name,
        fields(of.get("fields"), owner),
        sets(of.get("sets")),
        emits == null
            ? Optional.empty()
            : Optional.of(names.made(emits, file.scalar(emits, "emits").text(), TypeName::new)));
  }

  private Map<FieldName, EnumLabel> sets(@Nullable MarkedYaml node) {
    Map<FieldName, EnumLabel> sets = new LinkedHashMap<>();
    for (MarkedYaml.Entry each : file.entries(node, "sets", "a field's name and its label")) {
      sets.put(
          names.made(each, FieldName::new),
          names.made(each.value(), file.scalar(each.value(), "a label").text(), EnumLabel::new));
    }
    return sets;
  }

  private Map<StandardOperation, TypeName> emits(@Nullable MarkedYaml node) {
    Map<StandardOperation, TypeName> emits = new LinkedHashMap<>();
    for (MarkedYaml.Entry each : file.entries(node, "emits", "an operation and its event")) {
      MarkedYaml.Scalar operation = new MarkedYaml.Scalar(each.key(), false, each.mark());
      emits.put(
          oneOf(operation, "emits", StandardOperation.values()),
          names.made(each.value(), file.scalar(each.value(), "an event").text(), TypeName::new));
    }
    return emits;
  }

  ValueSpec value(MarkedYaml.Entry entry) {
    TypeName name = typeName(entry);
    Map<String, MarkedYaml> of =
        file.fields(
            entry.value(), "value '%s'".formatted(name), List.of("abstract", "extends", "fields"));
    MarkedYaml parent = of.get("extends");
    return new ValueSpec(
        name,
        parent == null
            ? Optional.empty()
            : Optional.of(names.made(parent, file.scalar(parent, "extends").text(), TypeName::new)),
        truth(of.get("abstract"), "abstract"),
        fields(of.get("fields"), name));
  }

  private List<FieldSpec> onlyFields(MarkedYaml.Entry entry, TypeName owner) {
    if (isNothing(entry.value())) {
      return List.of();
    }
    Map<String, MarkedYaml> of =
        file.fields(entry.value(), "'%s'".formatted(owner), List.of("fields"));
    return fields(of.get("fields"), owner);
  }

  private List<FieldSpec> fields(@Nullable MarkedYaml node, TypeName owner) {
    List<FieldSpec> fields = new ArrayList<>();
    for (MarkedYaml.Entry each : file.entries(node, "fields", "a field's name and its type")) {
      fields.add(field(each, owner));
    }
    return fields;
  }

  private FieldSpec field(MarkedYaml.Entry entry, TypeName owner) {
    FieldName name = names.made(entry, FieldName::new);
    MarkedYaml value = entry.value();
    if (!(value instanceof MarkedYaml.Mapping)) {
      FieldTypes.Typed typed = types.typed(value, name, owner);
      return new FieldSpec(name, typed.type(), typed.optional(), false, Rules.NONE, "");
    }
    requireWhole(value);
    Map<String, MarkedYaml> of = file.fields(value, "field '%s'".formatted(name), FIELD);
    MarkedYaml type = of.get("type");
    MarkedYaml choice = of.get("enum");
    if ((type == null) == (choice == null)) {
      throw file.wrong(
          value,
          "field '%s' has a type or an enum".formatted(name),
          "write {type: string, max: 20}, or {enum: [ONE, OTHER]}");
    }
    FieldTypes.Typed typed = types.typed(type == null ? notNull(choice) : type, name, owner);
    return new FieldSpec(
        name,
        typed.type(),
        typed.optional(),
        truth(of.get("unique"), "unique"),
        rules(value, of, name, typed.type()),
        description(of.get("description")));
  }

  /** YAML takes a comma between braces for the end of a value. */
  private void requireWhole(MarkedYaml field) {
    for (MarkedYaml.Entry each : file.entries(field, "a field", "its type and rules")) {
      if (each.value() instanceof MarkedYaml.Scalar type
          && each.key().equals("type")
          && type.text().contains("decimal(")
          && !type.text().endsWith(")")) {
        throw file.wrong(
            type,
            "'%s' ends at the comma".formatted(type.text()),
            "between { and } write it in quotes: \"decimal(12,2)\"");
      }
    }
  }

  private static MarkedYaml notNull(@Nullable MarkedYaml node) {
    return java.util.Objects.requireNonNull(node);
  }

  private Rules rules(MarkedYaml at, Map<String, MarkedYaml> of, FieldName name, FieldType type) {
    MarkedYaml format = of.get("format");
    MarkedYaml pattern = of.get("pattern");
    boolean text = type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT;
    if ((format != null || pattern != null) && !text) {
      throw file.wrong(
          format == null ? notNull(pattern) : format,
          "'%s' is no text".formatted(name),
          "pattern and format are for string and text");
    }
    boolean bounded =
        text
            || type instanceof FieldType.Decimal
            || type instanceof FieldType.ListOf
            || type instanceof FieldType.MapOf
            || Set.of(
                    FieldType.Scalar.INT,
                    FieldType.Scalar.LONG,
                    FieldType.Scalar.DOUBLE,
                    FieldType.Scalar.BYTES)
                .contains(type);
    for (String key : List.of("min", "max")) {
      MarkedYaml bound = of.get(key);
      if (bound != null && !bounded) {
        throw file.wrong(
            bound,
            "'%s' has no %s".formatted(name, key),
            "it is for numbers, and for the length of texts, lists and maps");
      }
    }
    boolean length = text || type == FieldType.Scalar.BYTES || !isNumber(type);
    return names.made(
        at,
        "",
        none ->
            new Rules(
                number(of.get("min"), "min", length),
                number(of.get("max"), "max", length),
                Optional.ofNullable(pattern).map(this::pattern),
                Optional.ofNullable(format)
                    .map(each -> oneOf(each, "format", Rules.Format.values()))));
  }

  private static boolean isNumber(FieldType type) {
    return type instanceof FieldType.Decimal
        || Set.of(FieldType.Scalar.INT, FieldType.Scalar.LONG, FieldType.Scalar.DOUBLE)
            .contains(type);
  }

  private Optional<BigDecimal> number(@Nullable MarkedYaml node, String what, boolean length) {
    if (node == null) {
      return Optional.empty();
    }
    String text = file.scalar(node, what).text();
    if (!text.matches(length ? "\\d{1,9}" : "-?\\d{1,38}(\\.\\d{1,38})?")) {
      throw file.wrong(
          node,
          "%s: '%s' is no %s".formatted(what, text, length ? "length" : "number"),
          length ? "write a whole number, 0 or more" : "write a number, as 10 or 0.5");
    }
    return Optional.of(new BigDecimal(text));
  }

  private String pattern(MarkedYaml node) {
    String pattern = file.scalar(node, "pattern").text();
    try {
      Pattern.compile(pattern);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw file.wrong(
          node, "'%s' is no pattern: %s".formatted(pattern, e.getDescription()), "mend it");
    }
    Optional<String> remedy = Rules.remedy(pattern);
    if (remedy.isPresent()) {
      throw file.wrong(
          node, "'%s' cannot be checked in every language".formatted(pattern), remedy.get());
    }
    return pattern;
  }

  private Set<StandardOperation> operations(@Nullable MarkedYaml node) {
    if (node == null) {
      return EnumSet.allOf(StandardOperation.class);
    }
    Set<StandardOperation> operations = EnumSet.noneOf(StandardOperation.class);
    for (MarkedYaml each : file.items(node, "operations", "create, get, list, update, delete")) {
      operations.add(oneOf(each, "an operation", StandardOperation.values()));
    }
    return operations;
  }

  String description(@Nullable MarkedYaml node) {
    return node == null || isNothing(node) ? "" : file.scalar(node, "description").text().strip();
  }

  boolean truth(@Nullable MarkedYaml node, String what) {
    if (node == null) {
      return false;
    }
    String text = file.scalar(node, what).text();
    if (!text.equals("true") && !text.equals("false")) {
      throw file.wrong(
          node, "%s is true or false".formatted(what), "write %s: true".formatted(what));
    }
    return text.equals("true");
  }

  /** One of an enum's words, as files write them: {@code external-secrets}. */
  <E extends Enum<E>> E oneOf(MarkedYaml node, String what, E[] known) {
    String text = file.scalar(node, what).text();
    List<String> words = new ArrayList<>();
    for (E each : known) {
      String word = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return each;
      }
      words.add(word);
    }
    throw file.wrong(
        node,
        "%s: there is no '%s'".formatted(what, text),
        "choose one of " + String.join(", ", words));
  }

  private TypeName typeName(MarkedYaml.Entry entry) {
    return names.made(entry, TypeName::new);
  }

  private static boolean isNothing(MarkedYaml node) {
    return node instanceof MarkedYaml.Scalar scalar && scalar.isNull();
  }
}
