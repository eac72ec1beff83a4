package dev.msvc.model.yaml;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.ValueSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code service.yaml}: what {@link ServiceDocument} reads as the same service. */
public final class ServiceText {
  private ServiceText() {}

  /**
   * The text of a service.
   *
   * @param organisation that says what the text does not
   * @param notes that stand above it as comments
   */
  public static String write(ServiceSpec service, Organisation organisation, List<String> notes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", "msvc/service/v1");
    tree.put("name", service.name().value());
    tree.put("package", service.packageName().value());
    putText(tree, "description", service.description());
    Map<String, Object> aggregates = new LinkedHashMap<>();
    service.aggregates().forEach(each -> aggregates.put(each.name().value(), aggregate(each)));
    tree.put("aggregates", aggregates);
    if (!service.values().isEmpty()) {
      Map<String, Object> values = new LinkedHashMap<>();
      service.values().forEach(each -> values.put(each.name().value(), value(each)));
      tree.put("values", values);
    }
    if (!service.options().equals(ServiceOptions.of(organisation))) {
      Map<String, Object> options = new LinkedHashMap<>();
      options.put("template", service.options().template());
      options.put("database", word(service.options().database()));
      options.put("boot", service.options().boot().line());
      if (service.options().java() != organisation.java()) {
        options.put(
            "java", new BlockYaml.Plain(String.valueOf(service.options().java().release())));
      }
      if (service.options().apiKeys()) {
        options.put("apiKeys", new BlockYaml.Plain("true"));
      }
      tree.put("options", options);
    }
    StringBuilder head = new StringBuilder();
    for (String note : notes) {
      note.lines().forEach(line -> head.append("# ").append(line).append('\n'));
    }
    return head + BlockYaml.write(tree, KeptComments.of("", List.of(), Map.of()));
  }

  private static Map<String, Object> aggregate(AggregateSpec aggregate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    putText(tree, "description", aggregate.description());
    if (!aggregate.path().equals("/" + aggregate.name().kebabPlural())) {
      tree.put("path", aggregate.path());
    }
    if (aggregate.id() != IdKind.UUID) {
      tree.put("id", aggregate.id().notation());
    }
    tree.put("fields", fields(aggregate.fields()));
    if (!aggregate.entities().isEmpty()) {
      Map<String, Object> entities = new LinkedHashMap<>();
      aggregate
          .entities()
          .forEach(each -> entities.put(each.name().value(), holding(each.fields())));
      tree.put("entities", entities);
    }
    if (aggregate.operations().size() < StandardOperation.values().length) {
      tree.put(
          "operations",
          new BlockYaml.Flow(
              aggregate.operations().stream().map(StandardOperation::notation).toList()));
    }
    if (!aggregate.emits().isEmpty()) {
      Map<String, Object> emits = new LinkedHashMap<>();
      aggregate.emits().forEach((each, event) -> emits.put(each.notation(), event.value()));
      tree.put("emits", new BlockYaml.Flow(emits));
    }
    if (!aggregate.commands().isEmpty()) {
      Map<String, Object> commands = new LinkedHashMap<>();
      aggregate.commands().forEach(each -> commands.put(each.name().value(), command(each)));
      tree.put("commands", commands);
    }
    if (!aggregate.events().isEmpty()) {
      Map<String, Object> events = new LinkedHashMap<>();
      aggregate.events().forEach(each -> events.put(each.name().value(), holding(each.fields())));
      tree.put("events", events);
    }
    return tree;
  }

  private static Object command(CommandSpec command) {
    Map<String, Object> tree = holding(command.fields());
    if (!command.sets().isEmpty()) {
      Map<String, Object> sets = new LinkedHashMap<>();
      command.sets().forEach((each, label) -> sets.put(each.value(), label.value()));
      tree.put("sets", new BlockYaml.Flow(sets));
    }
    command.emits().ifPresent(each -> tree.put("emits", each.value()));
    return tree.isEmpty() ? new BlockYaml.Plain("{}") : tree;
  }

  private static Map<String, Object> value(ValueSpec value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    value.parent().ifPresent(each -> tree.put("extends", each.value()));
    if (value.isAbstract()) {
      tree.put("abstract", new BlockYaml.Plain("true"));
    }
    tree.putAll(holding(value.fields()));
    return tree;
  }

  private static Map<String, Object> holding(List<FieldSpec> fields) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!fields.isEmpty()) {
      tree.put("fields", fields(fields));
    }
    return tree;
  }

  private static Map<String, Object> fields(List<FieldSpec> fields) {
    Map<String, Object> tree = new LinkedHashMap<>();
    fields.forEach(each -> tree.put(each.name().value(), field(each)));
    return tree;
  }

  private static Object field(FieldSpec field) {
    boolean plain = !field.unique() && field.rules().isEmpty() && field.description().isEmpty();
    if (plain && field.type() instanceof FieldType.EnumOf choice && !field.optional()) {
      return new BlockYaml.Flow(choice.labels().stream().map(Object::toString).toList());
    }
    String type = (field.optional() ? "optional " : "") + field.type().notation();
    if (plain) {
      return new BlockYaml.Plain(type);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    // a comma ends a part between braces
    tree.put("type", type.contains(",") ? type : new BlockYaml.Plain(type));
    if (field.unique()) {
      tree.put("unique", new BlockYaml.Plain("true"));
    }
    rules(field.rules(), tree);
    putText(tree, "description", field.description());
    return new BlockYaml.Flow(tree);
  }

  private static void rules(Rules rules, Map<String, Object> tree) {
    rules.min().ifPresent(each -> tree.put("min", new BlockYaml.Plain(each.toPlainString())));
    rules.max().ifPresent(each -> tree.put("max", new BlockYaml.Plain(each.toPlainString())));
    rules.pattern().ifPresent(each -> tree.put("pattern", each));
    rules.format().ifPresent(each -> tree.put("format", word(each)));
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void putText(Map<String, Object> tree, String key, String text) {
    if (!text.isEmpty()) {
      tree.put(key, text);
    }
  }
}
