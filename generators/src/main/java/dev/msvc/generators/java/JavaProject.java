package dev.msvc.generators.java;

import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.StandardOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a project in Java has once, however many aggregates there are. */
public record JavaProject(ServiceSpec service, Organisation organisation) {
  private static final int LINE = 96;

  /** The folders of templates that a project is laid of, the base first. */
  public List<String> folders() {
    List<String> folders = new ArrayList<>(List.of("base", "code"));
    if (database()) {
      folders.add("postgresql");
    }
    if (any(each -> !each.operations().isEmpty() || !each.commands().isEmpty())) {
      folders.add("calls");
    }
    if (any(each -> each.can(StandardOperation.LIST))) {
      folders.add("list");
    }
    if (any(JavaProject::changes)) {
      folders.add("change");
    }
    if (commands()) {
      folders.add("commands");
    }
    if (apiKeys()) {
      folders.add("api-keys");
    }
    if (consul()) {
      folders.add("consul");
    }
    if (events()) {
      folders.add("events");
    }
    if (any(each -> each.id() == IdKind.UUID) || entities()) {
      folders.add("uuid");
    }
    if (fields().anyMatch(each -> holdsMoney(each.type()))) {
      folders.add("money");
    }
    if (service.options().boot() == ServiceOptions.Boot.BOOT_3) {
      folders.add("boot-3");
    }
    return folders;
  }

  /** The class that starts it. */
  public String application() {
    String name = service.name().capitalized() + "Application";
    return name.equals("SpringApplication") ? "SpringServiceApplication" : name;
  }

  /** What it is, in lines of a comment. */
  public List<String> about() {
    String text = service.description().strip();
    return Prose.lines(text.isEmpty() ? "The service " + service.name() + "." : text, LINE);
  }

  /** The same on one line. */
  public String description() {
    return service.description().strip().replaceAll("\\s+", " ");
  }

  public SpringBoot boot() {
    return SpringBoot.of(service.options().boot());
  }

  public Libraries libraries() {
    return new Libraries(boot(), database(), consul());
  }

  /** Whether it has a database. */
  public boolean database() {
    return service.options().database() == ServiceOptions.Database.POSTGRESQL;
  }

  /** Whether callers may come with a key in place of a token. */
  public boolean apiKeys() {
    return service.options().apiKeys();
  }

  /** Whether its configuration is in Consul as well. */
  public boolean consul() {
    return organisation.config() == Organisation.Config.CONSUL;
  }

  /** Metrics that are there from the start. */
  public List<String> metrics() {
    return database()
        ? List.of("jvm_memory_used_bytes", "hikaricp_connections_active")
        : List.of("jvm_memory_used_bytes");
  }

  /** The database's name and that of its user. */
  public String databaseName() {
    return service.name().value().replace('-', '_');
  }

  /** Whether something happens to its aggregates that others may want to know. */
  public boolean events() {
    return any(each -> !each.events().isEmpty());
  }

  /** Whether its aggregates can be told anything but to be read. */
  public boolean commands() {
    return any(AggregateSpec::isChanged);
  }

  /** An aggregate that can be listed; none where there is none. */
  public List<AggregateSpec> listable() {
    return service.aggregates().stream()
        .filter(each -> each.can(StandardOperation.LIST))
        .limit(1)
        .toList();
  }

  /** The package of its contract. */
  public String protoPackage() {
    return ProtoContract.packageOf(service.packageName());
  }

  /** Paths of its REST API, as OpenAPI writes them. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (AggregateSpec each : service.aggregates()) {
      if (each.can(StandardOperation.CREATE) || each.can(StandardOperation.LIST)) {
        paths.add(each.path());
      }
      if (each.can(StandardOperation.GET)
          || each.can(StandardOperation.UPDATE)
          || each.can(StandardOperation.DELETE)) {
        paths.add(each.path() + "/{id}");
      }
      for (CommandSpec command : each.commands()) {
        paths.add(each.path() + "/{id}/" + command.name().kebab());
      }
    }
    return paths;
  }

  /** What a caller with the role to read asks for in tests of security, and is answered. */
  public Probe probe() {
    return service.aggregates().stream()
        .flatMap(JavaProject::readable)
        .findFirst()
        .orElse(new Probe("/", 404));
  }

  /** A path that takes the role to read; none where nothing can be read. */
  public List<String> readable() {
    return service.aggregates().stream()
        .flatMap(JavaProject::readable)
        .limit(1)
        .map(Probe::path)
        .toList();
  }

  /** A path of which deletion takes the role to write; none where nothing can be deleted. */
  public List<String> deletable() {
    return service.aggregates().stream()
        .filter(each -> each.can(StandardOperation.DELETE))
        .limit(1)
        .map(JavaProject::absent)
        .toList();
  }

  /** A request and the status of its answer where nothing is stored. */
  public record Probe(String path, int status) {}

  private static Stream<Probe> readable(AggregateSpec aggregate) {
    if (aggregate.can(StandardOperation.LIST)) {
      return Stream.of(new Probe(aggregate.path(), 200));
    }
    return aggregate.can(StandardOperation.GET)
        ? Stream.of(new Probe(absent(aggregate), 404))
        : Stream.empty();
  }

  private static String absent(AggregateSpec aggregate) {
    String id =
        switch (aggregate.id()) {
          case UUID -> "00000000-0000-0000-0000-000000000001";
          case LONG -> "1";
          case STRING -> "none";
        };
    return aggregate.path() + "/" + id;
  }

  private boolean any(Predicate<AggregateSpec> what) {
    return service.aggregates().stream().anyMatch(what);
  }

  private boolean entities() {
    return any(each -> !each.entities().isEmpty());
  }

  private static boolean changes(AggregateSpec aggregate) {
    return aggregate.can(StandardOperation.UPDATE)
        || aggregate.can(StandardOperation.DELETE)
        || !aggregate.commands().isEmpty();
  }

  private Stream<FieldSpec> fields() {
    Stream<FieldSpec> ofAggregates = service.aggregates().stream().flatMap(JavaProject::fields);
    return Stream.concat(
        ofAggregates, service.values().stream().flatMap(each -> each.fields().stream()));
  }

  private static Stream<FieldSpec> fields(AggregateSpec aggregate) {
    return Stream.of(
            aggregate.fields().stream(),
            aggregate.entities().stream().flatMap(each -> each.fields().stream()),
            aggregate.commands().stream().flatMap(each -> each.fields().stream()),
            aggregate.events().stream().flatMap(each -> each.fields().stream()))
        .flatMap(each -> each);
  }

  private static boolean holdsMoney(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return holdsMoney(list.item());
    }
    return type instanceof FieldType.MapOf map
        ? holdsMoney(map.value())
        : type == FieldType.Scalar.MONEY;
  }
}
