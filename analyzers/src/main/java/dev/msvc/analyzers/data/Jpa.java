package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annotations of JPA, by the names of both their packages. */
final class Jpa {
  private static final String NEW = "jakarta.persistence.";
  private static final String OLD = "javax.persistence.";

  private Jpa() {}

  static @Nullable Annotation annotation(JavaType type, String simpleName) {
    return type.annotation(NEW + simpleName, OLD + simpleName);
  }

  static @Nullable Annotation annotation(List<Annotation> annotations, String simpleName) {
    for (Annotation each : annotations) {
      if (each.is(NEW + simpleName) || each.is(OLD + simpleName)) {
        return each;
      }
    }
    return null;
  }

  static boolean has(JavaType type, String simpleName) {
    return annotation(type, simpleName) != null;
  }

  static boolean has(List<Annotation> annotations, String simpleName) {
    return annotation(annotations, simpleName) != null;
  }

  /** Those of one name, given alone, repeated, or in their container. */
  static List<Annotation> all(List<Annotation> annotations, String simpleName) {
    List<Annotation> all = new ArrayList<>();
    for (Annotation each : annotations) {
      if (each.is(NEW + simpleName) || each.is(OLD + simpleName)) {
        all.add(each);
      } else if (each.is(NEW + container(simpleName)) || each.is(OLD + container(simpleName))) {
        all.addAll(each.annotations("value"));
      }
    }
    return all;
  }

  private static String container(String simpleName) {
    return simpleName.endsWith("y")
        ? simpleName.substring(0, simpleName.length() - 1) + "ies"
        : simpleName + "s";
  }
}
