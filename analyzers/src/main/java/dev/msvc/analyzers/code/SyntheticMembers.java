package dev.msvc.analyzers.code;

import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods that no file declares: those of every enum, and accessors that Lombok writes. */
final class SyntheticMembers {
  private static final String LOMBOK = "lombok.";
  private static final Map<String, String> LOGGERS =
      Map.of(
          "lombok.extern.slf4j.Slf4j", "org.slf4j.Logger",
          "lombok.extern.slf4j.XSlf4j", "org.slf4j.ext.XLogger",
          "lombok.extern.log4j.Log4j", "org.apache.log4j.Logger",
          "lombok.extern.log4j.Log4j2", "org.apache.logging.log4j.Logger",
          "lombok.extern.java.Log", "java.util.logging.Logger",
          "lombok.extern.apachecommons.CommonsLog", "org.apache.commons.logging.Log",
          "lombok.extern.jbosslog.JBossLog", "org.jboss.logging.Logger",
          "lombok.extern.flogger.Flogger", "com.google.common.flogger.FluentLogger");
  private static final String[] WITH = {LOMBOK + "With", LOMBOK + "experimental.Wither"};

  private SyntheticMembers() {}

  /** Adds a logger that Lombok declares to the fields of a type whose annotations are known. */
  static void addFields(JavaType type, Map<String, JavaField> fields) {
    for (Annotation each : type.isLombok() ? type.annotations() : List.<Annotation>of()) {
      String logger = LOGGERS.get(each.name());
      if (logger != null) {
        int modifiers = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;
        TypeRef of = TypeRef.of(logger);
        fields.putIfAbsent(
            "log", new JavaField(type, "log", of, modifiers, List.of(), null, each.line()));
      }
    }
  }

  /** Adds to the declared methods of a type whose fields and annotations are known. */
  static void add(JavaType type, Map<String, List<JavaMethod>> methods) {
    addEnumMethods(type, methods);
    if (type.isLombok()) {
      addLombokMethods(type, methods);
      LombokConstructors.add(type, methods);
    }
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

  /** Getters, setters and copying setters that Lombok writes. */
  private static void addLombokMethods(JavaType type, Map<String, List<JavaMethod>> methods) {
    boolean data = type.annotation(LOMBOK + "Data") != null;
    boolean value = type.annotation(LOMBOK + "Value") != null;
    boolean getters = data || value || type.annotation(LOMBOK + "Getter") != null;
    boolean setters = data || type.annotation(LOMBOK + "Setter") != null;
    boolean withers = type.annotation(WITH) != null;
    Annotation ofType = type.annotation(LOMBOK + "experimental.Accessors");
    for (JavaField field : type.fieldsByName.values()) {
      if (field.isStatic()) {
        continue;
      }
      Annotation ofField = field.annotation(LOMBOK + "experimental.Accessors");
      Annotation accessors = ofField == null ? ofType : ofField;
      boolean fluent = accessors != null && accessors.flag("fluent", false);
      boolean chain = accessors != null && accessors.flag("chain", fluent);
      String plain = withoutPrefix(field.name(), accessors);
      boolean flag = field.type().name().equals("boolean") && !field.type().isArray();
      String bare =
          flag && plain.startsWith("is") && plain.length() > 2 && !fluent
              ? plain.substring(2)
              : plain;
      String capital = Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
      if (isWanted(getters, field.annotation(LOMBOK + "Getter"))) {
        String name = fluent ? plain : (flag ? "is" : "get") + capital;
        if (!methods.containsKey(name)) {
          add(methods, synthetic(type, name, 0, field.type(), List.of()));
        }
      }
      if (withers || field.annotation(WITH) != null) {
        add(methods, hidden(type, "with" + capital, 0, type.self(), List.of(parameter(field))));
      }
      boolean changes = !field.isFinal() && !value;
      if (changes && isWanted(setters, field.annotation(LOMBOK + "Setter"))) {
        String name = fluent ? plain : "set" + capital;
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

  /** Whether an accessor is written: by an annotation of the field before that of its type. */
  private static boolean isWanted(boolean ofType, @Nullable Annotation ofField) {
    return ofField == null ? ofType : !"NONE".equals(ofField.text("value"));
  }

  private static String withoutPrefix(String field, @Nullable Annotation accessors) {
    for (String each : accessors == null ? List.<String>of() : accessors.texts("prefix")) {
      int length = each.length();
      boolean word =
          length > 0
              && field.length() > length
              && field.startsWith(each)
              && !Character.isLowerCase(field.charAt(length));
      if (word) {
        return Character.toLowerCase(field.charAt(length)) + field.substring(length + 1);
      }
    }
    return field;
  }

  static JavaMethod.Parameter parameter(JavaField field) {
    return new JavaMethod.Parameter(field.name(), field.type(), List.of());
  }

  /** A method that can be called but is not listed among those of its type. */
  static JavaMethod hidden(
      JavaType owner,
      String name,
      int modifiers,
      TypeRef result,
      List<JavaMethod.Parameter> parameters) {
    return synthetic(owner, name, modifiers | Lombok.HIDDEN, result, parameters);
  }

  static void add(Map<String, List<JavaMethod>> methods, JavaMethod method) {
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
