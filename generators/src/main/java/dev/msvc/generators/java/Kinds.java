package dev.msvc.generators.java;

import dev.msvc.model.service.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the kinds of an abstract value are told apart in JSON. */
final class Kinds {
  private Kinds() {}

  /** The property that says which kind a value is: one that no kind has as a field. */
  static String property(Scope scope, TypeName parent) {
    Set<String> fields =
        scope.kinds(parent).stream()
            .flatMap(each -> scope.fields(each).stream())
            .map(each -> each.name().value())
            .collect(Collectors.toSet());
    return List.of("type", "kind", "typeOfValue", "kindOfValue", "@type").stream()
        .filter(each -> !fields.contains(each))
        .findFirst()
        .orElseThrow();
  }
}
