package dev.msvc.generators.proto;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of a service: its files, and the numbers that the next one starts from.
 *
 * @param packageName as protos name it: {@code acme.orders.v1}
 * @param javaPackage of the classes made from it
 * @param root what stands before names that are not ours
 */
public record ProtoContract(
    String packageName, String javaPackage, String root, List<ProtoFile> files, NumberLock lock) {
  private static final String VERSION = "v1";

  public ProtoContract {
    files = List.copyOf(files);
  }

  /**
   * The contract of a service.
   *
   * @param before the numbers that were given so far
   */
  public static ProtoContract of(ServiceSpec service, NumberLock before) {
    return new Drafting(service, before).contract();
  }

  /** The folder of all its files, below that of protos. */
  public String folder() {
    return packageName.replace('.', '/');
  }

  /** A message by its name. */
  public ProtoMessage message(String name) {
    return files.stream()
        .flatMap(each -> each.messages().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An enum by its name. */
  public ProtoEnum enumeration(String name) {
    return files.stream()
        .flatMap(each -> each.enums().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The Java class that a message or an enum is in. */
  public String outerClass(String name) {
    return files.stream()
        .filter(
            file ->
                file.messages().stream().anyMatch(each -> each.name().equals(name))
                    || file.enums().stream().anyMatch(each -> each.name().equals(name)))
        .findFirst()
        .orElseThrow()
        .outerClass();
  }

  /**
   * What a contract's own package is called: {@code com.acme.orders} is {@code acme.orders.v1}, as
   * its first word says nothing.
   */
  public static String packageOf(PackageName name) {
    List<String> words = new ArrayList<>(Arrays.asList(name.value().split("\\.", -1)));
    if (words.size() > 1) {
      words.remove(0);
    }
    words.replaceAll(each -> each.replaceAll("_+", "_").replaceAll("_$", ""));
    words.add(VERSION);
    return String.join(".", words);
  }

  /** The contract while it is made. */
  private static final class Drafting {
    private final ServiceSpec service;
    private final String packageName;
    private final Numbering numbering;
    private final Taken taken = new Taken();
    private final Taken fileNames = new Taken();
    private final Map<TypeName, String> homes = new HashMap<>();
    private final List<FileDraft> drafts = new ArrayList<>();
    private final List<String> outers = new ArrayList<>();
    private final FileDraft.Scope scope;

    Drafting(ServiceSpec service, NumberLock before) {
      this.service = service;
      this.packageName = packageOf(service.packageName());
      this.numbering = new Numbering(before);
      this.scope =
          new FileDraft.Scope(
              root(packageName),
              packageName.replace('.', '/'),
              named -> java.util.Objects.requireNonNull(homes.get(named.name())),
              numbering,
              taken);
    }

    /** A package with a word of others in it would hide theirs. */
    private static String root(String packageName) {
      List<String> words = Arrays.asList(packageName.split("\\.", -1));
      List<String> below = words.subList(1, words.size());
      return below.contains("google") || below.contains("buf") ? "." : "";
    }

    ProtoContract contract() {
      taken.take("StatusProto", "a class of gRPC", service);
      for (AggregateSpec each : service.aggregates()) {
        String file = each.name().snake();
        fileNames.take(file, "the file of " + each.name(), each);
        fileNames.take(file + "_service", "the file of the calls of " + each.name(), each);
        fileNames.take(each.path(), "the path of " + each.name(), each);
        each.entities().forEach(entity -> homes.put(entity.name(), file));
      }
      String values = fileNames.free("values", "_shared");
      service.values().forEach(each -> homes.put(each.name(), values));
      String events = fileNames.free("events", "_shared");
      for (AggregateSpec each : service.aggregates()) {
        FileDraft file = draft(each.name().snake(), each.name().value());
        aggregate(each, file);
        FileDraft calls = draft(each.name().snake() + "_service", each.name() + "Service");
        calls(each, calls);
      }
      values(draft(values, "Values"));
      FileDraft happened = draft(events, "Events");
      service.aggregates().forEach(each -> events(each, happened));
      List<ProtoFile> files = new ArrayList<>();
      for (int i = 0; i < drafts.size(); i++) {
        if (!drafts.get(i).isEmpty()) {
          String outer = taken.free(outers.get(i) + "Proto", "File");
          taken.take(outer, "the class of a file", service);
          files.add(drafts.get(i).file(outer));
        }
      }
      return new ProtoContract(
          packageName,
          service.packageName() + "." + VERSION,
          scope.root(),
          files,
          numbering.lock());
    }

    private FileDraft draft(String name, String outer) {
      FileDraft draft = new FileDraft(name, scope);
      drafts.add(draft);
      outers.add(outer);
      return draft;
    }

    private void aggregate(AggregateSpec aggregate, FileDraft file) {
      String name = aggregate.name().value();
      file.enums(aggregate.fields());
      file.message(name, "an aggregate", aggregate, Comment.of(aggregate.description()))
          .with("", ProtoType.of(aggregate.id()), "id", List.of())
          .with(
              "",
              ProtoType.plain("int64"),
              "version",
              List.of(),
              "Grows with every change; sent back, it refuses a change of what somebody else has"
                  + " changed.")
          .with(aggregate.fields(), false)
          .done();
      if (Calls.takeDetails(aggregate)) {
        file.message(
                name + "Details",
                "what callers say of " + name,
                aggregate,
                List.of("What a caller says of it, when it is created or updated."))
            .with(aggregate.details(), true)
            .done();
      }
      for (EntitySpec each : aggregate.entities()) {
        file.enums(each.fields());
        file.message(each.name().value(), "an entity", each, List.of())
            .with(
                "optional ",
                ProtoType.plain("string"),
                "id",
                Constraints.of(dev.msvc.model.service.IdKind.UUID),
                "Left out for a new one.")
            .with(each.fields(), true)
            .done();
      }
    }

    private void calls(AggregateSpec aggregate, FileDraft file) {
      if (!aggregate.operations().isEmpty() || !aggregate.commands().isEmpty()) {
        new Calls(aggregate, file, scope).add();
      }
    }

    private void values(FileDraft file) {
      for (ValueSpec each : service.values()) {
        file.enums(each.fields());
        String name = each.name().value();
        if (each.isAbstract()) {
          Map<String, ProtoType> kinds = new LinkedHashMap<>();
          service.values().stream()
              .filter(kind -> kind.parent().filter(each.name()::equals).isPresent())
              .map(ValueSpec::name)
              .forEach(kind -> kinds.put(kind.snake(), ProtoType.message(kind.value(), "")));
          file.choice(each, List.of("One of its kinds."), kinds);
        } else {
          List<FieldSpec> fields = new ArrayList<>();
          each.parent().flatMap(this::value).ifPresent(parent -> fields.addAll(parent.fields()));
          fields.addAll(each.fields());
          distinct(each, fields);
          file.message(name, "a value", each, List.of()).with(fields, true).done();
        }
      }
    }

    private static void distinct(ValueSpec value, List<FieldSpec> fields) {
      Taken names = new Taken();
      fields.forEach(
          each ->
              names.take(
                  each.name().snake(), "a field of " + value.name() + " or its parent", each));
    }

    private Optional<ValueSpec> value(TypeName name) {
      return service.values().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private void events(AggregateSpec aggregate, FileDraft file) {
      FieldName id = new FieldName(aggregate.name().uncapitalized() + "Id");
      for (EventSpec each : aggregate.events()) {
        FileDraft.MessageDraft event =
            file.message(
                each.name().value(),
                "an event",
                each,
                List.of("Happened to the %s of the id.".formatted(aggregate.name())));
        if (each.fields().stream().noneMatch(field -> field.name().equals(id))) {
          event.with("", ProtoType.of(aggregate.id()), id.snake(), List.of());
        }
        file.enums(each.fields());
        event.with(each.fields(), false).done();
      }
    }
  }
}
