package dev.msvc.generators.java;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the commands of an aggregate. */
final class Commands {
  private final Scope scope;
  private final Fields fields;
  private final Storage storage;
  private final AggregateSpec aggregate;
  private final List<FieldSpec> said;
  private final Map<String, String> patterns = new LinkedHashMap<>();

  /**
   * @param said fields that callers set
   */
  Commands(
      Scope scope, Fields fields, Storage storage, AggregateSpec aggregate, List<FieldSpec> said) {
    this.scope = scope;
    this.fields = fields;
    this.storage = storage;
    this.aggregate = aggregate;
    this.said = said;
  }

  JavaCommand of(CommandSpec command, JavaName name, Events events) {
    String call = command.name().capitalized() + name.label();
    List<String> body = new ArrayList<>();
    command.fields().forEach(each -> body.addAll(Checks.of(each, constant(command, each))));
    List<Reached> all = reached(command);
    body.addAll(moves(command, name, all));
    for (FieldSpec each : command.fields()) {
      said.stream()
          .filter(own -> own.name().equals(each.name()) && own.type().equals(each.type()))
          .filter(own -> own.optional() || !each.optional())
          .findFirst()
          .ifPresent(own -> body.addAll(set(own)));
    }
    String event =
        command
            .emits()
            .map(
                each ->
                    events.code(each, "command '%s'".formatted(command.name()), command.fields()))
            .orElse("");
    if (!event.isEmpty()) {
      body.add("happened(" + event + ");");
    }
    if (body.isEmpty()) {
      body.add("// what it changes is yours to write");
    }
    return new JavaCommand(
        command.name().value(),
        command.name().capitalized(),
        command.name().kebab(),
        call,
        name,
        body,
        all.isEmpty() ? "" : all.get(0).field(),
        all.isEmpty() ? "" : all.get(0).code(),
        all.isEmpty() ? "" : all.get(0).accessor(),
        all.isEmpty() ? "" : all.get(0).proto(),
        all.stream().allMatch(Reached::isFirst),
        event,
        fields.of(command.fields(), "request", call + "Request"));
  }

  /** Constants of the patterns of all commands that were made. */
  List<String> constants() {
    return patterns.entrySet().stream()
        .map(each -> Checks.constant(each.getKey(), each.getValue()))
        .toList();
  }

  /** What a field's pattern is kept in: one for all fields of that name that have the same. */
  private String constant(CommandSpec command, FieldSpec field) {
    String pattern = field.rules().pattern().orElse("");
    String name = JavaText.constant(field.name());
    while (!pattern.isEmpty() && !patterns.getOrDefault(name, pattern).equals(pattern)) {
      name = JavaText.constant(command.name()) + "_" + name;
    }
    if (!pattern.isEmpty()) {
      patterns.put(name, pattern);
    }
    return name;
  }

  /**
   * What a command sets a state to.
   *
   * @param isFirst whether that is how it begins
   */
  private record Reached(
      String field, String label, String code, String accessor, String proto, boolean isFirst) {}

  private List<Reached> reached(CommandSpec command) {
    List<Reached> all = new ArrayList<>();
    for (FieldSpec field : aggregate.fields()) {
      EnumLabel label = command.sets().get(field.name());
      if (label != null) {
        FieldType.EnumOf choice = (FieldType.EnumOf) field.type();
        Home home = scope.home(choice.name());
        all.add(
            new Reached(
                field.name().value(),
                label.value(),
                home.name() + "." + label,
                fields.accessor(aggregate.name().value(), field.name().value()),
                home.proto()
                    + "."
                    + scope.contract().enumeration(choice.name().value()).value(label.value()),
                choice.labels().get(0).equals(label)));
      }
    }
    return all;
  }

  /** Statements that set states, and refuse where all of them are so already. */
  private static List<String> moves(CommandSpec command, JavaName name, List<Reached> all) {
    List<String> lines = new ArrayList<>();
    if (all.isEmpty()) {
      return lines;
    }
    List<String> conditions = new ArrayList<>();
    List<String> sets = new ArrayList<>();
    for (Reached each : all) {
      String field = isSaid(command, each.field()) ? "this." + each.field() : each.field();
      conditions.add(field + " == " + each.code());
      sets.add(field + " = " + each.code() + ";");
    }
    lines.add("if (" + String.join(" && ", conditions) + ") {");
    lines.add(
        "  throw new RuleViolationException(\"%s %%s is already %s\".formatted(id));"
            .formatted(name.words(), all.get(0).label()));
    lines.add("}");
    lines.addAll(sets);
    return lines;
  }

  private static boolean isSaid(CommandSpec command, String field) {
    return command.fields().stream().anyMatch(each -> each.name().value().equals(field));
  }

  private List<String> set(FieldSpec field) {
    String name = field.name().value();
    if (!storage.isFilled(field)) {
      return List.of("this.%s = %s;".formatted(name, name));
    }
    boolean map = field.type() instanceof FieldType.MapOf;
    return List.of(
        "this.%s.clear();".formatted(name),
        "this.%s.%s(%s);".formatted(name, map ? "putAll" : "addAll", name));
  }
}
