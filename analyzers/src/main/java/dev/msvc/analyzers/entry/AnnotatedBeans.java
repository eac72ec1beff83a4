package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Beans that annotations make: of stereotypes, and those that methods of configurations return. */
final class AnnotatedBeans {
  private AnnotatedBeans() {}

  /** Classes of beans, each with the names that its beans have. */
  static Map<JavaType, Set<String>> of(CodeBase code) {
    MetaAnnotations meta = new MetaAnnotations(code);
    Map<JavaType, Set<String>> all = new LinkedHashMap<>();
    for (JavaType type : code.types()) {
      Annotation stereotype = meta.find(type.annotations(), Injections.STEREOTYPE);
      if (stereotype != null && !type.isAbstract()) {
        String value = stereotype.text("value");
        add(all, type, value == null || value.isEmpty() ? decapitalized(type) : value);
      }
      for (JavaMethod method : type.methods()) {
        Annotation bean =
            method.annotations().isEmpty() ? null : method.annotation(Injections.BEAN);
        if (bean != null) {
          List<String> names = bean.texts("name", "value");
          for (JavaType each : made(code, method)) {
            add(all, each, method.name());
            names.forEach(name -> add(all, each, name));
          }
        }
      }
    }
    return all;
  }

  private static void add(Map<JavaType, Set<String>> all, JavaType type, String name) {
    all.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(name);
  }

  private static String decapitalized(JavaType type) {
    String name = type.simpleName();
    boolean abbreviation =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return abbreviation ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The classes that a method for a bean constructs: those that are what it returns. */
  private static Set<JavaType> made(CodeBase code, JavaMethod method) {
    Set<JavaType> all = new LinkedHashSet<>();
    JavaType result = code.project(method.result().name());
    for (Call each : method.calls()) {
      if (each.name().equals("<init>")) {
        JavaType created = code.project(each.receiver().name());
        if (created != null && code.isA(created, method.result().name())) {
          all.add(created);
        }
      }
    }
    if (all.isEmpty() && result != null && !result.isAbstract()) {
      all.add(result);
    }
    return all;
  }
}
