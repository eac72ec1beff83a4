package dev.msvc.analyzers.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field as its source declares it.
 *
 * @param type fully qualified where known, without generics; of an array the element's
 * @param arguments of its generic type, fully qualified where known
 * @param annotations members with literal values, by the annotation's simple name
 */
record Declared(
    String name,
    String type,
    boolean isArray,
    List<String> arguments,
    Map<String, Map<String, String>> annotations) {
  private static final List<String> DEMANDED =
      List.of("NotNull", "NotBlank", "NotEmpty", "NonNull", "Id", "EmbeddedId");

  Declared {
    arguments = List.copyOf(arguments);
    annotations = Map.copyOf(annotations);
  }

  boolean has(String annotation) {
    return annotations.containsKey(annotation);
  }

  /** A literal that an annotation holds. */
  Optional<String> says(String annotation, String member) {
    return Optional.ofNullable(annotations.getOrDefault(annotation, Map.of()).get(member));
  }

  /** Whether nothing demands a value. */
  boolean isOptional() {
    if (!type.contains(".") && Character.isLowerCase(type.charAt(0)) && !isArray) {
      return false;
    }
    return DEMANDED.stream().noneMatch(this::has)
        && isNot("Column", "nullable")
        && isNot("JoinColumn", "nullable")
        && isNot("Basic", "optional")
        && isNot("ManyToOne", "optional")
        && isNot("OneToOne", "optional");
  }

  private boolean isNot(String annotation, String member) {
    return !says(annotation, member).filter("false"::equals).isPresent();
  }
}
