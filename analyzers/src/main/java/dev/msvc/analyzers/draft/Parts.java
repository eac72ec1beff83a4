package dev.msvc.analyzers.draft;

import dev.msvc.model.RelationFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of one aggregate, and which of them holds which. */
final class Parts {
  /** Of what is no aggregate. */
  static final Parts NONE = new Parts(Map.of(), "", List.of());

  private final Map<String, List<TypeFact>> kinds;
  private final String root;
  private final List<Part> all;

  private Parts(Map<String, List<TypeFact>> kinds, String root, List<Part> all) {
    this.kinds = kinds;
    this.root = root;
    this.all = List.copyOf(all);
  }

  /**
   * A class that is part of an aggregate.
   *
   * @param holder the class that holds it: the root, or another part
   * @param many whether there are several in one holder
   * @param held whether a field of the holder leads to it
   */
  record Part(TypeFact type, TypeName name, String holder, boolean many, boolean held) {}

  /** Sorts the members of an aggregate. */
  static Parts of(
      TypeFact root,
      List<TypeFact> members,
      Holdings holdings,
      Declarations declared,
      DraftNames names) {
    Map<String, List<TypeFact>> kinds = new LinkedHashMap<>();
    kinds.put(root.name(), new ArrayList<>());
    List<TypeFact> tops = new ArrayList<>();
    for (TypeFact each : members) {
      String top = top(each, root, members, declared);
      if (top.equals(each.name())) {
        tops.add(each);
      }
      List<TypeFact> of = kinds.computeIfAbsent(top, none -> new ArrayList<>());
      if (!top.equals(each.name())) {
        of.add(each);
      }
    }
    Sorting sorting = new Sorting(root, tops, kinds, holdings, declared);
    List<Part> parts = new ArrayList<>();
    for (TypeFact each : tops) {
      parts.add(sorting.part(each, names.type(each.name(), each.simpleName())));
    }
    return new Parts(kinds, root.name(), sorting.withoutCircles(parts));
  }

  /** The highest of the members that a class is below. */
  private static String top(
      TypeFact type, TypeFact root, List<TypeFact> members, Declarations declared) {
    String top = type.name();
    Set<String> seen = new HashSet<>();
    for (TypeFact at = type; at != null && seen.add(at.name()); at = declared.above(at)) {
      TypeFact each = at;
      if (each.name().equals(root.name())
          || members.stream().anyMatch(member -> member.name().equals(each.name()))) {
        top = each.name();
      }
    }
    return top;
  }

  /** Parts that are entities: the root holds several of them. */
  List<Part> entities() {
    return all.stream().filter(this::isEntity).toList();
  }

  private boolean isEntity(Part part) {
    return part.holder().equals(root) && (part.many() || !part.held());
  }

  private Optional<Part> part(String className) {
    return all.stream()
        .filter(
            each ->
                each.type().name().equals(className)
                    || kinds.getOrDefault(each.type().name(), List.of()).stream()
                        .anyMatch(kind -> kind.name().equals(className)))
        .findFirst();
  }

  boolean holds(String className) {
    return part(className).isPresent();
  }

  boolean isEntity(String className) {
    return part(className).filter(this::isEntity).isPresent();
  }

  /** The class of a part that others extend; itself where it is the only one. */
  String top(String className) {
    return part(className).map(each -> each.type().name()).orElse(className);
  }

  TypeName nameOf(String className) {
    return part(className).orElseThrow().name();
  }

  boolean isRoot(String className) {
    return className.equals(root)
        || kinds.getOrDefault(root, List.of()).stream()
            .anyMatch(each -> each.name().equals(className));
  }

  /** Classes below one of the root or a part. */
  List<TypeFact> kinds(String className) {
    return kinds.getOrDefault(className, List.of());
  }

  /** Parts that no field of what holds them leads to. */
  List<Part> unheld(String holder) {
    return all.stream().filter(each -> each.holder().equals(holder) && !each.held()).toList();
  }

