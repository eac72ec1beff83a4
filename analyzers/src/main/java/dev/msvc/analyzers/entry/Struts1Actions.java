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
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Actions of Struts 1 that {@code struts-config.xml} files name. */
public final class Struts1Actions implements Analyzer {
  private static final String STRUTS = "org.apache.struts.action";
  private static final String DISPATCH = STRUTS + "s.";

  /** Actions whose methods a parameter of the request chooses among. */
  private static final List<String> DISPATCHERS =
      List.of(
          DISPATCH + "DispatchAction",
          DISPATCH + "LookupDispatchAction",
          DISPATCH + "EventDispatchAction",
          DISPATCH + "MappingDispatchAction",
          DISPATCH + "ActionDispatcher",
          "org.springframework.web.struts.DispatchActionSupport",
          "org.springframework.web.struts.LookupDispatchActionSupport",
          "org.springframework.web.struts.MappingDispatchActionSupport");

  private static final Set<String> MAPPED =
      Set.of(
          DISPATCH + "MappingDispatchAction",
          "org.springframework.web.struts.MappingDispatchActionSupport");
  private static final Set<String> BEAN_ACTIONS =
      Set.of("org.apache.struts.beanaction.BeanAction", "com.ibatis.struts.BeanAction");
  private static final String DELEGATING = "org.springframework.web.struts.DelegatingActionProxy";
  private static final String SERVLET = STRUTS + ".ActionServlet";

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<XmlFiles.Parsed> files = XmlFiles.of(sources).rooted("struts-config", facts);
    EntryPoints entries = new EntryPoints();
    if (!files.isEmpty()) {
      Map<String, SortedSet<String>> servlets = ServletMappings.of(sources).byClass();
      BeanNames beans = BeanNames.of(sources);
      String pattern = pattern(servlets);
      for (XmlFiles.Parsed each : files) {
        String prefix = prefix(sources, each);
        for (XmlElement mappings : each.root().elements("action-mappings")) {
          for (XmlElement action : mappings.elements("action")) {
            action(sources.code(), beans, each, action, prefix, pattern, entries);
            roles(beans, each, action, prefix, facts);
          }
        }
      }
    }
    entries.addTo(facts);
  }

  private static String pattern(Map<String, SortedSet<String>> servlets) {
    SortedSet<String> own = servlets.get(SERVLET);
    String first = own == null || own.isEmpty() ? "" : own.first();
    return first.endsWith("/*") || first.startsWith("*.") ? first : "*.do";
  }

  /** The prefix of a file's module: {@code /admin} for the parameter {@code config/admin}. */
  private static String prefix(Sources sources, XmlFiles.Parsed config) {
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("web-app", new FactCollector())) {
      for (XmlElement servlet : each.root().elements("servlet")) {
        for (XmlElement parameter : servlet.elements("init-param")) {
          String name = text(parameter, "param-name");
          String value = text(parameter, "param-value");
          if (name.startsWith("config/") && value.contains(config.file().fileName())) {
            return name.substring("config".length());
          }
        }
      }
    }
    return "";
  }

  private static String text(XmlElement parent, String name) {
    return parent.elements(name).stream().findFirst().map(XmlElement::text).orElse("").strip();
  }

  private static void action(
      CodeBase code,
      BeanNames beans,
      XmlFiles.Parsed file,
      XmlElement action,
      String prefix,
      String pattern,
      EntryPoints entries) {
    String path = action.attribute("path");
    if (BEAN_ACTIONS.contains(action.attribute("type").strip())) {
      onForm(code, beans, file, action, HttpPath.of(prefix, path), pattern, entries);
      return;
    }
    String className = action.attribute("type").strip();
    JavaType type =
        className.equals(DELEGATING) || className.isEmpty()
            ? beans.named(prefix + path)
            : beans.type(className, file.file().module());
    if (type == null || path.isEmpty()) {
      return;
    }
    String full = full(HttpPath.of(prefix, path), pattern);
    Set<String> supertypes = Lineage.supertypes(code, type);
    boolean dispatches = DISPATCHERS.stream().anyMatch(supertypes::contains);
    boolean mapped = MAPPED.stream().anyMatch(supertypes::contains);
    String parameter = action.attribute("parameter");
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (isHandler(method)
          && (dispatches
              ? !mapped || method.name().equals(parameter)
              : method.name().equals("execute") || method.name().equals("perform"))) {
        entries.route(
            EntryPointKind.HTTP,
            "ANY",
            full,
            type,
            method,
            dispatches && !mapped ? Certainty.INFERRED : Certainty.PARSED);
      }
    }
  }

  /** Roles that the request processor asks for before it runs the action. */
  private static void roles(
      BeanNames beans,
      XmlFiles.Parsed file,
      XmlElement action,
      String prefix,
      FactCollector facts) {
    String roles = action.attribute("roles").strip();
    if (!roles.isEmpty()) {
      JavaType type = beans.type(action.attribute("type").strip(), file.file().module());
      facts.add(
          new Trait(
              TraitKind.METHOD_SECURITY,
              "roles",
              "roles %s of %s".formatted(roles, HttpPath.of(prefix, action.attribute("path"))),
              type == null ? "" : type.name(),
              "",
              new Place(file.file().file(), action.line()),
              Certainty.PARSED));
    }
  }

  private static String full(String path, String pattern) {
    return pattern.endsWith("/*")
        ? HttpPath.of(pattern.substring(0, pattern.length() - 2), path)
        : path + pattern.substring(pattern.lastIndexOf('.'));
  }

  /** An action whose form handles the request: its method is the parameter or the path's end. */
  private static void onForm(
      CodeBase code,
      BeanNames beans,
      XmlFiles.Parsed file,
      XmlElement action,
      String path,
      String pattern,
      EntryPoints entries) {
    String className = "";
    for (XmlElement forms : file.root().elements("form-beans")) {
      for (XmlElement form : forms.elements("form-bean")) {
        if (form.attribute("name").equals(action.attribute("name"))) {
          className = form.attribute("type").strip();
        }
      }
    }
    JavaType type = className.isEmpty() ? null : beans.type(className, file.file().module());
    String parameter = action.attribute("parameter");
    String wanted = parameter.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : parameter;
    if (type == null || wanted.equals("*")) {
      return;
    }
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (method.name().equals(wanted) && method.hasBody() && method.parameters().isEmpty()) {
        entries.route(
            EntryPointKind.HTTP, "ANY", full(path, pattern), type, method, Certainty.PARSED);
      }
    }
  }

  private static boolean isHandler(JavaMethod method) {
    return method.isPublic()
        && method.hasBody()
        && method.parameters().size() == 4
        && method.parameters().get(0).type().name().endsWith("ActionMapping")
        && method.result().name().endsWith("ActionForward");
  }
}
