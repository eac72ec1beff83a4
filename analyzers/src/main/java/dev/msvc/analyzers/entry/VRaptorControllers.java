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
import java.beans.Introspector;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Routes of VRaptor's controllers, which version 3 calls resources: each public method, by the
 * names of class and method where no annotation says a path.
 */
public final class VRaptorControllers implements Analyzer {
  private static final String VRAPTOR = "br.com.caelum.vraptor.";
  private static final String PATH = VRAPTOR + "Path";
  private static final String SUFFIX = "Controller";
  private static final List<String> METHODS =
      List.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "Trace");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (!type.isAbstract()
          && type.annotation(VRAPTOR + "Controller", VRAPTOR + "Resource") != null) {
        for (JavaMethod method : Lineage.of(code, type).offered()) {
          routes(type, method, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static void routes(JavaType type, JavaMethod method, EntryPoints entries) {
    TreeMap<String, List<String>> asked = new TreeMap<>();
    for (String each : METHODS) {
      Annotation found = method.annotation(VRAPTOR + each);
      if (found != null) {
        asked.put(each.toUpperCase(Locale.ROOT), found.texts("value"));
      }
    }
    if (asked.isEmpty()) {
      asked.put("ANY", List.of());
    }
    Annotation path = method.annotation(PATH);
    List<String> own = path == null ? List.of() : path.texts("value");
    Annotation above = type.annotation(PATH);
    String prefix = above == null ? null : above.text("value");
    asked.forEach(
        (httpMethod, told) -> {
          List<String> written = own.isEmpty() ? told : own;
          for (String each : written) {
            entries.route(
                EntryPointKind.HTTP,
                httpMethod,
                HttpPath.of(prefix == null ? "" : prefix, each),
                type,
                method,
                Certainty.PARSED);
          }
          if (written.isEmpty()) {
            entries.route(
                EntryPointKind.HTTP,
                httpMethod,
                HttpPath.of(prefix == null ? byName(type) : prefix, method.name()),
                type,
                method,
                Certainty.INFERRED);
          }
        });
  }

  private static String byName(JavaType type) {
    String name = Introspector.decapitalize(type.simpleName());
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