  /** Whether objects of two classes are the same part, or the root. */
  boolean isSame(String one, String other) {
    return one.equals(other) || top(one).equals(top(other)) || (isRoot(one) && isRoot(other));
  }

  /** Whether a class holds another, be it through others. */
  boolean isAbove(String holder, String className) {
    String at = top(className);
    Set<String> seen = new HashSet<>();
    while (seen.add(at)) {
      Part part = part(at).orElse(null);
      if (part == null) {
        return false;
      }
      at = part.holder();
      if (at.equals(top(holder)) || (isRoot(at) && isRoot(holder))) {
        return true;
      }
    }
    return false;
  }

  /** Finds out who holds whom. */
  private record Sorting(
      TypeFact root,
      List<TypeFact> tops,
      Map<String, List<TypeFact>> kinds,
      Holdings holdings,
      Declarations declared) {
    Part part(TypeFact type, TypeName name) {
      List<TypeFact> roots = new ArrayList<>(kinds.getOrDefault(root.name(), List.of()));
      roots.add(0, root);
      Boolean many = null;
      for (TypeFact each : roots) {
        many = held(each, type, false, many);
      }
      if (many != null) {
        return new Part(type, name, root.name(), many, true);
      }
      for (TypeFact each : tops) {
        Boolean within = each.equals(type) ? null : held(each, type, true, null);
        if (within != null) {
          return new Part(type, name, each.name(), within, true);
        }
      }
      for (TypeFact each : values(roots)) {
        Boolean within = held(each, type, false, null);
        if (within != null) {
          return new Part(type, name, each.name(), within, true);
        }
      }
      for (TypeFact each : tops) {
        if (!each.equals(type) && held(type, each, false, null) != null && !leadsTo(type, roots)) {
          return new Part(type, name, each.name(), true, false);
        }
      }
      return new Part(type, name, root.name(), true, false);
    }

    /** What the root holds in its own row. */
    private List<TypeFact> values(List<TypeFact> roots) {
      List<TypeFact> values = new ArrayList<>();
      for (TypeFact root : roots) {
        for (Declared each : declared.of(root)) {
          RelationFact relation = holdings.relation(root, each.name());
          TypeFact value = holdings.type(root, each);
          if (value != null
              && !values.contains(value)
              && relation != null
              && relation.kind() == RelationFact.Kind.EMBEDDED) {
            values.add(value);
          }
        }
      }
      return values;
    }

    private boolean leadsTo(TypeFact type, List<TypeFact> roots) {
      return roots.stream().anyMatch(each -> held(type, each, false, null) != null);
    }

    /** Whether a class holds one or several of another; null where it holds none. */
    private @Nullable Boolean held(
        TypeFact holder, TypeFact type, boolean sure, @Nullable Boolean before) {
      Boolean many = before;
      for (Declared each : declared.of(holder)) {
        String held = holdings.held(holder, each);
        boolean is =
            held.equals(type.name())
                || kinds.getOrDefault(type.name(), List.of()).stream()
                    .anyMatch(kind -> kind.name().equals(held));
        if (is && (!sure || composes(holder, each))) {
          many = Boolean.TRUE.equals(many) || holdings.isMany(holder, each);
        }
      }
      return many;
    }

    private boolean composes(TypeFact holder, Declared field) {
      RelationFact relation = holdings.relation(holder, field.name());
      return holdings.isMany(holder, field)
          || (relation != null && (relation.composes() || !relation.owning()));
    }

    /** A part that holds itself through others is held by the root. */
    List<Part> withoutCircles(List<Part> parts) {
      Map<String, Part> by = new LinkedHashMap<>();
      parts.forEach(each -> by.put(each.type().name(), each));
      for (Part each : parts) {
        Set<String> seen = new HashSet<>(Set.of(each.type().name()));
        Part at = by.get(each.holder());
        while (at != null && seen.add(at.type().name())) {
          at = by.get(at.holder());
        }
        if (at != null) {
          by.put(each.type().name(), new Part(each.type(), each.name(), root.name(), true, false));
        }
      }
      return List.copyOf(by.values());
    }
  }
}
