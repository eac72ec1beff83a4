package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types whose objects are data: they are copied across a boundary, and not called. These are mapped
 * classes, enums, records, exceptions and classes with accessors alone; and classes with a state of
 * values and of such data, which nothing injects, which touch no table, and which call only their
 * like and what has no state at all. An interface is data where all that implement it are, or where
 * a mapped class does and nothing that a container knows. Tools of static methods that tie to
 * nothing are copied, too.
 */
final class Carriers {
  private static final int SHORT = 8;
  private static final int DEEP = 8;
  private static final Pattern ACCESSOR =
      Pattern.compile(
          "(get|set|is|has|with|add|of|from|to)([A-Z].*)?|<init>|equals|hashCode|builder|build");
  private static final Pattern PROPERTY = Pattern.compile("(?:get|set|is|has)(\\w+)");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?:.*\\.)?(?:Component|Service|Repository|Controller|RestController|Configuration"
              + "|Stateless|Stateful|Singleton|Named|MessageDriven|ManagedBean|\\w+Scoped|Path|Web\\w+)");
  private static final Pattern VALUE =
      Pattern.compile(
          "[^.]*|java\\.(?:lang|util|math|time|text)\\.(?!concurrent|Thread|Process|Timer).*"
              + "|java\\.sql\\.(?:Date|Time|Timestamp)|java\\.net\\.UR[IL]|org\\.joda\\..*");
  private static final Pattern CONSTANT_OR_LOG = Pattern.compile("[A-Z0-9_]+|log|logger");

  private final Map<String, TypeFact> types = new HashMap<>();
  private final Map<String, Set<String>> called = new HashMap<>();
  private final Map<String, List<String>> implementing = new HashMap<>();
  private final Set<String> carriers = new HashSet<>();

  /** Types that a container knows, that serve somebody, or that touch tables. */
  private final Set<String> bound;

  /** Those without a tie to anything but data. */
  private final Set<String> pure = new HashSet<>();

  /** Reads which types of a system are data. */
  Carriers(ContextMap map) {
    map.facts().types().forEach(each -> types.put(each.name(), each));
    map.facts().mappings().forEach(each -> carriers.add(each.className()));
    types.values().stream().filter(Carriers::isPlain).forEach(each -> carriers.add(each.name()));
    bound = bound(map);
    for (TypeFact type : types.values()) {
      boolean free = !bound.contains(type.name());
      for (String each : supertypes(type)) {
        implementing.computeIfAbsent(each, name -> new ArrayList<>()).add(type.name());
        free &= !bound.contains(each);
      }
      if (free && (type.kind() == TypeKind.CLASS || type.kind() == TypeKind.INTERFACE)) {
        pure.add(type.name());
      }
    }
    for (Reference each : map.facts().references()) {
      if (each.kind() == ReferenceKind.CALL) {
        called.computeIfAbsent(each.from(), name -> new HashSet<>()).add(each.to());
      }
    }
    while (pure.removeIf(each -> !isPure(each))) {
      // until none is left that leads to something else
    }
    Set<String> mapped = new HashSet<>();
    map.facts().mappings().forEach(each -> mapped.add(each.className()));
    types.values().stream()
        .filter(each -> each.kind() == TypeKind.INTERFACE && isOfMapped(each.name(), mapped))
        .forEach(each -> carriers.add(each.name()));
    Set<String> constructed = constructed(map);
    for (String each : pure) {
      TypeFact type = types.get(each);
      // what has no state, no kin and no objects is called by its name, and copied as a library is
      boolean tool = !constructed.contains(each) && !implementing.containsKey(each);
      if (type != null && (type.kind() == TypeKind.INTERFACE || hasState(type) || tool)) {
        carriers.add(each);
      }
    }
  }

  /** Whether a call is of data, or one that data makes of what goes along with it. */
  boolean isCopied(String from, String to) {
    return carriers.contains(to) || (carriers.contains(from) && pure.contains(to));
  }

  private static boolean isPlain(TypeFact type) {
    return type.kind() == TypeKind.ENUM
        || type.kind() == TypeKind.RECORD
        || type.kind() == TypeKind.ANNOTATION
        || type.name().endsWith("Exception")
        || (type.kind() == TypeKind.CLASS
            && !type.fields().isEmpty()
            && type.methods().stream().allMatch(each -> ACCESSOR.matcher(each.name()).matches())
            && type.methods().stream().allMatch(each -> each.lines() <= SHORT));
  }

  /** Whether a method only reads or sets a field of an object that no container knows. */
  boolean isAccessor(String type, String method) {
    Matcher property = PROPERTY.matcher(method);
    return property.matches() && hasProperty(type, property.group(1), DEEP);
  }

  private boolean hasProperty(String type, String property, int depth) {
    TypeFact fact = types.get(type);
    if (fact == null || bound.contains(type) || depth == 0) {
      return false;
    }
    if (fact.kind() == TypeKind.INTERFACE) {
      List<String> all = implementing.getOrDefault(type, List.of());
      return !all.isEmpty()
          && all.stream().allMatch(each -> hasProperty(each, property, depth - 1));
    }
    String above = fact.superclass();
    return fact.fields().stream().anyMatch(each -> each.name().equalsIgnoreCase(property))
        || (above != null && hasProperty(above, property, depth - 1));
  }

  /** Whether a container knows it, or it serves somebody or touches a table itself. */
  boolean isBound(String type) {
    return bound.contains(type);
  }

  /** Whether a container knows it or what implements it, and it is no data. */
  boolean doesWork(String type) {
    return doesWork(type, DEEP);
  }

  private boolean doesWork(String type, int depth) {
    return !carriers.contains(type)
        && depth > 0
        && (bound.contains(type)
            || implementing.getOrDefault(type, List.of()).stream()
                .anyMatch(each -> doesWork(each, depth - 1)));
  }

  /** Whether an object of it holds values, or others that do: it goes along with who has it. */
  boolean holdsValues(String type) {
    return holdsValues(type, DEEP);
  }

  private boolean holdsValues(String type, int depth) {
    TypeFact fact = types.get(type);
    if (fact == null || depth == 0) {
      return fact == null && VALUE.matcher(type).matches();
    }
    String above = fact.superclass();
    return fact.fields().stream()
            .filter(each -> !CONSTANT_OR_LOG.matcher(each.name()).matches())
            .map(each -> each.type().replace("[]", ""))
            .anyMatch(
                each ->
                    !each.equals(type)
                        && (types.containsKey(each)
                            ? isData(each)
                                || (!bound.contains(each) && holdsValues(each, depth - 1))
                            : VALUE.matcher(each).matches()))
        || (above != null && above.contains(".") && holdsValues(above, depth - 1));
  }

  private static Set<String> constructed(ContextMap map) {
    Set<String> constructed = new HashSet<>();
    for (Reference each : map.facts().references()) {
      if (each.kind() == ReferenceKind.CONSTRUCT) {
        constructed.add(each.to());
      }
    }
    return constructed;
  }

  private static Set<String> bound(ContextMap map) {
    Set<String> bound = new HashSet<>();
    map.facts().accesses().forEach(each -> bound.add(each.className()));
    map.facts().entryPoints().forEach(each -> bound.add(each.className()));
    map.facts().transactions().forEach(each -> bound.add(each.className()));
    map.facts().routineCalls().forEach(each -> bound.add(each.className()));
    for (Reference each : map.facts().references()) {
      if (each.kind() == ReferenceKind.INJECTED || each.kind() == ReferenceKind.WIRED) {
        bound.add(each.from());
        bound.add(each.to());
      }
    }
    for (TypeFact each : map.facts().types()) {
      if (each.annotations().stream().anyMatch(name -> COMPONENT.matcher(name).matches())) {
        bound.add(each.name());
      }
    }
    return bound;
  }

  private static List<String> supertypes(TypeFact type) {
    List<String> all = new ArrayList<>(type.interfaces());
    if (type.superclass() != null) {
      all.add(type.superclass());
    }
    return all;
  }

  private boolean isPure(String name) {
    TypeFact type = types.get(name);
    if (type == null) {
      return false;
    }
    if (type.kind() == TypeKind.INTERFACE) {
      List<String> all = implementing.getOrDefault(type.name(), List.of());
      return !all.isEmpty() && all.stream().allMatch(this::isData);
    }
    return type.fields().stream().allMatch(this::isValue)
        && called.getOrDefault(type.name(), Set.of()).stream().allMatch(this::isData)
        && (type.superclass() == null
            || !types.containsKey(type.superclass())
            || isData(type.superclass()));
  }

  /** Whether a mapped class implements it, and else only what no container knows, as wrappers. */
  private boolean isOfMapped(String name, Set<String> mapped) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (String each : implementing.getOrDefault(open.remove(), List.of())) {
        if (all.add(each)) {
          open.add(each);
        }
      }
    }
    return !bound.contains(name)
        && all.stream().anyMatch(mapped::contains)
        && all.stream().noneMatch(each -> bound.contains(each) && !mapped.contains(each));
  }

  private boolean isData(String type) {
    return carriers.contains(type) || pure.contains(type);
  }

  private boolean isValue(FieldFact field) {
    String type = field.type().replace("[]", "");
    return CONSTANT_OR_LOG.matcher(field.name()).matches()
        || (types.containsKey(type)
            ? isData(type) && !isStateless(types.get(type))
            : VALUE.matcher(type).matches());
  }

  /** What is held without a state is there for what it does. */
  private static boolean isStateless(@Nullable TypeFact type) {
    return type != null && type.kind() == TypeKind.CLASS && !hasState(type);
  }

  private static boolean hasState(TypeFact type) {
    return type.fields().stream().anyMatch(each -> !CONSTANT_OR_LOG.matcher(each.name()).matches());
  }
}
