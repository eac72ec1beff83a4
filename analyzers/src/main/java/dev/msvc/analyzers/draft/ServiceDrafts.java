package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.analyzers.draft.Draft.Origin;
import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.analyzers.plan.DatabaseMaker;
import dev.msvc.model.Aggregate;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Place;
import dev.msvc.model.TypeFact;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
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
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Drafts the description of a service from a context of the monolith. */
public final class ServiceDrafts {
  private final ContextMap map;
  private final BoundedContext context;
  private final Platform platform;
  private final Notes notes = new Notes();
  private final DraftNames names = new DraftNames();
  private final List<Whole> wholes = new ArrayList<>();
  private final Set<String> placed = new HashSet<>();
  private final Set<String> known = new TreeSet<>();
  private final Tables tables;
  private final TableDrafts rows;
  private final RowMaps rowMaps;
  private final Declarations declared;
  private final Holdings holdings;
  private final Identified identified;
  private final FieldDrafts fields;
  private final CommandFields commandFields;
  private final StoredColumns stored;

  /**
   * An aggregate to be drafted.
   *
   * @param found what is known of it
   * @param stored whether that is known of it
   */
  private record Whole(TypeName name, Aggregate found, boolean stored) {}

  private ServiceDrafts(Path root, ContextMap map, BoundedContext context) {
    this.map = map;
    this.context = context;
    this.platform = Platform.of(root);
    this.tables = new Tables(root, map);
    this.rows = new TableDrafts(tables);
    List<Aggregate> all = Aggregates.of(map);
    List<Aggregate> own = own(all);
    Set<String> touched = new TreeSet<>();
    own.forEach(each -> touched.addAll(each.tables()));
    this.rowMaps = new RowMaps(map, new SourceFiles(root), touched);
    wholes(all, own);
    this.declared = new Declarations(root, map, asked());
    this.holdings = new Holdings(map, declared);
    this.identified = new Identified(map, declared, holdings, tables, notes, known);
    this.fields = new FieldDrafts(map, declared, holdings, identified, names, tables, notes);
    this.commandFields = new CommandFields(map, declared, identified, fields);
    this.stored = new StoredColumns(map, declared, tables, rows, rowMaps, names, notes);
  }

  /**
   * What a service would be that does what the context does.
   *
   * @param root of the analysed tree: declarations are read again for what facts do not keep
   * @param otherwise what the service is made with where the monolith does not say it
   */
  public static Draft of(
      Path root,
      ContextMap map,
      BoundedContext context,
      ServiceName name,
      PackageName packageName,
      ServiceOptions otherwise) {
    return new ServiceDrafts(root, map, context).draft(name, packageName, otherwise);
  }

  /** Aggregates of the context, else those whose tables it owns. */
  private List<Aggregate> own(List<Aggregate> all) {
    List<Aggregate> own =
        all.stream().filter(each -> each.context().equals(context.name())).toList();
    if (!own.isEmpty()) {
      return own;
    }
    Set<String> owned = new TreeSet<>();
    context.tables().forEach(each -> owned.add(ContextMap.key(each)));
    return all.stream()
        .filter(each -> owned.contains(ContextMap.key(each.root().table())))
        .toList();
  }

  /** What the service is about: what the context stores, else what it holds. */
  private void wholes(List<Aggregate> all, List<Aggregate> own) {
    all.forEach(each -> each.members().forEach(part -> known.add(part.className())));
    all.forEach(each -> known.add(each.root().className()));
    List<Aggregate> found = RowNames.named(own, rowMaps, known);
    boolean stored = !found.isEmpty();
    if (!stored) {
      found =
          DataClasses.of(map, context).stream()
              .map(each -> alone(each.name(), each.place()))
              .toList();
    }
    all.forEach(each -> bind(each.root()));
    found.forEach(this::pair);
    found.forEach(each -> names.foresee(simple(each.root())));
    OwnMembers members = new OwnMembers(map, context.name(), notes);
    found.forEach(each -> add(members.of(each), stored));
  }

  /** Says which fields of its classes hold which columns of its tables. */
  private void pair(Aggregate each) {
    Aggregate.Part root = each.root();
    pair(root);
    for (Aggregate.Part part : each.members()) {
      pair(part);
      if (part.className().isEmpty() && !root.className().isEmpty()) {
        tables.pair(root.table(), part.table(), rowMaps.pairs(part.table(), root.className()));
      }
    }
  }

