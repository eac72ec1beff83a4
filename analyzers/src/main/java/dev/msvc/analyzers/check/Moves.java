package dev.msvc.analyzers.check;

import dev.msvc.analyzers.word.Renamed;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Violations whose classes went to another package or module, or were renamed as git tells: the
 * same violation under another name.
 */
final class Moves {
  private Moves() {}

  /**
   * New names of ids that are no longer there, where one new violation differs by nothing but the
   * packages of classes that are gone, or by names that they have today.
   */
  static SortedMap<String, String> of(
      ContextMap map, Collection<String> absent, List<Violation> all, SortedSet<String> line) {
    Map<String, SortedSet<String>> fresh = new TreeMap<>();
    for (Violation each : all) {
      if (!line.contains(each.key())) {
        fresh.computeIfAbsent(shape(each.key()), shape -> new TreeSet<>()).add(each.key());
      }
    }
    SortedMap<String, String> names =
        Renamed.names(goneClasses(map, absent), map.facts(), map.analysis().history());
    SortedMap<String, String> moved = new TreeMap<>();
    for (String old : absent) {
      String renamed = renamed(old, names);
      if (!renamed.equals(old)
          && fresh.getOrDefault(shape(renamed), new TreeSet<>()).remove(renamed)) {
        moved.put(old, renamed);
        continue;
      }
      SortedSet<String> candidates = fresh.getOrDefault(shape(old), new TreeSet<>());
      for (String now : candidates) {
        if (isMove(map, old, now)) {
          moved.put(old, now);
          candidates.remove(now);
          break;
        }
      }
    }
    return moved;
  }

  private static Set<String> goneClasses(ContextMap map, Collection<String> ids) {
    Set<String> gone = new TreeSet<>();
    for (String id : ids) {
      for (String part : id.split("/", -1)) {
        if (part.indexOf('.') > 0 && isGone(map, part)) {
          gone.add(classOf(part));
        }
      }
    }
    return gone;
  }

  /** An id with classes called as they are today. */
  private static String renamed(String id, Map<String, String> names) {
    StringJoiner renamed = new StringJoiner("/");
    for (String part : id.split("/", -1)) {
      String of = classOf(part);
      renamed.add(names.getOrDefault(of, of) + part.substring(of.length()));
    }
    return renamed.toString();
  }

  /** A part of an id without the name of a member behind it. */
  private static String classOf(String part) {
    int dot = part.lastIndexOf('.');
    int before = part.lastIndexOf('.', dot - 1) + 1;
    return dot > 0 && Character.isUpperCase(part.charAt(before)) && !isUpper(part, dot + 1)
        ? part.substring(0, dot)
        : part;
  }

  private static boolean isUpper(String text, int at) {
    return at < text.length() && Character.isUpperCase(text.charAt(at));
  }

  /** An id without packages and modules. */
  private static String shape(String id) {
    StringBuilder shape = new StringBuilder(id.length());
    for (String part : id.split("/", -1)) {
      shape.append(simple(part)).append('/');
    }
    return shape.toString();
  }

  /** A name of a class, and what is behind it, without its package and module. */
  private static String simple(String part) {
    int from = 0;
    for (int dot = part.indexOf('.'); dot >= 0; dot = part.indexOf('.', from)) {
      if (dot == from || !Character.isLowerCase(part.charAt(from))) {
        break;
      }
      from = dot + 1;
    }
    int module = part.indexOf('@', from);
    return module < 0 ? part.substring(from) : part.substring(from, module);
  }

  private static boolean isMove(ContextMap map, String old, String now) {
    String[] before = old.split("/", -1);
    String[] after = now.split("/", -1);
    for (int i = 0; i < before.length; i++) {
      if (!before[i].equals(after[i]) && !(isGone(map, before[i]) && isThere(map, after[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGone(ContextMap map, String part) {
    return !isThere(map, part);
  }

  /** Whether a part of an id is a class, or a member of one. */
  private static boolean isThere(ContextMap map, String part) {
    int dot = part.lastIndexOf('.');
    return map.type(part) != null || (dot > 0 && map.type(part.substring(0, dot)) != null);
  }
}
