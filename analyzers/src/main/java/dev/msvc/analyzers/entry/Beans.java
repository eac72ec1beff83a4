package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.SpringXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes of beans by their names: of XML, of stereotypes, of methods of configurations. */
final class Beans {
  private static final String[] OTHERS =
      Stream.concat(
              Arrays.stream(EjbRemotes.SESSION),
              Arrays.stream(
                  MetaAnnotations.ee(
                      "inject.Named",
                      "inject.Singleton",
                      "enterprise.context.ApplicationScoped",
                      "enterprise.context.RequestScoped",
                      "enterprise.context.SessionScoped",
                      "enterprise.context.ConversationScoped",
                      "enterprise.context.Dependent")))
          .toArray(String[]::new);
  private static final String PRIMARY = "org.springframework.context.annotation.Primary";

  private final CodeBase code;
  private final Map<JavaType, Set<String>> names = new LinkedHashMap<>();

  private Beans(Sources sources) {
    code = sources.code();
    SpringXml xml = SpringXml.of(sources);
    BeanTypes types = new BeanTypes(code, xml);
    for (BeanDefinition each : xml.beans()) {
      if (!each.isAbstract()) {
        types.products(each).forEach(bean -> add(bean, each.names()));
      }
    }
    annotated();
  }

  static Beans of(Sources sources) {
    return sources.shared(Beans.class, Beans::new);
  }

  /** Classes of beans, each with the names that its beans have. */
  Map<JavaType, Set<String>> names() {
    return names;
  }

  /**
   * The class of the bean that is put where a type is asked for; null where that is not decided by
   * there being one, one of the name, or a primary one.
   *
   * @param name empty for none
   */
  @Nullable JavaType only(JavaType wanted, String name) {
    List<JavaType> fit = new ArrayList<>();
    for (JavaType each : code.subtypes(wanted.name())) {
      Set<String> own = names.get(each);
      if (own != null && (name.isEmpty() || own.contains(name))) {
        fit.add(each);
      }
    }
    if (fit.size() > 1) {
      List<JavaType> first = fit.stream().filter(each -> each.annotation(PRIMARY) != null).toList();
      fit = first.size() == 1 ? first : fit;
    }
    return fit.size() == 1 ? fit.get(0) : null;
  }

  private void annotated() {
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      Annotation stereotype = meta.find(type.annotations(), Injections.STEREOTYPE);
      if (stereotype != null && !type.isAbstract()) {
        String value = stereotype.text("value");
        add(type, List.of(value == null || value.isEmpty() ? decapitalized(type) : value));
      }
      Annotation other =
          stereotype != null || type.annotations().isEmpty() ? null : type.annotation(OTHERS);
      if (other != null && !type.isAbstract()) {
        String value = other.text("name", "value");
        add(type, List.of(value == null || value.isEmpty() ? decapitalized(type) : value));
      }
      for (JavaMethod method : type.methods()) {
        Annotation bean =
            method.annotations().isEmpty() ? null : method.annotation(Injections.BEAN);
        if (bean != null) {
          List<String> given = bean.texts("name", "value");
          for (JavaType each : made(code, method)) {
            add(each, List.of(method.name()));
            add(each, given);
          }
        }
      }
    }
  }

  private void add(JavaType type, List<String> given) {
    names.computeIfAbsent(type, any -> new LinkedHashSet<>()).addAll(given);
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
