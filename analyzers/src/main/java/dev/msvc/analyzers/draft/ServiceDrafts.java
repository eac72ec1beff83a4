package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.model.Aggregate;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.UserError;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.TypeName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drafts the description of a service from a context of the monolith. */
public final class ServiceDrafts {
  private final ContextMap map;
  private final BoundedContext context;
  private final Platform platform;
  private final List<String> notes = new ArrayList<>();
  private final DraftNames names = new DraftNames();
  private final FieldDrafts fields;
  private final DraftOperations operations;
  private final Map<String, TableFact> tables = new HashMap<>();
  private final Set<String> placed = new HashSet<>();

  private ServiceDrafts(Path root, ContextMap map, BoundedContext context) {
    this.map = map;
    this.context = context;
    this.platform = Platform.of(root);
    this.fields = new FieldDrafts(map, new DeclaredFields(root, map), names, notes);
    this.operations = new DraftOperations(map, context.name(), notes);
    map.facts().tables().forEach(each -> tables.put(ContextMap.key(each.name()), each));
  }

  /**
   * What a service would be that does what the context does.
   *
   * @param root of the analysed tree: declarations are read again for what facts do not keep
   * @throws UserError where nothing of the context is stored
   */
  public static Draft of(
      Path root,
      ContextMap map,
      BoundedContext context,
      ServiceName name,
      PackageName packageName) {
    return new ServiceDrafts(root, map, context).draft(name, packageName);
  }

  private Draft draft(ServiceName name, PackageName packageName) {
    List<AggregateSpec> aggregates = new ArrayList<>();
    for (Aggregate each : Aggregates.of(map)) {
      if (each.context().equals(context.name())) {
        AggregateSpec aggregate = aggregate(each);
        if (aggregate.fields().isEmpty()) {
          notes.add("%s: left out, none of its fields is known".formatted(aggregate.name()));
        } else {
          aggregates.add(aggregate);
        }
      }
    }
    if (aggregates.isEmpty()) {
      throw new UserError(
          "context '%s' stores nothing that is known: there is no aggregate to make a service of"
              .formatted(context.name()),
          "'msvc get aggregates' lists those that there are; or write a service.yaml yourself");
    }
    operations.rest();
    return new Draft(
        new ServiceSpec(
            name,
            packageName,
            "Drafted from the context '%s'.".formatted(context.name()),
            aggregates,
            fields.values(),
            options()),
        notes);
  }

  /** The monolith's own line of Spring Boot, or the nearest that services are made for. */
  private ServiceOptions options() {
    String version = platform.springBoot();
    ServiceOptions.Boot line = ServiceOptions.DEFAULT.boot();
    if (!version.isEmpty() && Integer.parseInt(version.substring(0, version.indexOf('.'))) < 4) {
      line = ServiceOptions.Boot.BOOT_3;
      if (!version.startsWith("3.")) {
        notes.add(
            "Spring Boot %s: services are not made for it; the nearest line is %s"
                .formatted(version, line.line()));
      }
    }
    platform
        .java()
        .ifPresent(
            release -> {
              if (release < 17) {
                notes.add("Java %d: the service needs 17 or later".formatted(release));
              }
            });
    return new ServiceOptions(
        ServiceOptions.DEFAULT_TEMPLATE, ServiceOptions.DEFAULT.database(), line, false);
  }

  private AggregateSpec aggregate(Aggregate found) {
    TypeFact root = map.type(found.root().className());
    String rootName = root == null ? singular(found.root().table()) : root.simpleName();
    TypeName name = names.type(found.name(), rootName);
    DraftOperations.Of able = operations.of(found, name);
    if (root == null) {
      return new AggregateSpec(
          name,
          "",
          able.path(),
          IdKind.LONG,
          ofTable(found.root().table()),
          List.of(),
          able.standard(),
          Map.of(),
          List.of(),
          List.of());
    }
    Map<String, TypeName> members = new LinkedHashMap<>();
    List<TypeFact> parts = new ArrayList<>();
    List<TypeFact> kinds = new ArrayList<>();
    for (Aggregate.Part each : found.members()) {
      TypeFact type = map.type(each.className());
      if (!placed.add(each.name())) {
        notes.add("%s: %s is left out, another aggregate has it".formatted(name, each.name()));
      } else if (type == null) {
        notes.add("%s: table %s is left out, no class is mapped".formatted(name, each.table()));
      } else if (isBelow(type, root)) {
        kinds.add(type);
      } else {
        members.put(type.name(), names.type(type.name(), type.simpleName()));
        parts.add(type);
      }
    }
    Set<String> around = new HashSet<>(Set.of(root.name()));
    List<FieldSpec> own =
        new ArrayList<>(fields.of(root, columns(found.root().table()), members, around, name));
    addKinds(own, kinds, name, members, around);
    List<EntitySpec> entities = new ArrayList<>();
    for (TypeFact part : parts) {
      Set<String> outer = new HashSet<>(members.keySet());
      outer.add(root.name());
      TypeName partName = names.type(part.name(), part.simpleName());
      List<FieldSpec> partFields = fields.of(part, columnsOf(part), Map.of(), outer, partName);
      if (!partFields.isEmpty()) {
        entities.add(new EntitySpec(partName, partFields));
      }
    }
    own.removeIf(each -> refersTo(each, members, entities));
    holdAll(own, entities);
    return new AggregateSpec(
        name,
        "",
        able.path(),
        fields.idOf(root.name()),
        own,
        entities,
        able.standard(),
        Map.of(),
        able.commands(),
        events(found));
  }

