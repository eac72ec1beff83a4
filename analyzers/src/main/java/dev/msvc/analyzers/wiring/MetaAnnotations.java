package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds annotations directly and on the project's own annotations, as containers do. */
public final class MetaAnnotations {
  private static final int DEPTH = 5;

  private final CodeBase code;

  public MetaAnnotations(CodeBase code) {
    this.code = code;
  }

  /** Names of a Java EE annotation before and after its packages moved. */
  public static String[] ee(String... names) {
    String[] all = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      all[2 * i] = "javax." + names[i];
      all[2 * i + 1] = "jakarta." + names[i];
    }
    return all;
  }

  public static boolean is(Annotation annotation, String... names) {
    for (String each : names) {
      if (annotation.is(each)) {
        return true;
      }
    }
    return false;
  }

  /** The first with one of these names, or with one that carries it; null for none. */
  public @Nullable Annotation find(List<Annotation> annotations, String... names) {
    return find(annotations, names, 0);
  }

  private @Nullable Annotation find(List<Annotation> annotations, String[] names, int depth) {
    for (Annotation each : annotations) {
      if (is(each, names)) {
        return each;
      }
    }
    if (depth < DEPTH) {
      for (Annotation each : annotations) {
        JavaType own = declaration(each);
        Annotation found = own == null ? null : find(own.annotations(), names, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  public boolean has(List<Annotation> annotations, String... names) {
    return find(annotations, names) != null;
  }

  /** The project's declaration of an annotation; null for a library's. */
  public @Nullable JavaType declaration(Annotation annotation) {
    JavaType own = code.project(annotation.name());
    return own != null && own.kind() == TypeKind.ANNOTATION ? own : null;
  }
}
