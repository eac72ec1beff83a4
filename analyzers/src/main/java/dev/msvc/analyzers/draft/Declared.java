package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field or a parameter as its source declares it.
 *
 * @param type with its generics; names are fully qualified where they are known
 * @param annotations members whose values are known, by the annotation's simple name
 * @param demanded whether its language demands a value
 */
record Declared(
    String name,
    TypeRef type,
    Map<String, Map<String, String>> annotations,
    boolean demanded,
    Place place) {
  private static final List<String> DEMANDED =
      List.of(
          "NotNull", "NotBlank", "NotEmpty", "NonNull", "Nonnull", "Id", "EmbeddedId", "PathParam");

  Declared {
    annotations = Map.copyOf(annotations);
  }

  /** The name of its type; of an array the element's. */
  String typeName() {
    return type.name();
  }

  boolean isArray() {
    return type.isArray();
  }

  boolean has(String annotation) {
    return annotations.containsKey(annotation);
  }

  /** What an annotation says. */
  Optional<String> says(String annotation, String member) {
    return Optional.ofNullable(annotations.getOrDefault(annotation, Map.of()).get(member));
  }

  /** The same, of which more is said elsewhere. */
  Declared with(Map<String, Map<String, String>> more) {
    Map<String, Map<String, String>> all = new HashMap<>(annotations);
    more.forEach(
        (name, members) -> {
          Map<String, String> both = new HashMap<>(all.getOrDefault(name, Map.of()));
          both.putAll(members);
          all.put(name, both);
        });
    return new Declared(name, type, all, demanded, place);
  }

  /** Whether nothing demands a value. */
  boolean isOptional() {
    return !demanded
        && DEMANDED.stream().noneMatch(this::has)
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
