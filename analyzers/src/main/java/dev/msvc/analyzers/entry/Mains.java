package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.TypeKind;

/** Main methods. */
public final class Mains implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntryPoints entries = new EntryPoints();
    for (JavaType type : sources.code().types()) {
      for (JavaMethod method : type.methods("main")) {
        if (isMain(method)) {
          entries.method(EntryPointKind.MAIN, "main", null, type, method, Certainty.PARSED);
        }
      }
    }
    entries.addTo(facts);
  }

  private static boolean isMain(JavaMethod method) {
    return method.isStatic()
        && (method.isPublic() || method.owner().kind() == TypeKind.INTERFACE)
        && method.result().name().equals("void")
        && method.parameters().size() == 1
        && method.parameters().get(0).type().name().equals("java.lang.String")
        && (method.isVarargs() || method.parameters().get(0).type().isArray());
  }
}
