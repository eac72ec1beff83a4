package dev.msvc.analyzers.code;

import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Methods that no file declares: those of every enum, and accessors that Lombok writes. */
final class SyntheticMembers {
  private static final String LOMBOK = "lombok.";

  private SyntheticMembers() {}

  /** Adds to the declared methods of a type whose fields and annotations are known. */
  static void add(JavaType type, Map<String, List<JavaMethod>> methods) {
    addEnumMethods(type, methods);
    addLombokMethods(type, methods);
  }

  private static void addEnumMethods(JavaType type, Map<String, List<JavaMethod>> methods) {
    if (type.kind() == TypeKind.ENUM) {
      TypeRef self = TypeRef.of(type.name());
      add(methods, synthetic(type, "values", Modifier.STATIC, self.withDimensions(1), List.of()));
      add(
          methods,
          synthetic(
              type,
              "valueOf",
              Modifier.STATIC,
              self,
              List.of(new JavaMethod.Parameter("name", TypeRef.STRING, List.of()))));
    }
  }

  /** Getters and setters that Lombok writes; constructors and builders change no name's meaning. */
  private static void addLombokMethods(JavaType type, Map<String, List<JavaMethod>> methods) {
    boolean data = type.annotation(LOMBOK + "Data") != null;
    boolean value = type.annotation(LOMBOK + "Value") != null;
    boolean getters = data || value || type.annotation(LOMBOK + "Getter") != null;
    boolean setters = data || type.annotation(LOMBOK + "Setter") != null;
    Annotation accessors = type.annotation(LOMBOK + "experimental.Accessors");
    boolean fluent = accessors != null && accessors.flag("fluent", false);
    boolean chain = accessors != null && (fluent || accessors.flag("chain", false));
    for (JavaField field : type.fieldsByName.values()) {
      if (field.isStatic()) {
        continue;
      }
      boolean flag = field.type().name().equals("boolean") && !field.type().isArray();
      String bare =
          flag && field.name().startsWith("is") && field.name().length() > 2
              ? field.name().substring(2)
              : field.name();
      String capital = Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
      if (getters || field.annotation(LOMBOK + "Getter") != null) {
        String name = fluent ? field.name() : (flag ? "is" : "get") + capital;
        if (!methods.containsKey(name)) {
          add(methods, synthetic(type, name, 0, field.type(), List.of()));
        }
      }
      if (!field.isFinal() && (setters || field.annotation(LOMBOK + "Setter") != null)) {
        String name = fluent ? field.name() : "set" + capital;
        boolean there =
            methods.getOrDefault(name, List.of()).stream()
                .anyMatch(each -> each.parameters().size() == 1);
        if (!there) {
          add(
              methods,
              synthetic(
                  type,
                  name,
                  0,
                  chain ? type.self() : TypeRef.of("void"),
                  List.of(new JavaMethod.Parameter(field.name(), field.type(), List.of()))));
        }
      }
    }
  }

  private static void add(Map<String, List<JavaMethod>> methods, JavaMethod method) {
    methods.computeIfAbsent(method.name(), ignored -> new ArrayList<>(1)).add(method);
  }

  private static JavaMethod synthetic(
      JavaType owner,
      String name,
      int modifiers,
      TypeRef result,
      List<JavaMethod.Parameter> parameters) {
    return new JavaMethod(
        owner,
        name,
        modifiers | Modifier.PUBLIC,
        Map.of(),
        result,
        parameters,
        false,
        List.of(),
        List.of(),
        null,
        owner.line(),
        owner.line());
  }
}
