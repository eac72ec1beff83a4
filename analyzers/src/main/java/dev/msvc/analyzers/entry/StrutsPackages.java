package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Packages of Struts 2 and the actions that each has, itself and of those it extends. */
final class StrutsPackages {
  /** One package of a file. */
  record Packaged(XmlFiles.Parsed file, XmlElement element) {
    /** What is abstract has no actions of its own, it only hands them on. */
    boolean isAbstract() {
      return element.attribute("abstract").strip().equals("true");
    }

    String module() {
      return file.file().module();
    }

    String path() {
      return file.file().file();
    }

    /** The class of actions that name none; empty for none. */
    String standardClass() {
      String standard = "";
      for (XmlElement each : element.elements("default-class-ref")) {
        standard = each.attribute("class");
      }
      return standard;
    }
  }

  /** An action and the package that declares it. */
  record Action(Packaged declaredBy, XmlElement element) {}

  private final List<Packaged> all = new ArrayList<>();
  private final Map<String, List<Packaged>> byName = new HashMap<>();

  StrutsPackages(List<XmlFiles.Parsed> files) {
    for (XmlFiles.Parsed file : files) {
      for (XmlElement each : file.root().elements("package")) {
        Packaged packaged = new Packaged(file, each);
        all.add(packaged);
        byName
            .computeIfAbsent(each.attribute("name").strip(), ignored -> new ArrayList<>())
            .add(packaged);
      }
    }
  }

  List<Packaged> all() {
    return all;
  }

  /**
   * The actions of a package: its own come before inherited ones of their names. Those of a package
   * that is not abstract have their path there; that they also answer below each that extends it,
   * nobody links to.
   */
  List<Action> actions(Packaged packaged) {
    Map<String, List<Action>> actions = new LinkedHashMap<>();
    collect(packaged, actions, visited());
    return actions.values().stream().flatMap(List::stream).toList();
  }

  private void collect(Packaged packaged, Map<String, List<Action>> actions, Set<Packaged> seen) {
    if (!seen.add(packaged)) {
      return;
    }
    Map<String, List<Action>> own = new LinkedHashMap<>();
    for (XmlElement each : packaged.element().elements("action")) {
      own.computeIfAbsent(each.attribute("name").strip(), ignored -> new ArrayList<>())
          .add(new Action(packaged, each));
    }
    own.forEach(actions::putIfAbsent);
    parents(packaged).stream()
        .filter(Packaged::isAbstract)
        .forEach(each -> collect(each, actions, seen));
  }

  /** The methods that an action, its package and those that it extends allow to be named. */
  Set<String> allowed(Action action) {
    Set<String> allowed = new TreeSet<>();
    allowed(action.declaredBy(), allowed, visited());
    action.element().elements("allowed-methods").forEach(each -> addTo(allowed, each));
    return allowed;
  }

  private void allowed(Packaged packaged, Set<String> allowed, Set<Packaged> seen) {
    if (seen.add(packaged)) {
      packaged.element().elements("global-allowed-methods").forEach(each -> addTo(allowed, each));
      parents(packaged).forEach(each -> allowed(each, allowed, seen));
    }
  }

  /** By identity: an element is all that is in it. */
  private static Set<Packaged> visited() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static void addTo(Set<String> allowed, XmlElement listed) {
    for (String each : listed.text().split(",")) {
      allowed.add(each.strip());
    }
    allowed.remove("");
  }

  /** Names are looked for in the same file, then in the module, then in the whole system. */
  private List<Packaged> parents(Packaged packaged) {
    List<Packaged> parents = new ArrayList<>();
    for (String name : packaged.element().attribute("extends").split(",")) {
      List<Packaged> named = byName.getOrDefault(name.strip(), List.of());
      List<Packaged> near =
          named.stream().filter(each -> each.path().equals(packaged.path())).toList();
      if (near.isEmpty()) {
        near = named.stream().filter(each -> each.module().equals(packaged.module())).toList();
      }
      if (near.isEmpty() && named.size() == 1) {
        near = named;
      }
      if (!near.isEmpty()) {
        parents.add(near.get(0));
      }
    }
    return parents;
  }
}
