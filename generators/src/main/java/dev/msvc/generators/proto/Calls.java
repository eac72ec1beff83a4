package dev.msvc.generators.proto;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.StandardOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls of an aggregate, after Google's AIP-130 to 136, and what REST has of them. */
final class Calls {
  private static final ProtoType TEXT = ProtoType.plain("string");
  private static final ProtoType VERSION = ProtoType.plain("int64");
  private static final int LARGEST_PAGE = 200;
  // fields that requests have beside the aggregate
  private static final Set<String> OURS = Set.of("id", "version");

  private final AggregateSpec aggregate;
  private final FileDraft file;
  private final String root;
  private final String name;
  private final String names;
  private final String home;
  private final String one;
  private final String many;
  private final String path;
  private final ProtoType type;
  private final ProtoType id;
  private final List<ProtoService.Method> methods = new ArrayList<>();

  Calls(AggregateSpec aggregate, FileDraft file, FileDraft.Scope scope) {
    this.aggregate = aggregate;
    this.file = file;
    this.root = scope.root();
    this.name = aggregate.name().value();
    this.names = aggregate.name().plural();
    this.home = aggregate.name().snake();
    this.one = OURS.contains(home) ? home + "_value" : home;
    this.many = aggregate.name().snakePlural();
    this.path = aggregate.path();
    this.type = ProtoType.message(name, "");
    this.id = ProtoType.of(aggregate.id());
  }

  /** Whether a call takes all that callers say of an aggregate. */
  static boolean takeDetails(AggregateSpec aggregate) {
    return aggregate.can(StandardOperation.CREATE) || aggregate.can(StandardOperation.UPDATE);
  }

  /** Adds all to the file. */
  void add() {
    if (aggregate.can(StandardOperation.CREATE)) {
      create();
    }
    if (aggregate.can(StandardOperation.GET)) {
      get();
    }
    if (aggregate.can(StandardOperation.LIST)) {
      list();
      stream();
    }
    if (aggregate.can(StandardOperation.UPDATE)) {
      update();
    }
    if (aggregate.can(StandardOperation.DELETE)) {
      delete();
    }
    aggregate.commands().forEach(this::command);
    file.add(new ProtoService(name + "Service", List.of(), methods), aggregate);
  }

  private void create() {
    FileDraft.MessageDraft request = request("Create" + name).with("", details(), one, required());
    if (aggregate.id() == IdKind.STRING) {
      request.with("", TEXT, "id", Constraints.of(IdKind.STRING), "Chosen by the caller.");
    }
    request.done();
    answer("Create" + name);
    change("Create" + name, body("post", path, one));
  }

  private void get() {
    byId("Get" + name).done();
    answer("Get" + name);
    read("Get" + name, List.of(verb("get", path + "/{id}"), answerIs()));
  }

  private void list() {
    request("List" + names)
        .with(
            "",
            ProtoType.plain("int32"),
            "page_size",
            List.of(
                Setting.group(
                    "int32", List.of(Setting.of("gte", 0), Setting.of("lte", LARGEST_PAGE)))),
            "50 when it is left out, " + LARGEST_PAGE + " at most.")
        .with("", TEXT, "page_token", List.of(), "The next_page_token of the page before.")
        .done();
    response("List" + names)
        .with("repeated ", type, many, List.of())
        .with("", TEXT, "next_page_token", List.of(), "Empty on the last page.")
        .done();
    file.usesOurs(home);
    read("List" + names, List.of(verb("get", path)));
  }

  private void stream() {
    request("Stream" + names).done();
    answer("Stream" + names);
    methods.add(
        new ProtoService.Method(
            "Stream" + names,
            List.of("All of them, as fast as the caller takes them."),
            true,
            true,
            List.of()));
  }

  private void update() {
    byId("Update" + name)
        .with("optional ", VERSION, "version", required(), "The version that was read.")
        .with("", details(), one, required())
        .done();
    answer("Update" + name);
    change("Update" + name, body("put", path + "/{id}", one));
  }

  private void delete() {
    byId("Delete" + name)
        .with(
            "optional ", VERSION, "version", List.of(), "The version that was read, if it matters.")
        .done();
    response("Delete" + name).done();
    change("Delete" + name, List.of(verb("delete", path + "/{id}")));
  }

  private void command(CommandSpec command) {
    String call = command.name().capitalized() + name;
    file.enums(command.fields());
    byId(call)
        .with(
            "optional ", VERSION, "version", List.of(), "The version that was read, if it matters.")
        .with(command.fields(), true)
        .done();
    answer(call);
    change(call, body("post", path + "/{id}/" + command.name().snake().replace('_', '-'), "*"));
  }

  private FileDraft.MessageDraft byId(String call) {
    return request(call).with("", id, "id", Constraints.of(aggregate.id()));
  }

  private FileDraft.MessageDraft request(String call) {
    return file.message(call + "Request", "the request of " + call, aggregate, List.of());
  }

  private FileDraft.MessageDraft response(String call) {
    return file.message(call + "Response", "the response of " + call, aggregate, List.of());
  }

  /** A response with the aggregate in it. */
  private void answer(String call) {
    file.usesOurs(home);
    response(call).with("", type, one, List.of()).done();
  }

  private ProtoType details() {
    file.usesOurs(home);
    return ProtoType.message(name + "Details", "");
  }

  private static List<Setting> required() {
    return Constraints.required();
  }

  private static Setting verb(String verb, String path) {
    return Setting.text(verb, path);
  }

  private Setting answerIs() {
    return Setting.text("response_body", one);
  }

  private List<Setting> body(String verb, String path, String body) {
    return List.of(verb(verb, path), Setting.text("body", body), answerIs());
  }

  private void read(String method, List<Setting> http) {
    method(method, true, http);
  }

  private void change(String method, List<Setting> http) {
    method(method, false, http);
  }

  private void method(String method, boolean reads, List<Setting> http) {
    file.uses("google/api/annotations.proto");
    methods.add(
        new ProtoService.Method(
            method,
            List.of(),
            reads,
            false,
            Setting.group("(" + root + "google.api.http)", http).declaration()));
  }
}
