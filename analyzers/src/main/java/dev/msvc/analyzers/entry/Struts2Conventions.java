package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Actions of Struts 2 that annotations and names of classes make, by its convention plugin. */
public final class Struts2Conventions implements Analyzer {
  private static final String CONVENTION = "org.apache.struts2.convention.annotation.";
  private static final String ACTION = CONVENTION + "Action";
  private static final Set<String> TELLING =
      Set.of("Action", "Actions", "Namespace", "Namespaces", "Result", "Results", "ParentPackage");
  private static final List<String> ACTIONS =
      List.of(
          "com.opensymphony.xwork2.Action",
          "com.opensymphony.xwork2.ActionSupport",
          "org.apache.struts2.action.Action",
          "org.apache.struts2.ActionSupport");

  /** Methods that the REST plugin calls, with verb and what follows the controller's path. */
  private static final Map<String, List<String>> REST =
      new TreeMap<>(
          Map.of(
              "index", List.of("GET", ""),
              "show", List.of("GET", "/{id}"),
              "create", List.of("POST", ""),
              "update", List.of("PUT", "/{id}"),
              "destroy", List.of("DELETE", "/{id}"),
              "edit", List.of("GET", "/{id}/edit"),
              "editNew", List.of("GET", "/new"),
              "deleteConfirm", List.of("GET", "/{id}/deleteConfirm")));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    StrutsSettings settings = new StrutsSettings(sources, facts);
    Set<String> modules = new TreeSet<>();
    for (JavaType type : code.types()) {
      if (isAnnotated(type) || settings.knowsConventions(type.module())) {
        modules.add(type.module());
      }
    }
    Set<String> configured = new TreeSet<>();
    facts.entryPoints().forEach(each -> configured.add(each.className()));
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      boolean left = isAnnotated(type) || !configured.contains(type.name());
      if (!type.isAbstract() && left && modules.contains(type.module())) {
        new Reading(code, settings, entries, type).read();
      }
    }
    entries.addTo(facts);
  }

  private static boolean isAnnotated(JavaType type) {
    return type.annotations().stream().anyMatch(Struts2Conventions::isTelling)
        || type.methods().stream()
            .flatMap(each -> each.annotations().stream())
            .anyMatch(Struts2Conventions::isTelling);
  }

  /** Others, as the one that allows methods, are used beside a {@code struts.xml}, too. */
  private static boolean isTelling(Annotation annotation) {
    return annotation.name().startsWith(CONVENTION) && TELLING.contains(annotation.simpleName());
  }

  private record Reading(
      CodeBase code, StrutsSettings settings, EntryPoints entries, JavaType type) {
    void read() {
      if (!isAnnotated(type) && !isAction()) {
        return;
      }
      String suffix = settings.get(type.module(), "struts.convention.action.suffix", "Action");
      if (settings.isRest(type.module()) && type.simpleName().endsWith(suffix)) {
        rest();
        return;
      }
      List<Annotation> ofType = actions(type.annotations());
      boolean executes = ofType.isEmpty() && isLocated();
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        JavaMethod method = overridden.get(0);
        List<Annotation> ofMethod = actions(method.annotations());
        boolean execute =
            method.name().equals("execute")
                && method.parameters().isEmpty()
                && Struts2Actions.isHandler(method);
        for (Annotation each : ofMethod) {
          route(named(each), method, Certainty.PARSED);
        }
        if (execute && ofMethod.isEmpty()) {
          for (Annotation each : ofType) {
            route(named(each), method, Certainty.PARSED);
          }
          if (executes) {
            route(byName(), method, Certainty.INFERRED);
          }
        }
      }
    }

    private static List<Annotation> actions(List<Annotation> annotations) {
      List<Annotation> all = new ArrayList<>();
      for (Annotation each : annotations) {
        if (each.is(ACTION)) {
          all.add(each);
        } else if (each.is(CONVENTION + "Actions")) {
          all.addAll(each.annotations("value"));
        }
      }
      return all;
    }

    private boolean isAction() {
      String suffix = settings.get(type.module(), "struts.convention.action.suffix", "Action");
      if (!isLocated()) {
        return false;
      }
      Set<String> supertypes = Lineage.supertypes(code, type);
      return type.simpleName().endsWith(suffix) || ACTIONS.stream().anyMatch(supertypes::contains);
    }

    /** Whether it is in a package where the plugin looks. */
    private boolean isLocated() {
      return namespaceByPackage() != null;
    }

    private List<String> locators() {
      return Arrays.asList(
          settings
              .get(
                  type.module(),
                  "struts.convention.package.locators",
                  "action,actions,struts,struts2")
              .split("\\s*,\\s*"));
    }

    private @Nullable String namespaceByPackage() {
      String configured = settings.get(type.module(), "struts.convention.action.packages", "");
      for (String each : configured.split("\\s*,\\s*")) {
        if (!each.isEmpty() && (type.packageName() + ".").startsWith(each + ".")) {
          return type.packageName().substring(each.length()).replace('.', '/');
        }
      }
      List<String> parts = List.of(type.packageName().split("\\."));
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (locators().contains(parts.get(i))) {
          return String.join("/", parts.subList(i + 1, parts.size()));
        }
      }
      return null;
    }

    private String namespace() {
      Annotation given = type.annotation(CONVENTION + "Namespace");
      String text = given == null ? null : given.text("value");
      String byPackage = text == null ? namespaceByPackage() : text;
      return byPackage == null ? "" : byPackage;
    }

    private String named(Annotation action) {
      String name = action.text("value");
      return name == null || name.isEmpty() ? byName() : name;
    }

    /** {@code OrderListAction} is {@code order-list}. */
    private String byName() {
      String suffix = settings.get(type.module(), "struts.convention.action.suffix", "Action");
      String separator =
          settings.get(type.module(), "struts.convention.action.name.separator", "-");
      String name = type.simpleName();
      String cut =
          name.endsWith(suffix) && name.length() > suffix.length()
              ? name.substring(0, name.length() - suffix.length())
              : name;
      return cut.replaceAll("(?<=[a-z0-9])(?=[A-Z])", separator).toLowerCase(Locale.ROOT);
    }

    private void route(String name, JavaMethod method, Certainty certainty) {
      String ending = settings.ending(type.module());
      String path =
          name.startsWith("/")
              ? HttpPath.of(name + ending)
              : HttpPath.of(namespace(), name + ending);
      entries.route(EntryPointKind.HTTP, "ANY", path, type, method, certainty);
    }

    private void rest() {
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        JavaMethod method = overridden.get(0);
        List<String> rule = REST.get(method.name());
        if (rule != null && method.isPublic() && method.parameters().isEmpty()) {
          entries.route(
              EntryPointKind.HTTP,
              rule.get(0),
              HttpPath.of(namespace(), byName() + rule.get(1)),
              type,
              method,
              Certainty.INFERRED);
        }
      }
    }
  }
}
