package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which modules of the build hold which others, as an application holds its libraries. */
final class Modules {
  private final Map<String, Set<String>> users = new HashMap<>();

  private Modules(List<XmlFiles.Parsed> projects) {
    Map<String, String> byArtifact = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (XmlFiles.Parsed each : projects) {
      if (each.file().fileName().equals("pom.xml")) {
        String artifact = text(each.root(), "artifactId");
        if (byArtifact.put(artifact, each.file().module()) != null) {
          twice.add(artifact);
        }
      }
    }
    byArtifact.keySet().removeAll(twice);
    for (XmlFiles.Parsed each : projects) {
      for (XmlElement all : each.root().elements("dependencies")) {
        for (XmlElement dependency : all.elements("dependency")) {
          String used = byArtifact.get(text(dependency, "artifactId"));
          if (used != null && !text(dependency, "scope").equals("test")) {
            users.computeIfAbsent(used, ignored -> new TreeSet<>()).add(each.file().module());
          }
        }
      }
    }
  }

  static Modules of(Sources sources) {
    return sources.shared(
        Modules.class,
        each -> new Modules(XmlFiles.of(each).rooted("project", new FactCollector())));
  }

  /** Modules that hold this one, directly or through others, sorted. */
  private Set<String> holding(String module) {
    Set<String> all = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      for (String each : users.getOrDefault(open.remove(), Set.of())) {
        if (all.add(each)) {
          open.add(each);
        }
      }
    }
    return all;
  }

  /**
   * Whether a module is, or holds, another; also where nothing tells how modules use each other.
   */
  boolean holds(String module, String other) {
    return module.equals(other) || users.isEmpty() || holding(other).contains(module);
  }

  /** Whether an application may hold both; also where nothing tells how modules use each other. */
  boolean mayMeet(String one, String other) {
    return users.isEmpty() || meet(one, other);
  }

  /** Whether two modules are known to be in one application. */
  boolean meet(String one, String other) {
    Set<String> around = new TreeSet<>(holding(one));
    around.add(one);
    Set<String> aroundOther = new TreeSet<>(holding(other));
    aroundOther.add(other);
    return !Collections.disjoint(around, aroundOther);
  }

  /**
   * What is said for a module: by itself, by those that hold it where they agree or only one says
   * more than nothing, or by the whole system where it agrees; null where it is not known.
   *
   * @param said null where a module says nothing
   */
  @Nullable String agreed(String module, Set<String> all, Function<String, @Nullable String> said) {
    String own = said.apply(module);
    if (own != null) {
      return own;
    }
    Set<String> ofUsers = new TreeSet<>();
    for (String each : holding(module)) {
      String value = said.apply(each);
      if (value != null) {
        ofUsers.add(value);
      }
    }
    if (ofUsers.size() > 1) {
      ofUsers.remove("");
    }
    if (ofUsers.isEmpty()) {
      for (String each : all) {
        String value = said.apply(each);
        if (value != null) {
          ofUsers.add(value);
        }
      }
    }
    return ofUsers.size() == 1 ? ofUsers.iterator().next() : null;
  }

  private static String text(XmlElement parent, String name) {
    List<XmlElement> found = parent.elements(name);
    return found.isEmpty() ? "" : found.get(0).text().strip();
  }
}
