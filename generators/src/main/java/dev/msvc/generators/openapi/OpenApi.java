package dev.msvc.generators.openapi;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.StandardOperation;
import java.util.ArrayList;
import java.util.List;

/** What REST offers of a service. */
public record OpenApi(List<Path> paths, List<Schema> schemas) {
  public OpenApi {
    paths = List.copyOf(paths);
    schemas = List.copyOf(schemas);
  }

  /**
   * A path.
   *
   * @param id the schema of the id in it; empty where there is none
   */
  public record Path(String path, List<YamlLine> id, List<Operation> operations) {
    public Path {
      id = List.copyOf(id);
      operations = List.copyOf(operations);
    }
  }

  /**
   * What can be done at a path.
   *
   * @param role that a caller needs
   * @param parameters names of components
   * @param body the schema of what is sent; empty for nothing
   * @param status of success
   * @param answer the schema of what comes back; empty for nothing
   * @param headers of the answer, names of components by header
   * @param problems statuses of what can go wrong
   */
  public record Operation(
      String verb,
      String id,
      String summary,
      String tag,
      String role,
      List<String> parameters,
      String body,
      int status,
      String answer,
      List<String> headers,
      List<Integer> problems) {
    public Operation {
      parameters = List.copyOf(parameters);
      headers = List.copyOf(headers);
      problems = List.copyOf(problems);
    }
  }

  /** A schema with a name. */
  public record Schema(String name, List<YamlLine> lines) {
    public Schema {
      lines = List.copyOf(lines);
    }

    /** Its name, as a key of YAML. */
    public String key() {
      return Node.safe(name);
    }
  }

  /** All of a service. */
  public static OpenApi of(ServiceSpec service) {
    Schemas schemas = new Schemas(service);
    List<Path> paths = new ArrayList<>();
    for (AggregateSpec each : service.aggregates()) {
      paths.addAll(new Paths(service, each).all());
    }
    return new OpenApi(paths, schemas.all());
  }

  /** The paths of an aggregate. */
  private record Paths(ServiceSpec service, AggregateSpec aggregate) {
    private static final List<String> NONE = List.of();
    private static final List<String> ETAG = List.of("ETag");

    List<Path> all() {
      List<Path> paths = new ArrayList<>();
      List<Operation> whole = new ArrayList<>();
      List<Operation> one = new ArrayList<>();
      if (aggregate.can(StandardOperation.LIST)) {
        whole.add(list());
      }
      if (aggregate.can(StandardOperation.CREATE)) {
        whole.add(create());
      }
      if (aggregate.can(StandardOperation.GET)) {
        one.add(get());
      }
      if (aggregate.can(StandardOperation.UPDATE)) {
        one.add(update());
      }
      if (aggregate.can(StandardOperation.DELETE)) {
        one.add(delete());
      }
      add(paths, aggregate.path(), List.of(), whole);
      List<YamlLine> id = Node.lines(Schemas.id(aggregate.id()));
      add(paths, aggregate.path() + "/{id}", id, one);
      for (CommandSpec each : aggregate.commands()) {
        String word = each.name().snake().replace('_', '-');
        add(paths, aggregate.path() + "/{id}/" + word, id, List.of(command(each)));
      }
      return paths;
    }

    private static void add(
        List<Path> paths, String path, List<YamlLine> id, List<Operation> operations) {
      if (!operations.isEmpty()) {
        paths.add(new Path(path, id, operations));
      }
    }

    private String name() {
      return aggregate.name().value();
    }

    private Operation list() {
      return operation(
          "get",
          "list" + aggregate.name().plural(),
          "One page of them",
          "read",
          List.of("PageSize", "PageToken"),
          "",
          200,
          Schemas.page(aggregate),
          NONE,
          List.of(400));
    }

    private Operation create() {
      return operation(
          "post",
          "create" + name(),
          "Creates one",
          "write",
          aggregate.id() == IdKind.STRING ? List.of("ChosenId") : NONE,
          name() + "Details",
          201,
          name(),
          List.of("ETag", "Location"),
          List.of(400, 409));
    }

    private Operation get() {
      return operation(
          "get", "get" + name(), "One of them", "read", NONE, "", 200, name(), ETAG, List.of(404));
    }

    private Operation update() {
      return operation(
          "put",
          "update" + name(),
          "Replaces the whole",
          "write",
          List.of("IfMatchRequired"),
          name() + "Details",
          200,
          name(),
          ETAG,
          List.of(400, 404, 409, 412, 428));
    }

    private Operation delete() {
      return operation(
          "delete",
          "delete" + name(),
          "Deletes it",
          "write",
          List.of("IfMatch"),
          "",
          204,
          "",
          NONE,
          List.of(404, 409, 412));
    }

    private Operation command(CommandSpec command) {
      return operation(
          "post",
          command.name().value() + name(),
          "Tells it to " + command.name().snake().replace('_', ' '),
          "write",
          List.of("IfMatch"),
          command.fields().isEmpty() ? "" : Schemas.command(aggregate, command),
          200,
          name(),
          ETAG,
          List.of(400, 404, 409, 412));
    }

    private Operation operation(
        String verb,
        String id,
        String summary,
        String role,
        List<String> parameters,
        String body,
        int status,
        String answer,
        List<String> headers,
        List<Integer> problems) {
      return new Operation(
          verb,
          id,
          summary,
          name(),
          service.name() + "-" + role,
          parameters,
          body,
          status,
          answer,
          headers,
          problems);
    }
  }
}
