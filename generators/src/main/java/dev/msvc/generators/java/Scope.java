package dev.msvc.generators.java;

import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What the types of a service are in Java, by their names. */
final class Scope {
  // classes that are made of an aggregate
  private static final List<String> MADE =
      List.of(
          "%sDetails",
          "%sEvent",
          "%sRepository",
          "%sService",
          "%sController",
          "%sRequest",
          "%sResponse",
          "%sPage",
          "%sMessages",
          "%sGrpcService",
          "%sSamples",
          "Jpa%sRepository",
          "%sServiceGrpc");
  // variables beside it where it is turned into a message
  private static final Set<String> MESSAGES = Set.of("message", "request", "details", "it", "each");

  private final ServiceSpec service;
  private final ProtoContract contract;
  private final Map<TypeName, Home> homes = new TreeMap<>();
  private final Map<TypeName, ValueSpec> values = new TreeMap<>();
  private final Set<TypeName> listedInEntities = new HashSet<>();
  private final Set<String> made = new HashSet<>();

  Scope(ServiceSpec service, ProtoContract contract) {
    this.service = service;
    this.contract = contract;
    service.values().forEach(each -> made.add(each.name() + "Body"));
    service.aggregates().forEach(this::made);
    String domain = service.packageName() + ".domain";
    for (ValueSpec each : service.values()) {
      values.put(each.name(), each);
      Home.Kind kind = each.isAbstract() ? Home.Kind.ABSTRACT : Home.Kind.VALUE;
      put(each.name(), kind, "Value", domain, "ValueMessages");
      enums(each.fields(), domain, "ValueMessages");
    }
    for (AggregateSpec each : service.aggregates()) {
      String home = domain + "." + word(each.name());
      String type =
          isTaken(each.name().value(), Home.Kind.AGGREGATE)
              ? each.name() + "Aggregate"
              : each.name().value();
      String messages = type + "Messages";
      put(each.name(), Home.Kind.AGGREGATE, "Aggregate", home, messages);
      enums(each.fields(), home, messages);
      for (EntitySpec entity : each.entities()) {
        put(entity.name(), Home.Kind.ENTITY, "Entity", home, messages);
        enums(entity.fields(), home, messages);
        entity.fields().forEach(this::listed);
      }
      for (CommandSpec command : each.commands()) {
        enums(command.fields(), home, messages);
      }
      for (EventSpec event : each.events()) {
        enums(event.fields(), home, messages);
      }
    }
  }

  /** Classes that are made of an aggregate, whatever it is called itself. */
  private void made(AggregateSpec aggregate) {
    for (String each : MADE) {
      made.add(each.formatted(aggregate.name()));
      made.add(each.formatted(aggregate.name() + "Aggregate"));
    }
    aggregate.entities().forEach(each -> made.add(each.name() + "Body"));
    aggregate
        .commands()
        .forEach(each -> made.add(each.name().capitalized() + aggregate.name() + "Request"));
  }

  /** The last word of the package of an aggregate. */
  static String word(TypeName aggregate) {
    return aggregate.uncapitalized().toLowerCase(java.util.Locale.ROOT);
  }

  private void put(
      TypeName name, Home.Kind kind, String suffix, String packageName, String messages) {
    String java = isTaken(name.value(), kind) ? name.value() + suffix : name.value();
    String variable = new TypeName(java).uncapitalized();
    homes.put(
        name,
        new Home(
            kind,
            java,
            packageName,
            MESSAGES.contains(variable) ? "the" + java : variable,
            messages,
            contract.outerClass(name.value()) + "." + name.value()));
  }

  private boolean isTaken(String name, Home.Kind kind) {
    return LibraryTypes.taken(name)
        || made.contains(name)
        || (kind == Home.Kind.AGGREGATE
            && MADE.stream().anyMatch(each -> LibraryTypes.taken(each.formatted(name))));
  }

  private void enums(List<FieldSpec> fields, String packageName, String messages) {
    for (FieldSpec each : fields) {
      if (element(each.type()) instanceof FieldType.EnumOf choice) {
        put(choice.name(), Home.Kind.ENUM, "Kind", packageName, messages);
      }
    }
  }

  private void listed(FieldSpec field) {
    if (field.type() != element(field.type())
        && element(field.type()) instanceof FieldType.Named named) {
      listedInEntities.add(named.name());
    }
  }

  /** What a list or a map holds; of others the type itself. */
  static FieldType element(FieldType type) {
    return type.element();
  }

  ServiceSpec service() {
    return service;
  }

  ProtoContract contract() {
    return contract;
  }

  /** All classes by which types are called, with their packages. */
  List<String> qualifiedNames() {
    return homes.values().stream().map(Home::qualified).toList();
  }

  Home home(TypeName name) {
    return Objects.requireNonNull(homes.get(name));
  }

  /** The class of a value or an entity in the REST API. */
  String body(TypeName name) {
    String usual = name + "Body";
    return LibraryTypes.taken(usual) ? name + "ValueBody" : usual;
  }

  boolean isValue(TypeName name) {
    return values.containsKey(name);
  }

  ValueSpec value(TypeName name) {
    return Objects.requireNonNull(values.get(name));
  }

  /** The fields of a value, those of what it is a kind of first. */
  List<FieldSpec> fields(ValueSpec value) {
    List<FieldSpec> fields = new ArrayList<>();
    value.parent().ifPresent(parent -> fields.addAll(value(parent).fields()));
    fields.addAll(value.fields());
    return fields;
  }

  /** The kinds of an abstract value. */
  List<ValueSpec> kinds(TypeName parent) {
    return service.values().stream()
        .filter(each -> each.parent().filter(parent::equals).isPresent())
        .toList();
  }

  /**
   * Whether a value is stored as columns: it has no kinds and no lists, all in it are columns, and
   * one of them says whether it is there.
   */
  boolean isFlat(TypeName name) {
    if (!values.containsKey(name) || listedInEntities.contains(name)) {
      return false;
    }
    ValueSpec value = value(name);
    List<FieldSpec> fields = fields(value);
    return !value.isAbstract()
        && fields.stream().anyMatch(each -> !each.optional())
        && fields.stream().allMatch(each -> isColumns(each.type()));
  }

  /** Whether one of a type is stored as one or more columns. */
  boolean isColumns(FieldType type) {
    if (type instanceof FieldType.Named named) {
      return isFlat(named.name());
    }
    return element(type) == type;
  }
}
