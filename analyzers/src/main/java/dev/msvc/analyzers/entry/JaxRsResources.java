package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Routes of JAX-RS resources: classes with a path, what they inherit from interfaces and
 * superclasses, and the resources that their locators hand on to.
 */
public final class JaxRsResources implements Analyzer {
  private static final String[] PATH = MetaAnnotations.ee("ws.rs.Path");
  private static final String[] HTTP_METHOD = MetaAnnotations.ee("ws.rs.HttpMethod");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
  private static final String CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
  static final List<String> APPLICATIONS =
      List.of(
          "javax.ws.rs.core.Application",
          "jakarta.ws.rs.core.Application",
          "org.glassfish.jersey.server.ResourceConfig");
  static final List<String> SERVLETS =
      List.of(
          "javax.ws.rs.core.Application",
          "jakarta.ws.rs.core.Application",
          "org.glassfish.jersey.servlet.ServletContainer",
          "com.sun.jersey.spi.container.servlet.ServletContainer",
          "com.sun.jersey.spi.spring.container.servlet.SpringServlet",
          "org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher",
          "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher",
          "org.apache.cxf.transport.servlet.CXFServlet",
          "org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet");
  private static final int LOCATORS = 10;

  /** So often a resource can be reached: cycles of locators would go on for ever. */
  private static final int VISITS = 60;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    Reading reading =
        new Reading(
            ServletMappings.of(sources),
            code,
            SpringSettings.of(sources),
            new JaxRsApplications(sources),
            GeneratedApis.of(sources),
            entries,
            new Locators(code),
            new HashMap<>(),
            new HashMap<>());
    code.types().forEach(reading::resource);
    code.types().forEach(reading::unlocated);
    entries.addTo(facts);
  }

  private record Reading(
      ServletMappings servlets,
      CodeBase code,
      SpringSettings settings,
      JaxRsApplications applications,
      GeneratedApis apis,
      EntryPoints entries,
      Locators locators,
      Map<String, Lineage> lineages,
      Map<String, Integer> visits) {

    void resource(JavaType type) {
      if (type.isAbstract()) {
        return;
      }
      Lineage lineage = lineage(type);
      for (JavaType each : lineage.types()) {
        Annotation path = each.annotation(PATH);
        if (path != null) {
          if (each.annotation(CLIENT) == null) {
            documented(type, text(path));
            methods(type, prefix(type), text(path), path(path), 0, new HashSet<>());
          }
          return;
        }
      }
      documented(type, "");
    }

    /** Methods whose paths stand in an API document; those hold what stands before their class. */
    private void documented(JavaType type, String path) {
      GeneratedApis.Api api = apis.of(type);
      if (api == null || apis.isOfSpring(type)) {
        return;
      }
      api.operations()
          .forEach(
              (method, each) -> {
                boolean whole = (each.path() + "/").startsWith(HttpPath.of(path, "/"));
                entries.route(
                    EntryPointKind.HTTP,
                    each.verb(),
                    HttpPath.open(prefix(type), whole ? "" : path, each.path()),
                    type,
                    method,
                    whole && api.document().serverPath().isEmpty()
                        ? Certainty.INFERRED
                        : Certainty.GUESSED);
              });
    }

    /**
     * A resource that nobody is seen to hand on to: somebody does, from a place not known. What
     * resources extend is none itself.
     */
    void unlocated(JavaType type) {
      if (!type.isAbstract() && !type.isGenerated() && !visits.containsKey(type.name())) {
        Lineage lineage = lineage(type);
        boolean outside =
            lineage.types().stream()
                .allMatch(each -> each.annotation(PATH) == null && each.annotation(CLIENT) == null);
        if (outside
            && code.subtypes(type.name()).stream().noneMatch(each -> each.annotation(PATH) != null)
            && lineage.methods().stream().anyMatch(each -> annotated(each) != null)) {
          methods(type, "", "", Certainty.GUESSED, LOCATORS, new HashSet<>());
        }
      }
    }

    private Lineage lineage(JavaType type) {
      return lineages.computeIfAbsent(type.name(), ignored -> Lineage.of(code, type));
    }

    private String prefix(JavaType type) {
      String application = applications.path(type);
      String jersey = settings.get(type.module(), "spring.jersey.application-path");
      String context =
          settings.get(type.module(), "server.servlet.context-path", "server.context-path");
      String rest = settings.get(type.module(), "quarkus.resteasy.path", "quarkus.rest.path");
      if (!jersey.isEmpty()) {
        application = jersey;
      } else if (application.isEmpty()) {
        application = servlets.prefix(type.module(), SERVLETS);
        if (application.isEmpty()) {
          application = settings.get(type.module(), "cxf.path");
        }
      }
      return HttpPath.open(context, rest, application, applications.address(type));
    }

    private static String text(Annotation path) {
      String text = path.text("value");
      Expr value = path.value("value");
      if (value != null && path.isOpen("value")) {
        return HttpPath.unknown(value);
      }
      return text == null ? "" : text;
    }

    private Certainty path(Annotation path) {
      return path.text("value") == null || path.isOpen("value")
          ? Certainty.GUESSED
          : Certainty.PARSED;
    }

    private void methods(
        JavaType type,
        String prefix,
        String path,
        Certainty certainty,
        int depth,
        Set<String> onTheWay) {
      if (visits.merge(type.name(), 1, Integer::sum) > VISITS || !onTheWay.add(type.name())) {
        return;
      }
      String base = HttpPath.open(prefix, path);
      for (List<JavaMethod> overridden : lineage(type).methods()) {
        JavaMethod annotated = annotated(overridden);
        if (annotated == null) {
          continue;
        }
        Annotation sub = annotated.annotation(PATH);
        String full = sub == null ? base : HttpPath.open(base, text(sub));
        boolean open = sub != null && path(sub) == Certainty.GUESSED;
        Certainty known = open ? Certainty.GUESSED : certainty;
        TreeSet<String> httpMethods = httpMethods(annotated);
        for (String each : httpMethods) {
          entries.route(EntryPointKind.HTTP, each, full, type, overridden.get(0), known);
        }
        if (httpMethods.isEmpty() && depth < LOCATORS) {
          List<JavaType> located = locators.located(annotated, overridden.get(0));
          Certainty sure = located.size() == 1 ? certainty : least(certainty);
          located.forEach(each -> methods(each, full, "", sure, depth + 1, onTheWay));
        }
      }
      onTheWay.remove(type.name());
    }

    /** The nearest that says anything about routes: what it overrides is then not asked. */
    private @Nullable JavaMethod annotated(List<JavaMethod> overridden) {
      for (JavaMethod each : overridden) {
        if (each.annotation(PATH) != null || !httpMethods(each).isEmpty()) {
          return each;
        }
      }
      return null;
    }

    private TreeSet<String> httpMethods(JavaMethod method) {
      TreeSet<String> all = new TreeSet<>();
      for (Annotation each : method.annotations()) {
        String simple = each.simpleName();
        if (METHODS.contains(simple)
            && (each.is("javax.ws.rs." + simple) || each.is("jakarta.ws.rs." + simple))) {
          all.add(simple);
          continue;
        }
        JavaType declared = code.project(each.name());
        Annotation own = declared == null ? null : declared.annotation(HTTP_METHOD);
        String name = own == null ? null : own.text("value");
        if (name != null) {
          all.add(name);
        }
      }
      return all;
    }

    private static Certainty least(Certainty certainty) {
      return certainty == Certainty.PARSED ? Certainty.INFERRED : certainty;
    }
  }
}
