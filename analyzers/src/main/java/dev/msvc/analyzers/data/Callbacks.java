package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Methods that a library calls, and no code of the system. */
final class Callbacks {
  private Callbacks() {}

  /**
   * Whether a library calls a method: it is the first to declare it, or calls it when all is set.
   */
  static boolean isCallback(JavaMethod method, CodeBase code) {
    if (method.annotation("javax.annotation.PostConstruct", "jakarta.annotation.PostConstruct")
        != null) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    List<JavaType> open = new ArrayList<>(List.of(method.owner()));
    for (int i = 0; i < open.size(); i++) {
      for (JavaMethod each : open.get(i).methods(method.name())) {
        boolean same = each.parameters().size() == method.parameters().size();
        if (same && each.annotation("java.lang.Override") == null) {
          return false;
        }
      }
      for (TypeRef above : code.supertypes(open.get(i).self())) {
        JavaType type = seen.add(above.name()) ? code.project(above.name()) : null;
        if (type != null) {
          open.add(type);
        }
      }
    }
    return true;
  }
}
