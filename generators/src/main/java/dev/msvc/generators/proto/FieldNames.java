package dev.msvc.generators.proto;

import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What fields are called in a message, so that Java's class of it compiles. */
final class FieldNames {
  // what each message has by itself
  private static final Set<String> JAVA =
      Set.of(
          "all_fields",
          "cached_size",
          "default_instance",
          "default_instance_for_type",
          "descriptor",
          "descriptor_for_type",
          "initialization_error_string",
          "parser_for_type",
          "serialized_size",
          "unknown_fields");

  private static final List<String> OF_LISTS =
      List.of("_count", "_list", "_builder_list", "_or_builder_list");
  private static final List<String> OF_MAPS = List.of("_count", "_map", "_or_default", "_or_throw");
  private static final List<String> OF_MESSAGES = List.of("_builder", "_or_builder");

  private final Set<String> taken = new HashSet<>(JAVA);

  FieldNames(List<FieldSpec> fields) {
    for (FieldSpec each : fields) {
      for (String more : accessors(each.type())) {
        taken.add(each.name().snake() + more);
      }
    }
  }

  private FieldNames(Set<String> messages) {
    for (String each : messages) {
      OF_MESSAGES.forEach(more -> taken.add(each + more));
    }
  }

  /** Of fields that are messages, by their names. */
  static FieldNames ofMessages(Set<String> names) {
    return new FieldNames(names);
  }

  private static List<String> accessors(FieldType type) {
    if (type instanceof FieldType.ListOf) {
      return OF_LISTS;
    }
    if (type instanceof FieldType.MapOf) {
      return OF_MAPS;
    }
    if (type instanceof FieldType.EnumOf) {
      return List.of("_value");
    }
    if (type == FieldType.Scalar.STRING
        || type == FieldType.Scalar.TEXT
        || type == FieldType.Scalar.UUID) {
      return List.of("_bytes");
    }
    return ProtoType.of(type, named -> "").isMessage() ? OF_MESSAGES : List.of();
  }

  /** The name of a field of the message. */
  String of(FieldName field) {
    return of(field.snake());
  }

  String of(String name) {
    return taken.contains(name) ? name + "_field" : name;
  }

  /** Of a name in a message, what JSON calls it where nothing is said. */
  static String json(String name) {
    StringBuilder json = new StringBuilder();
    boolean next = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        json.append(next ? Character.toUpperCase(c) : c);
      }
      next = c == '_';
    }
    return json.toString();
  }
}