  private static boolean refersTo(
      FieldSpec field, Map<String, TypeName> members, List<EntitySpec> entities) {
    return field.type() instanceof FieldType.ListOf list
        && list.item() instanceof FieldType.Named named
        && members.containsValue(named.name())
        && entities.stream().noneMatch(each -> each.name().equals(named.name()));
  }

  /** A part that no field of the root holds is held by one of its own. */
  private static void holdAll(List<FieldSpec> own, List<EntitySpec> entities) {
    for (EntitySpec each : entities) {
      FieldType list = new FieldType.ListOf(new FieldType.Named(each.name()));
      if (own.stream().noneMatch(field -> field.type().equals(list))) {
        DraftNames.field(each.name().uncapitalized() + "s")
            .filter(free -> own.stream().noneMatch(field -> field.name().equals(free)))
            .ifPresent(free -> own.add(new FieldSpec(free, list, false, false, Rules.NONE, "")));
      }
    }
  }

  private boolean isBelow(TypeFact type, TypeFact root) {
    Set<String> seen = new HashSet<>();
    TypeFact each = type;
    while (each != null && seen.add(each.name())) {
      if (each.name().equals(root.name())) {
        return true;
      }
      each = each.superclass() == null ? null : map.type(each.superclass());
    }
    return false;
  }

  /** Kinds of the root are told apart by a field, and what they have is optional. */
  private void addKinds(
      List<FieldSpec> own,
      List<TypeFact> kinds,
      TypeName name,
      Map<String, TypeName> members,
      Set<String> around) {
    if (kinds.isEmpty()) {
      return;
    }
    FieldName kind = new FieldName("kind");
    boolean free = own.stream().noneMatch(each -> each.name().equals(kind));
    if (free) {
      own.add(
          new FieldSpec(
              kind,
              new FieldType.EnumOf(
                  names.type(name + ".kind", name.value() + "Kind"),
                  kinds.stream()
                      .map(each -> DraftNames.label(DraftNames.constant(each.simpleName())))
                      .flatMap(Optional::stream)
                      .distinct()
                      .toList()),
              false,
              false,
              Rules.NONE,
              ""));
    }
    notes.add(
        "%s: its kinds %s are one aggregate with a field '%s'"
            .formatted(name, kinds.stream().map(TypeFact::simpleName).toList(), kind));
    for (TypeFact each : kinds) {
      for (FieldSpec field : fields.of(each, columnsOf(each), members, around, name)) {
        if (own.stream().noneMatch(other -> other.name().snake().equals(field.name().snake()))) {
          boolean many =
              field.type() instanceof FieldType.ListOf || field.type() instanceof FieldType.MapOf;
          own.add(
              new FieldSpec(field.name(), field.type(), !many, field.unique(), field.rules(), ""));
        }
      }
    }
  }

  private List<EventSpec> events(Aggregate found) {
    List<EventSpec> events = new ArrayList<>();
    for (Aggregate.Part each : found.events()) {
      TypeFact type = map.type(each.className());
      if (type != null && !names.isTaken(type.simpleName())) {
        TypeName name = names.type(type.name(), type.simpleName());
        events.add(new EventSpec(name, fields.of(type, Columns.NONE, Map.of(), Set.of(), name)));
      }
    }
    return events;
  }

  private Columns columns(String table) {
    TableFact fact = tables.get(ContextMap.key(table));
    return fact == null ? Columns.NONE : Columns.of(fact);
  }

  private Columns columnsOf(TypeFact type) {
    return tables.values().stream()
        .filter(each -> each.entities().contains(type.name()))
        .min(Comparator.comparing(TableFact::name))
        .map(Columns::of)
        .orElse(Columns.NONE);
  }

  /** What a table tells where no class is mapped to it. */
  private List<FieldSpec> ofTable(String table) {
    TableFact fact = tables.get(ContextMap.key(table));
    if (fact == null) {
      return List.of();
    }
    Map<String, FieldSpec> of = new LinkedHashMap<>();
    for (Column each : fact.columns()) {
      DraftNames.field(each.name().toLowerCase(Locale.ROOT))
          .filter(name -> !fact.primaryKey().contains(each.name()) || fact.primaryKey().size() > 1)
          .ifPresent(
              name ->
                  of.putIfAbsent(
                      name.snake(),
                      new FieldSpec(
                          name, ColumnTypes.of(each.type()), true, false, Rules.NONE, "")));
    }
    return List.copyOf(of.values());
  }

  private static String singular(String table) {
    String bare = table.substring(table.lastIndexOf('.') + 1);
    return bare.replaceFirst("(?i)ies$", "y").replaceFirst("(?i)([^s])s$", "$1");
  }
}
