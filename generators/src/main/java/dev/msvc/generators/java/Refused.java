package dev.msvc.generators.java;

import dev.msvc.model.UserError;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a specification may say, and Java code of ours cannot be made of. */
final class Refused {
  // every object has these methods, and every record would have them twice
  private static final Set<String> OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
  private static final Set<String> OURS =
      Set.of(
          "domainEvents",
          "forgetEvents",
          "happened",
          "version",
          "id",
          "expectVersion",
          "aggregateId");

  private Refused() {}

  static void check(ServiceSpec service) {
    if (service.options().database() == ServiceOptions.Database.NONE) {
      throw new UserError(
          "there is no java-spring service without a database yet",
          "write 'database: postgresql' in " + ServiceSpec.FILE);
    }
    all(service).forEach(Refused::accessor);
    all(service).forEach(each -> name(each.name(), each, OBJECT));
    for (ValueSpec each : service.values()) {
      plain(each.fields(), each.name().value());
    }
    for (AggregateSpec aggregate : service.aggregates()) {
      for (EntitySpec each : aggregate.entities()) {
        amounts(each);
      }
      aggregate.fields().forEach(each -> name(each.name(), each, OURS));
      for (EventSpec each : aggregate.events()) {
        plain(each.fields(), each.name().value());
        each.fields().forEach(of -> name(of.name(), of, OURS));
      }
      for (CommandSpec each : aggregate.commands()) {
        name(each.name(), each, OBJECT);
        name(each.name(), each, OURS);
        plain(each.fields(), each.name().value());
        boolean asField =
            each.fields().isEmpty()
                && aggregate.fields().stream().anyMatch(of -> of.name().equals(each.name()));
        if (asField) {
          throw new Unmade(
              each,
              "'%s' is a field and a command of %s".formatted(each.name(), aggregate.name()),
              "call the command by a verb");
        }
      }
    }
  }

  /** JPA takes money for columns, and a list in a list has none. */
  private static void amounts(EntitySpec entity) {
    for (FieldSpec each : entity.fields()) {
      if (each.unique() && each.type() == FieldType.Scalar.MONEY) {
        plain(List.of(each), entity.name().value());
      }
      FieldType element = Scope.element(each.type());
      if (element != each.type() && element == FieldType.Scalar.MONEY) {
        throw new Unmade(
            each,
            "'%s' of %s cannot hold several amounts".formatted(each.name(), entity.name()),
            "give them a name: a value with money in it");
      }
    }
  }

  /** Only aggregates and entities have fields of which no two are the same. */
  private static void plain(List<FieldSpec> fields, String owner) {
    for (FieldSpec each : fields) {
      if (each.unique()) {
        throw new Unmade(
            each,
            "'%s' of %s cannot be unique".formatted(each.name(), owner),
            "leave out 'unique'");
      }
    }
  }

  /** Validation takes such a method for the getter of a property without a name. */
  private static void accessor(FieldSpec field) {
    if (Set.of("get", "is", "has").contains(field.name().value())) {
      throw new Unmade(
          field,
          "no field can be called '%s': Java takes it for the beginning of a getter"
              .formatted(field.name()),
          "choose another word");
    }
  }

  private static void name(FieldName name, Object part, Set<String> taken) {
    if (taken.contains(name.value()) || name.value().equals("each")) {
      throw new Unmade(
          part,
          "no field or command can be called '%s': the code has a method of that name"
              .formatted(name),
          "choose another word");
    }
  }

  private static List<FieldSpec> all(ServiceSpec service) {
    List<FieldSpec> all = new ArrayList<>();
    service.values().forEach(each -> all.addAll(each.fields()));
    for (AggregateSpec each : service.aggregates()) {
      all.addAll(each.fields());
      each.entities().forEach(of -> all.addAll(of.fields()));
      each.commands().forEach(of -> all.addAll(of.fields()));
      each.events().forEach(of -> all.addAll(of.fields()));
    }
    return all;
  }

  static boolean usesMoney(ServiceSpec service) {
    return all(service).stream()
        .anyMatch(each -> Scope.element(each.type()) == FieldType.Scalar.MONEY);
  }

  /** Two classes whose names differ in capitals only are one file on many machines. */
  static void twice(ServiceSpec service, List<String> paths) {
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      // nothing imports a test, and all others by their names alone
      boolean alone = file.endsWith(".java") && !file.endsWith("Test.java");
      if (!seen.add((alone ? file : path).toLowerCase(Locale.ROOT))) {
        throw new Unmade(
            madeInto(service, file),
            "the service would have a class %s twice".formatted(file.replace(".java", "")),
            "call a type or a command otherwise");
      }
    }
  }

  /** The last of the types that a class is called after. */
  private static Object madeInto(ServiceSpec service, String file) {
    Object part = service;
    for (ValueSpec each : service.values()) {
      part = file.startsWith(each.name().value()) ? each : part;
    }
    for (AggregateSpec each : service.aggregates()) {
      for (EntitySpec of : each.entities()) {
        part = file.startsWith(of.name().value()) ? of : part;
      }
      part = file.contains(each.name().value()) ? each : part;
    }
    return part;
  }
}
