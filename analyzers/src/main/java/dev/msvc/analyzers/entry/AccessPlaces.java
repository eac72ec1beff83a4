package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Places that access tables, by class and method, each with its number in the graph of calls. */
final class AccessPlaces {
  private final CodeBase code;
  private final Dispatches dispatches;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> methods = new HashSet<>();
  private final Map<Called, List<Integer>> all = new ConcurrentHashMap<>();
  private final Map<Called, List<Integer>> inherited = new ConcurrentHashMap<>();

  /** A name of a method as it is called on a type. */
  private record Called(TypeRef receiver, String method) {}

  /**
   * Numbers places.
   *
   * @param names as {@link #name} writes them
   */
  AccessPlaces(CodeBase code, Dispatches dispatches, List<String> names, int first) {
    this.code = code;
    this.dispatches = dispatches;
    for (String each : names) {
      numbers.putIfAbsent(each, first + numbers.size());
      methods.add(each.substring(each.lastIndexOf('#') + 1));
    }
  }

  static String name(String className, String method) {
    return className + "#" + method;
  }

  Map<String, Integer> numbers() {
    return numbers;
  }

  /** Whether any class accesses tables in a method of this name. */
  boolean isIn(String method) {
    return methods.contains(method);
  }

  /** The number of a place; null where nothing is accessed. */
  @Nullable Integer at(String type, String method) {
    return methods.contains(method) ? numbers.get(name(type, method)) : null;
  }

  /** What a type accesses by a method that it does not write: the node of one that does has it. */
  @Nullable Integer at(JavaType type, String method) {
    return methods.contains(method) && type.methods(method).stream().noneMatch(JavaMethod::hasBody)
        ? at(type.name(), method)
        : null;
  }

  /** Places that a method has that is called on any object of a type, those written there too. */
  List<Integer> of(TypeRef type, String method) {
    if (!methods.contains(method)) {
      return List.of();
    }
    return all.computeIfAbsent(
        new Called(type, method),
        key -> {
          Set<Integer> found = new TreeSet<>();
          for (JavaType each : dispatches.withSubtypes(type)) {
            add(at(each.name(), method), found);
          }
          if (found.size() > Dispatches.MOST) {
            found.clear();
          }
          add(at(type.name(), method), found);
          return List.copyOf(found);
        });
  }

  /**
   * Places that an inherited method has that is called on any object of a type: a generic class
   * accesses tables in the name of the subclass that says which. None where it is open which of
   * very many objects it is, also where only some of them access tables.
   */
  List<Integer> inherited(TypeRef type, String method) {
    if (!methods.contains(method)) {
      return List.of();
    }
    return inherited.computeIfAbsent(
        new Called(type, method),
        key -> {
          Set<Integer> found = new TreeSet<>();
          int objects = 0;
          for (JavaType each : dispatches.withSubtypes(type)) {
            add(at(each, method), found);
            objects += each.isAbstract() ? 0 : 1;
          }
          return objects > Dispatches.MOST ? List.of() : List.copyOf(found);
        });
  }

  private static void add(@Nullable Integer number, Set<Integer> to) {
    if (number != null) {
      to.add(number);
    }
  }

  /** Whether a method accesses tables in the name of the class of its object. */
  boolean differs(TypeRef receiver, String method) {
    if (methods.contains(method)) {
      for (JavaType each : code.subtypes(receiver.name())) {
        if (at(each.name(), method) != null) {
          return true;
        }
      }
    }
    return false;
  }
}