  private void pair(Aggregate.Part part) {
    if (!part.className().isEmpty() && !part.table().isEmpty()) {
      known.add(part.className());
      bind(part);
      tables.pair(part.table(), rowMaps.pairs(part.table(), part.className()));
    }
  }

  private void bind(Aggregate.Part part) {
    if (!part.className().isEmpty() && !part.table().isEmpty()) {
      tables.bind(part.className(), part.table());
    }
  }

  private void add(Aggregate found, boolean stored) {
    Aggregate.Part root = found.root();
    known.add(root.className());
    wholes.add(new Whole(names.aggregate(root.name(), simple(root)), found, stored));
  }

  private Aggregate alone(String className, Place place) {
    Aggregate.Part root =
        new Aggregate.Part(className, "", "", place, dev.msvc.model.Certainty.GUESSED);
    return new Aggregate(
        className,
        context.name(),
        root,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        dev.msvc.model.Certainty.GUESSED);
  }

  /** Classes whose declarations are read again. */
  private Set<String> asked() {
    Set<String> asked = new TreeSet<>();
    for (Whole each : wholes) {
      asked.add(each.found().root().className());
      each.found().members().forEach(part -> asked.add(part.className()));
      each.found().events().forEach(part -> asked.add(part.className()));
    }
    map.entryPoints(context.name()).forEach(each -> asked.add(each.className()));
    asked.remove("");
    return asked;
  }

  private Draft draft(ServiceName name, PackageName packageName, ServiceOptions otherwise) {
    List<AggregateSpec> aggregates = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    List<Subject> subjects = wholes.stream().map(this::subject).toList();
    DraftOperations operations =
        new DraftOperations(map, context.name(), subjects, declared, notes);
    for (int i = 0; i < wholes.size(); i++) {
      Whole each = wholes.get(i);
      AggregateSpec aggregate = aggregate(each, subjects.get(i), operations);
      if (aggregate.fields().isEmpty()) {
        notes.say(
            Kind.LEFT_OUT,
            "%s: none of its fields is known".formatted(aggregate.name()),
            each.found().root().place());
      } else {
        aggregates.add(aggregate);
        origins.add(
            new Origin(each.name(), each.found().root().name(), each.found().root().place()));
      }
    }
    assumed(aggregates, origins);
    ServiceOptions options = platform.options(notes, otherwise);
    sayDatabase(options);
    return new Draft(
        new ServiceSpec(
            name,
            packageName,
            "Drafted from the context '%s'.".formatted(context.name()),
            aggregates,
            fields.values(),
            options),
        origins,
        notes.all());
  }

  /** Says where rows come to another maker's database. */
  private void sayDatabase(ServiceOptions options) {
    if (options.database() == ServiceOptions.Database.POSTGRESQL) {
      DatabaseMaker.unlikePostgres(map.facts())
          .ifPresent(
              maker ->
                  notes.say(
                      Kind.CHANGED,
                      "the database is PostgreSQL, the only one that services are made for; the monolith's is %s"
                          .formatted(maker)));
    }
  }

  /** Says what stands in for what the context stores, where that is not known. */
  private void assumed(List<AggregateSpec> aggregates, List<Origin> origins) {
    if (aggregates.isEmpty()) {
      TypeName thing = names.aggregate(context.name(), context.name());
      notes.say(
          Kind.ASSUMED,
          "nothing that '%s' stores is known: %s has a name, say what else it is"
              .formatted(context.name(), thing));
      aggregates.add(
          new AggregateSpec(
              thing,
              "",
              "",
              IdKind.UUID,
              List.of(
                  new FieldSpec(
                      new FieldName("name"),
                      FieldType.Scalar.STRING,
                      false,
                      false,
                      Rules.NONE,
                      "")),
              List.of(),
              EnumSet.allOf(StandardOperation.class),
              Map.of(),
              List.of(),
              List.of()));
      origins.add(new Origin(thing, "context " + context.name(), new Place("", 0)));
    } else if (wholes.stream().noneMatch(Whole::stored)) {
      notes.say(
          Kind.ASSUMED,
          "nothing that '%s' stores is known: classes that hold its data are drafted as if stored: %s"
              .formatted(
                  context.name(),
                  DraftNames.some(aggregates.stream().map(each -> each.name().value()).toList())));
    }
  }

