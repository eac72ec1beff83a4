package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Servlets with their paths: from annotations, {@code web.xml}, and registrations in code. Filters
 * stand in front of entry points and are none.
 */
public final class Servlets implements Analyzer {
  private static final String[] WEB_SERVLET = MetaAnnotations.ee("servlet.annotation.WebServlet");
  private static final List<String> HTTP_SERVLET =
      List.of(
          "HttpServlet",
          "javax.servlet.http.HttpServlet",
          "javax.servlet.GenericServlet",
          "javax.servlet.Servlet",
          "jakarta.servlet.http.HttpServlet",
          "jakarta.servlet.GenericServlet",
          "jakarta.servlet.Servlet");
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
  private static final String BEAN = "ServletRegistrationBean";

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    SpringSettings settings = SpringSettings.of(sources);
    Map<String, SortedSet<String>> mapped = new TreeMap<>();
    annotated(code, mapped);
    for (WebXml.Mapping each : WebXml.mappings(sources, facts)) {
      if (code.project(each.className()) != null) {
        mapped.computeIfAbsent(each.className(), ignored -> new TreeSet<>()).add(each.path());
      }
    }
    registered(code, mapped);
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (mapped.containsKey(type.name()) || isServlet(code, type)) {
        String context =
            settings.get(type.module(), "server.servlet.context-path", "server.context-path");
        SortedSet<String> paths = mapped.getOrDefault(type.name(), new TreeSet<>());
        entries(code, type, context, paths, entries);
      }
    }
    entries.addTo(facts);
  }

  private static boolean isServlet(CodeBase code, JavaType type) {
    if (type.isAbstract()) {
      return false;
    }
    Set<String> supertypes = Lineage.supertypes(code, type);
    return HTTP_SERVLET.stream().anyMatch(supertypes::contains);
  }

  private static void annotated(CodeBase code, Map<String, SortedSet<String>> mapped) {
    for (JavaType type : code.types()) {
      Annotation found = type.annotation(WEB_SERVLET);
      if (found != null) {
        SortedSet<String> paths = mapped.computeIfAbsent(type.name(), ignored -> new TreeSet<>());
        paths.addAll(found.texts("value"));
        paths.addAll(found.texts("urlPatterns"));
      }
    }
  }

  private static void registered(CodeBase code, Map<String, SortedSet<String>> mapped) {
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        Registration registration = new Registration(new TreeSet<>(), new TreeSet<>());
        for (Call each : method.calls()) {
          registration(code, each, registration);
        }
        if (registration.types().size() == 1) {
          mapped
              .computeIfAbsent(registration.types().first(), ignored -> new TreeSet<>())
              .addAll(registration.paths());
        }
      }
    }
  }

  /** Servlets that a method registers, and paths that it names for them. */
  private record Registration(SortedSet<String> types, SortedSet<String> paths) {}

  private static void registration(CodeBase code, Call call, Registration found) {
    String receiver = call.receiver().name();
    boolean bean = receiver.substring(receiver.lastIndexOf('.') + 1).equals(BEAN);
    boolean construction = bean && call.name().equals("<init>");
    if (construction || (bean && call.name().equals("setServlet"))) {
      servlet(code, call, 0, found);
    }
    if (call.name().equals("addServlet") && call.arguments().size() == 2) {
      servlet(code, call, 1, found);
    }
    int first = construction ? 1 : 0;
    if (construction
        || call.name().equals("addMapping")
        || (bean && call.name().equals("addUrlMappings"))) {
      for (int i = first; i < call.arguments().size(); i++) {
        found.paths().addAll(code.texts(call.arguments().get(i), call.caller()));
      }
    }
  }

  private static void servlet(CodeBase code, Call call, int argument, Registration found) {
    List<TypeRef> candidates = new ArrayList<>();
    if (argument < call.argumentTypes().size()) {
      TypeRef given = call.argumentTypes().get(argument);
      candidates.add(given.name().equals("java.lang.Class") ? given.argument(0) : given);
    }
    candidates.add(call.receiver().argument(0));
    for (TypeRef each : candidates) {
      JavaType own = code.project(each.name());
      if (own != null) {
        found.types().add(own.name());
        return;
      }
    }
  }

  private static void entries(
      CodeBase code, JavaType type, String context, SortedSet<String> paths, EntryPoints entries) {
    Map<String, JavaMethod> handlers = handlers(code, type);
    for (String path : paths) {
      String full = HttpPath.of(context, path);
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
      handlers
          .values()
          .forEach(
              method ->
                  entries.method(
                      EntryPointKind.SERVLET, "servlet", null, type, method, Certainty.INFERRED));
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
