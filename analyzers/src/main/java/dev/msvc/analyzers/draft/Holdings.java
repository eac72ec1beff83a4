package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.ContextMap;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TypeFact;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What fields hold: by their types, and by the mapping where that knows better. */
final class Holdings {
  private static final int HIGHEST = 20;

  private final ContextMap map;
  private final Declarations declared;
  private final Map<String, RelationFact> relations = new HashMap<>();

  Holdings(ContextMap map, Declarations declared) {
    this.map = map;
    this.declared = declared;
    map.facts()
        .relations()
        .forEach(each -> relations.putIfAbsent(each.className() + "#" + each.property(), each));
  }

  /** What the mapping says of a field of a class; null where it says nothing. */
  @Nullable RelationFact relation(TypeFact of, String field) {
    TypeFact at = of;
    for (int i = 0; at != null && i < HIGHEST; i++) {
      RelationFact found = relations.get(at.name() + "#" + field);
      if (found != null) {
        return found;
      }
      at = declared.above(at);
    }
    return null;
  }

  /** The class that a field holds: itself, or what its list, map or array is of. */
  String held(TypeFact of, Declared field) {
    RelationFact relation = relation(of, field.name());
    return relation != null && map.type(relation.target()) != null
        ? relation.target()
        : element(field.type()).name();
  }

  /** The class of the monolith that a field holds; null for others. */
  @Nullable TypeFact type(TypeFact of, Declared field) {
    return map.type(held(of, field));
  }

  /** What the mapping calls that by which a class holds several of another. */
  Optional<String> property(String holder, String part) {
    return relations.values().stream()
        .filter(each -> each.className().equals(holder) && each.target().equals(part))
        .filter(each -> each.many() && each.kind() == RelationFact.Kind.ENTITY)
        .map(RelationFact::property)
        .filter(each -> !each.contains("."))
        .min(Comparator.naturalOrder());
  }

  /** Whether a field holds several. */
  boolean isMany(TypeFact of, Declared field) {
    RelationFact relation = relation(of, field.name());
    return isMany(field.type()) || (relation != null && relation.many());
  }

  /** Whether the other side of a field is what is stored. */
  boolean isOwning(TypeFact of, Declared field) {
    RelationFact relation = relation(of, field.name());
    return relation == null || relation.owning();
  }

  /** What there is several of, or itself. */
  static TypeRef element(TypeRef type) {
    int count = type.arguments().size();
    boolean one = KnownTypes.isCollection(type.name()) || KnownTypes.isOption(type.name());
    if (one && count == 1) {
      TypeRef held = type.argument(0);
      return KnownTypes.isOption(type.name()) ? element(held) : held;
    }
    return KnownTypes.isMap(type.name()) && count == 2 ? type.argument(1) : type;
  }

  /** Whether it is of several. */
  static boolean isMany(TypeRef type) {
    if (KnownTypes.isOption(type.name()) && type.arguments().size() == 1) {
      return isMany(type.argument(0));
    }
    return KnownTypes.isCollection(type.name())
        || KnownTypes.isMap(type.name())
        || (type.isArray() && !type.name().equals("byte") && !type.name().equals("char"));
  }
}
