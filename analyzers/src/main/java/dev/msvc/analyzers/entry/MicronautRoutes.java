package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Routes of Micronaut's controllers: their methods with an annotation of HTTP, on themselves or on
 * what they override, as of an interface that they share with a client.
 */
public final class MicronautRoutes implements Analyzer {
  private static final String HTTP = "io.micronaut.http.annotation.";
  private static final String CONTROLLER = HTTP + "Controller";

  /** Comes before what the controller's own annotation says. */
  private static final String URI_MAPPING = HTTP + "UriMapping";

  private static final String CUSTOM = HTTP + "CustomHttpMethod";
  private static final String[] METHOD =
      Stream.concat(
              Stream.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "Trace")
                  .map(each -> HTTP + each),
              Stream.of(CUSTOM))
          .toArray(String[]::new);

  /** Parts of a template that are no path: those of the query, and the fragment. */
  private static final Pattern NO_PATH = Pattern.compile("\\{[?&#][^}]*}");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    Reading reading =
        new Reading(code, new MetaAnnotations(code), SpringSettings.of(sources), entries);
    code.types().forEach(reading::type);
    entries.addTo(facts);
  }

  private record Reading(
      CodeBase code, MetaAnnotations meta, SpringSettings settings, EntryPoints entries) {

    void type(JavaType type) {
      Annotation controller = type.isAbstract() ? null : meta.find(type.annotations(), CONTROLLER);
      if (controller == null) {
        return;
      }
      Annotation mapped = meta.find(type.annotations(), URI_MAPPING);
      PathTexts ofType = PathTexts.of(code, mapped == null ? controller : mapped, type, "value");
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        method(type, ofType, overridden);
      }
    }

    /** The nearest that says anything counts. */
    private void method(JavaType type, PathTexts ofType, List<JavaMethod> overridden) {
      for (JavaMethod each : overridden) {
        Annotation found = meta.find(each.annotations(), METHOD);
        if (found != null) {
          add(type, ofType, found, each.owner(), overridden.get(0));
          return;
        }
      }
    }

    private void add(
        JavaType type, PathTexts ofType, Annotation found, JavaType owner, JavaMethod method) {
      PathTexts ofMethod = PathTexts.of(code, found, owner, "value", "uri", "uris");
      Certainty certainty =
          ofType.certain() && ofMethod.certain() ? Certainty.PARSED : Certainty.GUESSED;
      String verb =
          found.is(CUSTOM) ? found.text("method") : HttpPath.method(found.simpleName(), "");
      for (String outer : orEmpty(ofType)) {
        for (String inner : orEmpty(ofMethod)) {
          entries.route(
              EntryPointKind.HTTP,
              verb == null ? "ANY" : verb,
              path(type.module(), outer, inner),
              type,
              method,
              certainty);
        }
      }
    }

    private static List<String> orEmpty(PathTexts paths) {
      return paths.texts().isEmpty() ? List.of("") : paths.texts();
    }

    private String path(String module, String outer, String inner) {
      String joined =
          HttpPath.open(
              settings.get(module, "micronaut.server.context-path", "micronaut.server.contextPath"),
              path(settings.resolved(outer, module)),
              path(settings.resolved(inner, module)));
      // only now, when patterns of variables are gone
      return joined.replace("*}", "}");
    }

    /** What of a template is the path, with variables as other frameworks write them. */
    private static String path(String template) {
      return NO_PATH.matcher(template).replaceAll("").replace("{/", "/{").replace("{+", "{");
    }
  }
}
