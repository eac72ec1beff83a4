package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.Incoherent;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code service.yaml}: {@code msvc/service/v1}; every error says file, line and column. */
public final class ServiceDocument {
  private static final String SCHEMA = "msvc/service/v1";
  private static final List<String> TOP =
      List.of("schema", "name", "package", "description", "aggregates", "values", "options");

  private final MarkedFile file;
  private final ServiceTypes types;
  private final Organisation organisation;

  private ServiceDocument(String name, Organisation organisation) {
    this.file = new MarkedFile(name);
    this.types = new ServiceTypes(file);
    this.organisation = organisation;
  }

  /**
   * Reads all services of a file, one a document.
   *
   * @param name of the file, as messages name it
   * @param organisation says what services don't
   */
  public static List<ServiceSpec> read(String name, String text, Organisation organisation) {
    ServiceDocument document = new ServiceDocument(name, organisation);
    document.file.requireMerged(text, "finish the merge, then run it again");
    List<ServiceSpec> services = new ArrayList<>();
    for (MarkedYaml each : MarkedYaml.readAll(name, text)) {
      if (each instanceof MarkedYaml.Scalar nothing && nothing.isNull()) {
        continue;
      }
      ServiceSpec service = document.service(each);
      if (services.stream().anyMatch(other -> other.name().equals(service.name()))) {
        throw document.file.wrong(
            each, "service '%s' is there twice".formatted(service.name()), "name each once");
      }
      services.add(service);
    }
    return List.copyOf(services);
  }

  /**
   * What is wrong with a service that was read, at its place.
   *
   * @param name of the file that it was read from
   * @param text of that file
   */
  public static UserError wrong(String name, String text, ServiceSpec service, Unmade unmade) {
    MarkedYaml.Mark mark = new MarkedYaml.Mark(1, 1);
    for (MarkedYaml each : MarkedYaml.readAll(name, text)) {
      if (each instanceof MarkedYaml.Mapping mapping
          && mapping.entries().stream().anyMatch(entry -> names(entry, service))) {
        mark = place(each, service.path(unmade.part()));
      }
    }
    return MarkedYaml.wrong(name, mark, String.valueOf(unmade.getMessage()), unmade.hint());
  }

  private static boolean names(MarkedYaml.Entry entry, ServiceSpec service) {
    return entry.key().equals("name")
        && entry.value() instanceof MarkedYaml.Scalar name
        && name.text().equals(service.name().value());
  }

  private ServiceSpec service(MarkedYaml root) {
    Map<String, MarkedYaml> of = file.fields(root, "a service", TOP);
    schema(of.get("schema"));
    ServiceName name = made(required(root, of, "name"), "name", ServiceName::new);
    MarkedYaml packageNode = of.get("package");
    Optional<PackageName> packageName =
        packageNode == null
            ? Optional.empty()
            : Optional.of(made(packageNode, "package", PackageName::new));
    PackageName home =
        made(
            packageNode == null ? required(root, of, "name") : packageNode,
            "package",
            text -> organisation.packageOf(name, packageName));
    List<AggregateSpec> aggregates = new ArrayList<>();
    for (MarkedYaml.Entry each :
        file.entries(of.get("aggregates"), "aggregates", "an aggregate's name and its fields")) {
      aggregates.add(types.aggregate(each));
    }
    List<ValueSpec> values = new ArrayList<>();
    for (MarkedYaml.Entry each :
        file.entries(of.get("values"), "values", "a value's name and its fields")) {
      values.add(types.value(each));
    }
    values.addAll(types.items());
    try {
      return new ServiceSpec(
          name,
          home,
          types.description(of.get("description")),
          aggregates,
          values,
          options(of.get("options")));
    } catch (Incoherent e) {
      throw MarkedYaml.wrong(
          file.name(), place(root, e.path()), String.valueOf(e.getMessage()), e.hint());
    }
  }

  private void schema(@Nullable MarkedYaml node) {
    if (node == null) {
      return;
    }
    String schema = file.scalar(node, "schema").text();
    if (schema.equals(SCHEMA)) {
      return;
    }
    boolean newer = schema.matches("msvc/service/v\\d+");
    throw file.wrong(
        node,
        newer
            ? "'%s' was made for a newer msvc; this one reads %s".formatted(schema, SCHEMA)
            : "'%s' is no schema of this file".formatted(schema),
        newer ? "use the msvc that it was made for" : "write schema: " + SCHEMA);
  }

  private ServiceOptions options(@Nullable MarkedYaml node) {
    if (node == null) {
      return ServiceOptions.of(organisation);
    }
    Map<String, MarkedYaml> of =
        file.fields(node, "options", List.of("template", "database", "boot", "java", "apiKeys"));
    MarkedYaml template = of.get("template");
    MarkedYaml database = of.get("database");
    MarkedYaml boot = of.get("boot");
    MarkedYaml java = of.get("java");
    return new ServiceOptions(
        template == null
            ? ServiceOptions.DEFAULT_TEMPLATE
            : file.scalar(template, "template").text(),
        database == null
            ? ServiceOptions.Database.POSTGRESQL
            : types.oneOf(database, "database", ServiceOptions.Database.values()),
        boot == null ? ServiceOptions.DEFAULT.boot() : made(boot, "boot", ServiceOptions.Boot::of),
        java == null ? organisation.java() : made(java, "java", ServiceOptions.Java::of),
        types.truth(of.get("apiKeys"), "apiKeys"));
  }

  private MarkedYaml required(MarkedYaml around, Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      throw file.wrong(around, "a service has a " + key, "write %s: ...".formatted(key));
    }
    return node;
  }

  private <T> T made(MarkedYaml node, String what, Function<String, T> maker) {
    return new NameReader(file).made(node, file.scalar(node, what).text(), maker);
  }

  /** Where the keys lead to, as far as they are there. */
  private static MarkedYaml.Mark place(MarkedYaml root, List<String> path) {
    MarkedYaml node = root;
    MarkedYaml.Mark mark = root.mark();
    for (String key : path) {
      if (!(node instanceof MarkedYaml.Mapping mapping)) {
        return mark;
      }
      for (MarkedYaml.Entry entry : mapping.entries()) {
        if (entry.key().equals(key)) {
          mark = entry.mark();
          node = entry.value();
        }
      }
    }
    return mark;
  }
}
