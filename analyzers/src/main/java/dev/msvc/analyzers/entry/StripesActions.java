package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Events of Stripes action beans. All events of a bean share its path; a parameter of the request
 * chooses among them.
 */
public final class StripesActions implements Analyzer {
  private static final String STRIPES = "net.sourceforge.stripes.action.";

  /** Packages that Stripes leaves out of a path, with all in front of them. */
  private static final Set<String> BASE_PACKAGES = Set.of("web", "www", "stripes", "action");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (!type.isAbstract() && isBean(code, type)) {
        events(code, type, entries);
      }
    }
    entries.addTo(facts);
  }

  private static void events(CodeBase code, JavaType type, EntryPoints entries) {
    Annotation binding = type.annotation(STRIPES + "UrlBinding");
    String bound = binding == null ? null : binding.text("value");
    String path = HttpPath.of(bound == null ? pathByName(type) : bound);
    Certainty certainty = bound == null ? Certainty.INFERRED : Certainty.PARSED;
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      boolean handler =
          method.isPublic() && method.parameters().isEmpty() && isResolution(code, method.result());
      if (handler || method.annotation(STRIPES + "HandlesEvent") != null) {
        entries.route(EntryPointKind.HTTP, "ANY", path, type, method, certainty);
      }
    }
  }

  private static boolean isBean(CodeBase code, JavaType type) {
    Set<String> supertypes = Lineage.supertypes(code, type);
    return supertypes.contains(STRIPES + "ActionBean") || supertypes.contains("ActionBean");
  }

  private static boolean isResolution(CodeBase code, TypeRef result) {
    String name = result.name();
    return (name.startsWith(STRIPES) && name.endsWith("Resolution"))
        || name.equals("Resolution")
        || code.isA(result, STRIPES + "Resolution");
  }

  /** The path that Stripes makes of a class's name where it is not told one. */
  private static String pathByName(JavaType type) {
    List<String> parts = Arrays.asList(type.name().split("\\.", -1));
    int from = 0;
    for (int i = 0; i < parts.size() - 1; i++) {
      if (BASE_PACKAGES.contains(parts.get(i))) {
        from = i + 1;
      }
    }
    String path = String.join("/", parts.subList(from, parts.size()));
    for (String ending : List.of("Bean", "Action")) {
      if (path.endsWith(ending)) {
        path = path.substring(0, path.length() - ending.length());
      }
    }
    return path + ".action";
  }
}
