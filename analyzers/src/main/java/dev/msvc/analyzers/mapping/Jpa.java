package dev.msvc.analyzers.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JPA's annotations say, by the names of both their packages. */
final class Jpa {
  private static final String NEW = "jakarta.persistence.";
  private static final String OLD = "javax.persistence.";

  private Jpa() {}

  static boolean is(Mark mark, String simpleName) {
    return mark.is(NEW + simpleName) || mark.is(OLD + simpleName);
  }

  static @Nullable Mark first(List<Mark> marks, String simpleName) {
    for (Mark each : marks) {
      if (is(each, simpleName)) {
        return each;
      }
    }
    return null;
  }

  static boolean has(List<Mark> marks, String simpleName) {
    return first(marks, simpleName) != null;
  }

  /** Those of one name, given alone, repeated, or in their container. */
  static List<Mark> all(List<Mark> marks, String simpleName) {
    List<Mark> all = new ArrayList<>();
    for (Mark each : marks) {
      // what XML says has no package: it is of both
      if (is(each, simpleName)) {
        all.add(each);
      } else if (is(each, container(simpleName))) {
        all.addAll(each.marks("value"));
      }
    }
    return all;
  }

  /** The same for another package of annotations, whose name ends with a dot. */
  static List<Mark> all(List<Mark> marks, String packageName, String simpleName) {
    List<Mark> all = new ArrayList<>();
    for (Mark each : marks) {
      if (each.is(packageName + simpleName)) {
        all.add(each);
      } else if (each.is(packageName + container(simpleName))) {
        all.addAll(each.marks("value"));
      }
    }
    return all;
  }

  /** Whether it is JPA's annotation of this simple name, or the container of several. */
  static boolean isOneOf(Mark mark, String simpleName) {
    return is(mark, simpleName) || is(mark, container(simpleName));
  }

  /** The first that has one of these fully qualified names; null for none. */
  static @Nullable Mark named(List<Mark> marks, String... names) {
    for (Mark each : marks) {
      for (String name : names) {
        if (each.is(name)) {
          return each;
        }
      }
    }
    return null;
  }

  private static String container(String simpleName) {
    return simpleName.endsWith("y")
        ? simpleName.substring(0, simpleName.length() - 1) + "ies"
        : simpleName + "s";
  }
}
