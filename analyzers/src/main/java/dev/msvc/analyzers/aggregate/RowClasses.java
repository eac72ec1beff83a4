package dev.msvc.analyzers.aggregate;

import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Classes that hold the rows of tables that no class is mapped to: of those that a store of the
 * table uses, the one that has fields for its columns, and few others. One that fits two tables
 * equally well says nothing of either.
 */
final class RowClasses {
  /** Tables of fewer columns are like many classes. */
  private static final int FEWEST = 3;

  /** What is sent has fields like what is stored. */
  private static final Pattern SENT =
      Pattern.compile(".*(Event|Message|Request|Response|Command|Query|Task|Builder)");

  private final ContextMap map;
  private final Entities entities;
  private final SortedMap<String, SortedMap<String, Integer>> differences = new TreeMap<>();
  private final Map<String, Set<String>> fields = new HashMap<>();

  RowClasses(ContextMap map, Entities entities) {
    this.map = map;
    this.entities = entities;
  }

  /** Looks whether a class may hold the rows of a table whose store uses it. */
  void consider(String className, String entity) {
    TypeFact type = map.type(className);
    TableFact table = entities.table(entities.table("", entity));
    boolean holds =
        type != null
            && (type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD)
            && !SENT.matcher(type.simpleName()).matches();
    if (holds
        && table != null
        && entities.classes(entity).isEmpty()
        && !entities.isEntity(className)
        && !entities.isNamed(className)) {
      Set<String> columns = new HashSet<>();
      table.columns().forEach(each -> columns.add(key(each.name())));
      Set<String> both = new HashSet<>(columns);
      both.retainAll(fields(className));
      if (both.size() >= FEWEST && both.size() * 4 >= columns.size() * 3) {
        int difference = columns.size() + fields(className).size() - 2 * both.size();
        differences.computeIfAbsent(className, none -> new TreeMap<>()).put(entity, difference);
      }
    }
  }

  /** The names of its fields and of those that it inherits. */
  private Set<String> fields(String className) {
    Set<String> known = fields.get(className);
    if (known == null) {
      known = new HashSet<>();
      Set<String> met = new HashSet<>();
      TypeFact at = map.type(className);
      while (at != null && met.add(at.name())) {
        at.fields().stream().map(FieldFact::name).map(RowClasses::key).forEach(known::add);
        at = at.superclass() == null ? null : map.type(at.superclass());
      }
      fields.put(className, known);
    }
    return known;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The class of each table for which there is one. */
  SortedMap<String, String> found() {
    SortedMap<String, String> best = new TreeMap<>();
    Map<String, Integer> least = new HashMap<>();
    differences.forEach(
        (className, tables) -> {
          int own = Collections.min(tables.values());
          List<String> nearest =
              tables.entrySet().stream()
                  .filter(each -> each.getValue() == own)
                  .map(Map.Entry::getKey)
                  .toList();
          String entity = nearest.get(0);
          if (nearest.size() == 1 && own < least.getOrDefault(entity, Integer.MAX_VALUE)) {
            least.put(entity, own);
            best.put(entity, className);
          }
        });
    return best;
  }
}
