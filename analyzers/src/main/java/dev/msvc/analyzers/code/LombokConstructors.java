package dev.msvc.analyzers.code;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constructors that Lombok writes, and the static methods that stand before them. */
final class LombokConstructors {
  private static final String INIT = "<init>";

  private LombokConstructors() {}

  static void add(JavaType type, Map<String, List<JavaMethod>> methods) {
    boolean written = methods.containsKey(INIT);
    List<Annotation> found = new ArrayList<>();
    for (String each : List.of("NoArgs", "RequiredArgs", "AllArgs")) {
      Annotation annotation = type.annotation("lombok." + each + "Constructor");
      if (annotation != null) {
        found.add(annotation);
      }
    }
    for (Annotation each : found) {
      constructor(type, parameters(type, each.simpleName()), each.text("staticName"), methods);
    }
    if (written || !found.isEmpty()) {
      return;
    }
    Annotation data = type.annotation("lombok.Data");
    Annotation value = type.annotation("lombok.Value");
    if (value != null || (data == null && type.annotation("lombok.Builder") != null)) {
      String name = value == null ? null : value.text("staticConstructor");
      constructor(type, parameters(type, "AllArgsConstructor"), name, methods);
    } else if (data != null) {
      String name = data.text("staticConstructor");
      constructor(type, parameters(type, "RequiredArgsConstructor"), name, methods);
    }
  }

  private static List<JavaMethod.Parameter> parameters(JavaType type, String which) {
    List<JavaMethod.Parameter> all = new ArrayList<>();
    for (JavaField each : type.fieldsByName.values()) {
      boolean unset = each.value() == null;
      boolean taken =
          switch (which) {
            case "AllArgsConstructor" -> unset || !each.isFinal();
            case "RequiredArgsConstructor" ->
                unset && (each.isFinal() || each.annotation("lombok.NonNull") != null);
            default -> false;
          };
      if (taken && !each.isStatic()) {
        all.add(SyntheticMembers.parameter(each));
      }
    }
    return all;
  }

  private static void constructor(
      JavaType type,
      List<JavaMethod.Parameter> parameters,
      @Nullable String staticName,
      Map<String, List<JavaMethod>> methods) {
    TypeRef nothing = TypeRef.of("void");
    SyntheticMembers.add(methods, SyntheticMembers.hidden(type, INIT, 0, nothing, parameters));
    if (staticName != null && !staticName.isEmpty()) {
      SyntheticMembers.add(
          methods,
          SyntheticMembers.hidden(type, staticName, Modifier.STATIC, type.self(), parameters));
    }
  }
}