  private Subject subject(Whole whole) {
    Set<String> parts = new TreeSet<>();
    whole.found().members().forEach(each -> parts.add(simple(each)));
    Set<String> tables = new TreeSet<>();
    whole.found().tables().forEach(each -> tables.add(ContextMap.key(each)));
    return new Subject(whole.name(), parts, ContextMap.key(whole.found().root().table()), tables);
  }

  static String simple(Aggregate.Part part) {
    return part.className().isEmpty()
        ? TableDrafts.singular(part.table())
        : Declarations.simple(part.className().replaceAll("@.*", ""));
  }

  private AggregateSpec aggregate(Whole whole, Subject subject, DraftOperations operations) {
    Aggregate found = whole.found();
    TypeName name = whole.name();
    TypeFact root = map.type(found.root().className());
    List<TypeFact> members = new ArrayList<>();
    List<String> partTables = new ArrayList<>();
    for (Aggregate.Part each : found.members()) {
      TypeFact type = map.type(each.className());
      if (!placed.add(each.name())) {
        notes.say(
            Kind.LEFT_OUT,
            "%s of %s: another aggregate has it, too".formatted(simple(each), name),
            each.place());
      } else if (type == null || root == null) {
        partTables.add(each.table());
      } else {
        members.add(type);
      }
    }
    List<FieldSpec> own = new ArrayList<>();
    List<EntitySpec> entities = new ArrayList<>();
    IdKind id;
    if (root == null) {
      fields.within(Parts.NONE);
      own.addAll(rows.fields(found.root().table(), ""));
      id = rows.id(found.root().table());
    } else {
      Parts parts = Parts.of(root, members, holdings, declared, names);
      fields.within(parts);
      own.addAll(fields.of(root, name));
      stored.dropOthers(root, found.tables(), own);
      if (whole.stored()) {
        stored.sayLengths(root, name, own);
      }
      stored.add(root, found.root().table(), own);
      for (Parts.Part each : parts.entities()) {
        List<FieldSpec> of = fields.of(each.type(), each.name());
        if (of.isEmpty()) {
          own.removeIf(field -> field.type().element().equals(new FieldType.Named(each.name())));
        } else {
          entities.add(new EntitySpec(each.name(), of));
        }
      }
      id = identified.idOf(root.name(), parts);
    }
    partTables.forEach(each -> stored.addPart(each, found.root(), own, entities));
    Set<StandardOperation> standard =
        whole.stored()
            ? operations.standard(name, found.root().table())
            : EnumSet.allOf(StandardOperation.class);
    return new AggregateSpec(
        name,
        "",
        operations.path(name),
        id,
        own,
        entities,
        standard,
        Map.of(),
        commands(operations, subject, own),
        events(found));
  }

  private List<CommandSpec> commands(
      DraftOperations operations, Subject subject, List<FieldSpec> own) {
    Set<String> taken = new HashSet<>();
    own.forEach(each -> taken.add(each.name().value()));
    List<CommandSpec> commands = new ArrayList<>();
    for (Map.Entry<String, EntryPoint> each : operations.commands(subject.name()).entrySet()) {
      FieldName name = DraftNames.command(each.getKey(), taken, subject.name());
      String owner = name.capitalized() + subject.name();
      if (commands.stream().noneMatch(other -> other.name().snake().equals(name.snake()))) {
        commands.add(
            new CommandSpec(
                name,
                commandFields.of(each.getValue(), subject, new TypeName(owner)),
                Map.of(),
                Optional.empty()));
      }
    }
    return commands;
  }

  private List<EventSpec> events(Aggregate found) {
    List<EventSpec> events = new ArrayList<>();
    for (Aggregate.Part each : found.events()) {
      TypeFact type = map.type(each.className());
      if (type != null && !names.isTaken(type.simpleName())) {
        TypeName name = names.type(type.name(), type.simpleName());
        events.add(new EventSpec(name, fields.told(type, name)));
      }
    }
    return events;
  }
}
