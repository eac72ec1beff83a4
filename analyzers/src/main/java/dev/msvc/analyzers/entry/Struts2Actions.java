package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Actions of Struts 2 that {@code struts.xml} files name. */
public final class Struts2Actions implements Analyzer {
  private static final Pattern GROUP = Pattern.compile("\\{(\\d)}");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<XmlFiles.Parsed> files = XmlFiles.of(sources).rooted("struts", facts);
    EntryPoints entries = new EntryPoints();
    if (!files.isEmpty()) {
      StrutsSettings settings = new StrutsSettings(sources, facts);
      BeanNames beans = BeanNames.of(sources);
      StrutsPackages packages = new StrutsPackages(files);
      Set<String> told = new TreeSet<>();
      for (StrutsPackages.Packaged each : packages.all()) {
        if (!each.isAbstract()) {
          new Reading(sources.code(), beans, settings, packages, entries, facts, each, told).read();
        }
      }
    }
    entries.addTo(facts);
  }

  /**
   * One package of a file, with what it inherits.
   *
   * @param told what could not be understood and was said, perhaps of an inherited action
   */
  private record Reading(
      CodeBase code,
      BeanNames beans,
      StrutsSettings settings,
      StrutsPackages packages,
      EntryPoints entries,
      FactCollector facts,
      StrutsPackages.Packaged packaged,
      Set<String> told) {

    void read() {
      for (StrutsPackages.Action action : packages.actions(packaged)) {
        String named = action.element().attribute("class").strip();
        String className = named.isEmpty() ? action.declaredBy().standardClass() : named;
        if (!className.isEmpty()) {
          action(action, className);
        }
      }
    }

    private void action(StrutsPackages.Action declared, String className) {
      XmlElement action = declared.element();
      XmlFiles.Parsed file = declared.declaredBy().file();
      Set<String> allowed = packages.allowed(declared);
      Pattern classes = pattern(className);
      if (classes == null) {
        JavaType type = beans.type(className, file.file().module());
        if (type != null) {
          methods(action, type, new TreeMap<>(), allowed);
        } else if (className.indexOf('.') < 0
            && className.indexOf('{') < 0
            && told.add(file.file().file() + ":" + action.line())) {
          facts.add(
              new Unread(
                  file.file().file(),
                  action.line(),
                  "the action's class is a bean that was not found: " + className));
        }
        return;
      }
      for (JavaType type : code.types()) {
        Matcher matcher = classes.matcher(type.name());
        if (!type.isAbstract() && matcher.matches()) {
          methods(action, type, groups(className, matcher), allowed);
        }
      }
    }

    private void methods(
        XmlElement action, JavaType type, Map<Integer, String> groups, Set<String> allowed) {
      Map<String, JavaMethod> handlers = handlers(type);
      String named = action.attribute("method").strip();
      String wanted = filled(named.isEmpty() ? "execute" : named, groups);
      Pattern methods = pattern(wanted);
      if (methods == null) {
        JavaMethod method = handlers.get(wanted);
        if (method != null) {
          route(action, type, method, groups, "", Certainty.PARSED);
        }
      } else {
        for (JavaMethod each : handlers.values()) {
          Matcher matcher = methods.matcher(each.name());
          boolean open = allowed.isEmpty() || allowed.contains("*");
          if (matcher.matches() && (open || allowed.contains(each.name()))) {
            Map<Integer, String> all = new TreeMap<>(groups);
            all.putAll(groups(wanted, matcher));
            route(action, type, each, all, "", Certainty.INFERRED);
          }
        }
      }
      if (settings.isSet(packaged.module(), "struts.enable.DynamicMethodInvocation")) {
        for (JavaMethod each : handlers.values()) {
          boolean listed = allowed.contains(each.name()) || allowed.contains("*");
          if (!each.name().equals(wanted) && (allowed.isEmpty() || listed)) {
            Certainty certainty = listed ? Certainty.PARSED : Certainty.INFERRED;
            route(action, type, each, groups, "!" + each.name(), certainty);
          }
        }
      }
    }

    private void route(
        XmlElement action,
        JavaType type,
        JavaMethod method,
        Map<Integer, String> groups,
        String dynamic,
        Certainty certainty) {
      String module = packaged.module();
      String path = stars(action.attribute("name").strip(), groups) + dynamic;
      entries.route(
          EntryPointKind.HTTP,
          "ANY",
          HttpPath.of(packaged.element().attribute("namespace"), path + settings.ending(module)),
          type,
          method,
          certainty);
    }

    /** Methods that can handle a request, by name. */
    private Map<String, JavaMethod> handlers(JavaType type) {
      Map<String, JavaMethod> all = new TreeMap<>();
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        JavaMethod method = overridden.get(0);
        if (isHandler(method)) {
          all.putIfAbsent(method.name(), method);
        }
      }
      return all;
    }
  }

  /** Whether an action's method can be called by a request. */
  static boolean isHandler(JavaMethod method) {
    String result = method.result().name();
    String name = method.name();
    return method.isPublic()
        && !method.isStatic()
        && method.hasBody()
        && method.parameters().isEmpty()
        && (result.equals("java.lang.String")
            || result.endsWith(".Result")
            || result.endsWith(".HttpHeaders"))
        && !name.equals("toString")
        && !name.matches("(?:get|is)[A-Z_].*");
  }

  /** A name with {@code {1}} in it as a pattern; null where it has none. */
  private static @Nullable Pattern pattern(String name) {
    if (!GROUP.matcher(name).find()) {
      return null;
    }
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    Matcher group = GROUP.matcher(name);
    while (group.find()) {
      pattern.append(Pattern.quote(name.substring(from, group.start()))).append("([^.]+)");
      from = group.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(name.substring(from))).toString());
  }

  private static Map<Integer, String> groups(String name, Matcher matched) {
    Map<Integer, String> all = new TreeMap<>();
    Matcher group = GROUP.matcher(name);
    for (int i = 1; group.find(); i++) {
      all.put(Integer.parseInt(group.group(1)), matched.group(i));
    }
    return all;
  }

  private static String filled(String name, Map<Integer, String> groups) {
    return GROUP
        .matcher(name)
        .replaceAll(
            each -> {
              String known = groups.get(Integer.parseInt(each.group(1)));
              return Matcher.quoteReplacement(known == null ? each.group() : known);
            });
  }

  /** The n-th star becomes what the n-th group stands for. */
  private static String stars(String name, Map<Integer, String> groups) {
    List<String> parts = new ArrayList<>(List.of(name.split("\\*+", -1)));
    StringBuilder path = new StringBuilder(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      path.append(groups.getOrDefault(i, "*")).append(parts.get(i));
    }
    return path.toString();
  }
}
