package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Classes of the beans that Spring makes by annotations, by the names of these: stereotypes, {@code
 * Named}, and methods of configurations.
 */
public final class AnnotatedBeans {
  private static final String SPRING = "org.springframework.";

  /** Its value is what settings start with, and no name. */
  private static final String PROPERTIES =
      SPRING + "boot.context.properties.ConfigurationProperties";

  private static final List<String> STEREOTYPES =
      List.of(
          SPRING + "stereotype.Component",
          SPRING + "stereotype.Service",
          SPRING + "stereotype.Repository",
          SPRING + "stereotype.Controller",
          SPRING + "web.bind.annotation.RestController",
          SPRING + "web.bind.annotation.ControllerAdvice",
          SPRING + "web.bind.annotation.RestControllerAdvice",
          SPRING + "context.annotation.Configuration",
          SPRING + "boot.autoconfigure.SpringBootApplication",
          SPRING + "boot.SpringBootConfiguration",
          PROPERTIES,
          "org.mapstruct.Mapper");

  /** What is a bean by one of these, or by an annotation that carries one. */
  private static final String[] COMPONENT =
      Stream.concat(
              STEREOTYPES.stream(),
              Arrays.stream(MetaAnnotations.ee("inject.Named", "annotation.ManagedBean")))
          .toArray(String[]::new);

  private static final String BEAN = SPRING + "context.annotation.Bean";

  private final Map<JavaType, Set<String>> names = new LinkedHashMap<>();
  private final Map<String, List<JavaType>> byName = new HashMap<>();

  private AnnotatedBeans(Sources sources) {
    CodeBase code = sources.code();
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      String name = type.isAbstract() ? null : name(meta, type);
      if (name != null) {
        add(type, List.of(name));
      }
      for (JavaMethod method : type.methods()) {
        Annotation bean = of(method);
        if (bean != null) {
          for (JavaType each : made(code, method)) {
            add(each, List.of(method.name()));
            add(each, bean.texts("name", "value"));
          }
        }
      }
    }
    names.forEach(
        (type, given) ->
            given.forEach(
                each -> byName.computeIfAbsent(each, any -> new ArrayList<>(1)).add(type)));
  }

  public static AnnotatedBeans of(Sources sources) {
    return sources.shared(AnnotatedBeans.class, AnnotatedBeans::new);
  }

  /** Annotations that make their class a bean of Spring's. */
  public static String[] stereotypes() {
    return STEREOTYPES.toArray(String[]::new);
  }

  /** Classes of beans, each with the names that its beans have. */
  public Map<JavaType, Set<String>> names() {
    return Collections.unmodifiableMap(names);
  }

  /** Classes of the beans that have a name. */
  public List<JavaType> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The annotation that makes a bean of what a method returns; null for none. */
  public static @Nullable Annotation of(JavaMethod method) {
    return method.annotations().isEmpty() ? null : method.annotation(BEAN);
  }

  /** The name in one of an annotation's attributes, or that which its class gives. */
  public static String name(Annotation annotation, JavaType type, String... attributes) {
    String given = annotation.text(attributes);
    return given == null || given.isEmpty() ? Introspector.decapitalize(type.simpleName()) : given;
  }

  private void add(JavaType type, Collection<String> given) {
    Set<String> own = names.computeIfAbsent(type, any -> new LinkedHashSet<>());
    given.stream().filter(each -> !each.isEmpty()).forEach(own::add);
  }

  /** The name that annotations give a class, or that its own gives it; null for no bean. */
  private static @Nullable String name(MetaAnnotations meta, JavaType type) {
    String name = null;
    for (Annotation each : type.annotations()) {
      Annotation found = meta.find(List.of(each), COMPONENT);
      if (found != null) {
        String outer = found.is(PROPERTIES) ? "" : each.text("value");
        String given = outer == null ? found.text("value") : outer;
        name = given == null ? "" : given;
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    return name == null ? null : Introspector.decapitalize(type.simpleName());
  }

  /** The classes that a method for a bean constructs: those that are what it returns. */
  public static Set<JavaType> made(CodeBase code, JavaMethod method) {
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
