package dev.msvc.analyzers.cut;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Facts;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of entities that are removed with another, and by which property. */
final class Cascades {
  private final Map<List<String>, String> properties = new HashMap<>();

  Cascades(Facts facts) {
    Map<String, List<String>> tables = new HashMap<>();
    for (TableFact table : facts.tables()) {
      for (String entity : table.entities()) {
        tables.computeIfAbsent(entity, name -> new ArrayList<>()).add(table.name());
      }
    }
    for (RelationFact each : facts.relations()) {
      if (each.kind() == RelationFact.Kind.ENTITY && each.composes()) {
        for (String from : tables.getOrDefault(each.className(), List.of())) {
          for (String to : tables.getOrDefault(each.target(), List.of())) {
            properties.put(
                List.of(ContextMap.key(from), ContextMap.key(to)),
                Cuts.simple(each.className()) + "." + each.property());
          }
        }
      }
    }
  }

  /** What makes rows of two tables live and die together; empty for nothing. */
  String between(String one, String other) {
    String a = ContextMap.key(one);
    String b = ContextMap.key(other);
    String property = properties.getOrDefault(List.of(a, b), properties.get(List.of(b, a)));
    return property == null
        ? ""
        : "rows of %s and %s live and die together (%s)".formatted(one, other, property);
  }
}
