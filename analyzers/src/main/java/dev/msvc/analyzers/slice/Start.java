package dev.msvc.analyzers.slice;

import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a slice starts from.
 *
 * @param kind table, class, package or path
 * @param name as the analysis has it
 * @param classes top-level classes that are meant by it
 * @param tables that are meant by it
 */
public record Start(String kind, String name, List<String> classes, List<String> tables) {
  public Start {
    classes = List.copyOf(classes);
    tables = List.copyOf(tables);
  }

  /** The name that means only this: {@code table/orders}. */
  public String qualified() {
    return kind + "/" + name;
  }

  /**
   * All that a name may mean: whole names before short ones, or of one kind where it begins with
   * that and a slash.
   */
  public static List<Start> named(ContextMap map, String typed) {
    if (typed.isBlank()) {
      return List.of();
    }
    for (String kind : List.of("table", "class", "package", "path")) {
      if (typed.startsWith(kind + "/")) {
        String rest = typed.substring(kind.length() + 1);
        List<Start> found =
            all(map, rest).stream().filter(each -> each.kind().equals(kind)).toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return all(map, typed);
  }

  private static List<Start> all(ContextMap map, String typed) {
    List<Start> found = new ArrayList<>();
    found.addAll(tables(map, typed));
    found.addAll(classes(map, typed));
    found.addAll(packages(map, typed));
    found.addAll(paths(map, typed));
    return found;
  }

  private static List<Start> tables(ContextMap map, String typed) {
    String key = ContextMap.key(typed);
    List<Start> whole = new ArrayList<>();
    List<Start> last = new ArrayList<>();
    for (TableFact each : map.facts().tables()) {
      String name = ContextMap.key(each.name());
      Start start = new Start("table", each.name(), List.of(), List.of(each.name()));
      if (name.equals(key)) {
        whole.add(start);
      } else if (last(name).equals(key)) {
        last.add(start);
      }
    }
    return whole.isEmpty() ? last : whole;
  }

  private static List<Start> classes(ContextMap map, String typed) {
    List<Start> whole = new ArrayList<>();
    List<Start> last = new ArrayList<>();
    for (TypeFact each : map.facts().types()) {
      if (each.isTopLevel()) {
        Start start = new Start("class", each.name(), List.of(each.name()), List.of());
        if (each.name().equals(typed)) {
          whole.add(start);
        } else if (each.simpleName().equals(typed)) {
          last.add(start);
        }
      }
    }
    return whole.isEmpty() ? last : whole;
  }

  private static List<Start> packages(ContextMap map, String typed) {
    Set<String> within = new TreeSet<>();
    for (TypeFact each : map.facts().types()) {
      String name = each.packageName();
      if (each.isTopLevel() && (name.equals(typed) || name.startsWith(typed + "."))) {
        within.add(each.name());
      }
    }
    return within.isEmpty()
        ? List.of()
        : List.of(new Start("package", typed, List.copyOf(within), List.of()));
  }

  /** Entry points of that id or path, or that serve it; else those below it. */
  private static List<Start> paths(ContextMap map, String typed) {
    Set<String> same = new LinkedHashSet<>();
    Set<String> below = new LinkedHashSet<>();
    for (EntryPoint each : map.facts().entryPoints()) {
      String path = each.path() == null ? "" : each.path();
      if (each.id().equals(typed) || path.equals(typed)) {
        same.add(map.topLevel(each.className()));
      } else if (typed.length() > 1
          && typed.startsWith("/")
          && path.startsWith(typed.endsWith("/") ? typed : typed + "/")) {
        below.add(map.topLevel(each.className()));
      }
    }
    Set<String> found = !same.isEmpty() ? same : serving(map, typed);
    found = found.isEmpty() ? below : found;
    if (found.isEmpty() && typed.length() > 1 && typed.startsWith("/")) {
      // the prefix that a server or a class puts before all is easily left out
      for (EntryPoint each : map.facts().entryPoints()) {
        if (each.path() != null && each.path().endsWith(typed)) {
          found.add(map.topLevel(each.className()));
        }
      }
    }
    return found.isEmpty()
        ? List.of()
        : List.of(new Start("path", typed, List.copyOf(found), List.of()));
  }

  /** Classes whose template a request falls under, those of the closest templates. */
  private static Set<String> serving(ContextMap map, String typed) {
    Set<String> classes = new LinkedHashSet<>();
    int closest = Integer.MAX_VALUE;
    for (EntryPoint each : map.facts().entryPoints()) {
      Template template = each.httpMethod() == null ? null : Template.of(each);
      if (template != null && template.serves(typed) && template.open() <= closest) {
        if (template.open() < closest) {
          classes.clear();
        }
        closest = template.open();
        classes.add(map.topLevel(each.className()));
      }
    }
    return classes;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** All names that a slice can start from, but packages of packages. */
  public static List<String> names(ContextMap map) {
    Set<String> all = new TreeSet<>();
    map.facts().tables().forEach(each -> all.add(each.name()));
    for (TypeFact each : map.facts().types()) {
      if (each.isTopLevel()) {
        all.add(each.name());
        all.add(each.packageName());
      }
    }
    for (EntryPoint each : map.facts().entryPoints()) {
      if (each.path() != null) {
        all.add(each.path());
      }
    }
    return List.copyOf(all);
  }
}
