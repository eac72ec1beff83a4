package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.TypeKind;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Servlets with their paths: from annotations, {@code web.xml}, and registrations in code. Filters
 * stand in front of entry points and are none, but for those that let nothing through.
 */
public final class Servlets implements Analyzer {
  private static final String GWT = "com.google.gwt.user.server.rpc.RemoteServiceServlet";
  private static final String REMOTE = "com.google.gwt.user.client.rpc.RemoteService";
  private static final List<String> HTTP_SERVLET =
      List.of(
          "HttpServlet",
          "javax.servlet.http.HttpServlet",
          "javax.servlet.GenericServlet",
          "javax.servlet.Servlet",
          "jakarta.servlet.http.HttpServlet",
          "jakarta.servlet.GenericServlet",
          "jakarta.servlet.Servlet",
          GWT,
          "org.springframework.web.servlet.FrameworkServlet",
          "org.springframework.web.servlet.HttpServletBean",
          "org.springframework.web.context.support.HttpRequestHandlerServlet",
          "org.apache.wicket.protocol.http.WicketServlet");
  private static final Map<String, String> HANDLERS =
      new TreeMap<>(
          Map.of(
              "doGet", "GET",
              "doPost", "POST",
              "doPut", "PUT",
              "doDelete", "DELETE",
              "doHead", "HEAD",
              "doOptions", "OPTIONS",
              "doPatch", "PATCH"));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    SpringSettings settings = SpringSettings.of(sources);
    ServletMappings mappings = ServletMappings.of(sources);
    mappings.broken().forEach(facts::add);
    Map<String, SortedSet<String>> mapped = mappings.byClass();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      boolean named = mapped.containsKey(type.name()) && !isApplication(code, type);
      if (named || isServlet(code, type)) {
        String context = context(settings, type);
        SortedSet<String> paths = mapped.getOrDefault(type.name(), new TreeSet<>());
        if (Lineage.supertypes(code, type).contains(GWT)) {
          procedures(code, type, context, paths, entries);
        } else {
          entries(code, type, context, paths, entries);
        }
      }
    }
    for (ServletMappings.Foreign each : mappings.foreign()) {
      JavaMethod registering = each.registration().caller();
      boolean inContext = each.registration().receiver().name().endsWith("RegistrationBean");
      String context = inContext ? context(settings, registering.owner()) : "";
      entries.route(
          EntryPointKind.SERVLET,
          "ANY",
          each.path().startsWith("*.") ? each.path() : HttpPath.of(context, each.path()),
          registering.owner(),
          registering.name(),
          each.registration().place(),
          Certainty.INFERRED);
    }
    AnsweringFilters.add(sources, entries);
    entries.addTo(facts);
  }

  private static String context(SpringSettings settings, JavaType type) {
    return settings.get(type.module(), "server.servlet.context-path", "server.context-path");
  }

  /** A descriptor may give JAX-RS a path by the name of its application, which answers nothing. */
  private static boolean isApplication(CodeBase code, JavaType type) {
    return !Collections.disjoint(Lineage.supertypes(code, type), JaxRsResources.APPLICATIONS);
  }

  private static boolean isServlet(CodeBase code, JavaType type) {
    if (type.isAbstract()) {
      return false;
    }
    Set<String> supertypes = Lineage.supertypes(code, type);
    return HTTP_SERVLET.stream().anyMatch(supertypes::contains);
  }

  /** A servlet of GWT carries out the methods of its remote interfaces. */
  private static void procedures(
      CodeBase code, JavaType type, String context, SortedSet<String> paths, EntryPoints entries) {
    Lineage lineage = Lineage.of(code, type);
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (JavaType each : lineage.types()) {
      if (each.kind() == TypeKind.INTERFACE && Lineage.supertypes(code, each).contains(REMOTE)) {
        for (JavaMethod declared : each.methods()) {
          JavaMethod body = lineage.implementation(declared);
          if (body != null) {
            all.add(body);
          }
        }
      }
    }
    for (JavaMethod each : all) {
      for (String path : paths) {
        entries.route(
            EntryPointKind.SERVLET,
            "POST",
            HttpPath.of(context, path),
            type,
            each,
            Certainty.PARSED);
      }
      if (paths.isEmpty()) {
        entries.unrouted(EntryPointKind.SERVLET, "servlet", "POST", type, each, Certainty.INFERRED);
      }
    }
  }

  private static void entries(
      CodeBase code, JavaType type, String context, SortedSet<String> paths, EntryPoints entries) {
    Map<String, JavaMethod> handlers = handlers(code, type);
    paths.remove("");
    for (String path : paths) {
      String full = path.startsWith("*.") && context.isEmpty() ? path : HttpPath.of(context, path);
      handlers.forEach(
          (httpMethod, method) ->
              entries.route(
                  EntryPointKind.SERVLET, httpMethod, full, type, method, Certainty.PARSED));
      if (handlers.isEmpty()) {
        entries.route(
            EntryPointKind.SERVLET, "ANY", full, type, "service", type.place(), Certainty.PARSED);
      }
    }
    if (paths.isEmpty()) {
      handlers.forEach(
          (httpMethod, method) ->
              entries.unrouted(
                  EntryPointKind.SERVLET, "servlet", httpMethod, type, method, Certainty.INFERRED));
    }
  }

  /** What answers by HTTP method; by {@code ANY} a servlet that looks at the method itself. */
  private static Map<String, JavaMethod> handlers(CodeBase code, JavaType type) {
    Map<String, JavaMethod> found = new TreeMap<>();
    JavaMethod service = null;
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (method.hasBody() && method.parameters().size() == 2) {
        String httpMethod = HANDLERS.get(method.name());
        if (httpMethod != null) {
          found.putIfAbsent(httpMethod, method);
        } else if (method.name().equals("service") && service == null) {
          service = method;
        }
      }
    }
    return service == null ? found : Map.of("ANY", service);
  }
}
