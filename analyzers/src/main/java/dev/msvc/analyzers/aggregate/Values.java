package dev.msvc.analyzers.aggregate;

import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types without an identity that entities hold. */
final class Values {
  private static final Set<String> INJECTED =
      Set.of("Autowired", "Inject", "Resource", "EJB", "Value", "PersistenceContext", "Transient");
  private static final Set<String> SERVING =
      Set.of(
          "Component",
          "Service",
          "Repository",
          "Controller",
          "RestController",
          "Configuration",
          "Stateless",
          "Singleton",
          "Named");
  private static final Pattern SETTER = Pattern.compile("set[A-Z].*");

  private final ContextMap map;
  private final Entities entities;
  private final Map<String, List<RelationFact>> relations = new HashMap<>();

  Values(ContextMap map, Entities entities) {
    this.map = map;
    this.entities = entities;
    for (RelationFact each : map.facts().relations()) {
      if (each.kind() != RelationFact.Kind.ENTITY) {
        relations.computeIfAbsent(each.className(), name -> new ArrayList<>()).add(each);
      }
    }
  }

  List<Part> of(String entity) {
    List<Part> values = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (String each : entities.classes(entity)) {
      for (RelationFact relation : relations.getOrDefault(each, List.of())) {
        if (map.type(relation.target()) != null && !entities.isEntity(relation.target())) {
          String why =
              "%s.%s %s it"
                  .formatted(
                      Entities.simple(each),
                      relation.property(),
                      relation.kind() == RelationFact.Kind.EMBEDDED
                          ? "embeds"
                          : "is a collection of");
          values.add(new Part(relation.target(), "", why, relation.place(), Certainty.PARSED));
        }
      }
      TypeFact at = map.type(each);
      while (at != null && met.add(at.name())) {
        fields(at, values);
        String above = at.superclass();
        at = above == null ? null : map.type(above);
      }
    }
    return values;
  }

  private void fields(TypeFact type, List<Part> values) {
    for (FieldFact field : type.fields()) {
      TypeFact held = map.type(field.type());
      if (held == null
          || held.name().equals(type.name())
          || entities.isEntity(held.name())
          || field.annotations().stream().map(Entities::simple).anyMatch(INJECTED::contains)) {
        continue;
      }
      String kind = kind(held);
      if (kind != null) {
        values.add(
            new Part(
                held.name(),
                "",
                "%s.%s holds it: %s".formatted(Entities.simple(type.name()), field.name(), kind),
                new Place(type.place().file(), field.line()),
                held.kind() == TypeKind.CLASS ? Certainty.INFERRED : Certainty.PARSED));
      }
    }
  }

  /** What makes a value of a type; null where nothing does. */
  private static @Nullable String kind(TypeFact type) {
    return switch (type.kind()) {
      case ENUM -> "an enumeration";
      case RECORD -> "a record";
      case CLASS -> isUnchanging(type) ? "a class without setters" : null;
      case INTERFACE, ANNOTATION -> null;
    };
  }

  private static boolean isUnchanging(TypeFact type) {
    return !type.fields().isEmpty()
        && type.annotations().stream().map(Entities::simple).noneMatch(SERVING::contains)
        && type.annotations().stream()
            .map(Entities::simple)
            .noneMatch(Set.of("Data", "Setter")::contains)
        && type.fields().stream()
            .flatMap(each -> each.annotations().stream())
            .map(Entities::simple)
            .noneMatch(INJECTED::contains)
        && type.methods().stream().map(MethodFact::name).noneMatch(SETTER.asMatchPredicate());
  }
}
