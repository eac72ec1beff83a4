package dev.msvc.generators.java;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.generators.schema.Table;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service as Java.
 *
 * @param classes full names of the classes that specifications name, and of those made of them
 */
public record JavaService(
    String packageName,
    String packagePath,
    String reader,
    String writer,
    List<JavaAggregate> aggregates,
    List<JavaValue> values,
    List<JavaKinds> kinds,
    List<JavaEnum> valueEnums,
    List<Table> tables,
    List<String> classes,
    boolean usesMoney) {
  public JavaService {
    aggregates = List.copyOf(aggregates);
    values = List.copyOf(values);
    kinds = List.copyOf(kinds);
    valueEnums = List.copyOf(valueEnums);
    tables = List.copyOf(tables);
    classes = List.copyOf(classes);
  }

  /** The Java of a service whose contract has the names that {@link ProtoContract} gives. */
  public static JavaService of(ServiceSpec service) {
    ProtoContract contract = ProtoContract.of(service, NumberLock.read(""));
    Refused.check(service);
    Scope scope = new Scope(service, contract);
    Fields fields = new Fields(scope);
    Storage storage = new Storage(scope);
    Values values = new Values(scope, fields, storage);
    List<JavaAggregate> aggregates = new ArrayList<>();
    for (AggregateSpec each : service.aggregates()) {
      aggregates.add(new Aggregates(scope, fields, storage, values).of(each));
    }
    List<JavaValue> plain = new ArrayList<>();
    List<JavaKinds> kinds = new ArrayList<>();
    List<JavaEnum> enums = new ArrayList<>();
    for (ValueSpec each : service.values()) {
      if (each.isAbstract()) {
        kinds.add(values.kinds(each));
      } else {
        plain.add(values.value(each));
      }
      enums.addAll(values.enums(each.fields()));
    }
    String name = service.name().value();
    return new JavaService(
        service.packageName().value(),
        service.packageName().path(),
        name + "-read",
        name + "-write",
        aggregates,
        plain,
        kinds,
        enums,
        storage.tables(),
        classes(scope, contract, aggregates),
        Refused.usesMoney(service));
  }

  private static List<String> classes(
      Scope scope, ProtoContract contract, List<JavaAggregate> aggregates) {
    List<String> all = new ArrayList<>(scope.qualifiedNames());
    String root = scope.service().packageName().value();
    contract.files().forEach(each -> all.add(contract.javaPackage() + "." + each.outerClass()));
    for (JavaAggregate each : aggregates) {
      String domain = root + ".domain." + each.name().word() + ".";
      String type = each.name().type();
      all.add(contract.javaPackage() + "." + each.name().label() + "ServiceGrpc");
      List.of("Details", "Event", "Repository", "Samples")
          .forEach(of -> all.add(domain + type + of));
      all.add(root + ".application." + type + "Service");
    }
    return all;
  }

  /** Whether some column holds JSON. */
  public boolean storesJson() {
    return tables.stream().anyMatch(Table::hasJson);
  }

  /** Aggregates that callers can ask anything of. */
  public List<JavaAggregate> served() {
    return aggregates.stream().filter(JavaAggregate::isServed).toList();
  }

  /** What stands for several in paths of templates. */
  public Map<String, List<?>> each() {
    List<JavaValue> entities = new ArrayList<>();
    List<JavaEnum> enums = new ArrayList<>(valueEnums);
    List<JavaCommand> commands = new ArrayList<>();
    for (JavaAggregate each : aggregates) {
      entities.addAll(each.entities());
      enums.addAll(each.enums());
      each.commands().stream().filter(of -> !of.fields().isEmpty()).forEach(commands::add);
    }
    List<JavaValue> records = new ArrayList<>(values);
    records.addAll(entities);
    return Map.of(
        "aggregate",
        aggregates,
        "served",
        served(),
        "described",
        aggregates.stream().filter(JavaAggregate::isDescribed).toList(),
        "answered",
        aggregates.stream().filter(JavaAggregate::isAnswered).toList(),
        "listed",
        aggregates.stream().filter(JavaAggregate::lists).toList(),
        "told",
        aggregates.stream().filter(JavaAggregate::isTold).toList(),
        "record",
        records,
        "kinds",
        kinds,
        "enum",
        enums,
        "command",
        commands);
  }
}
