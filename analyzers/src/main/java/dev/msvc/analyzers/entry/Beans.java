package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.AnnotatedBeans;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes of beans by their names: of XML, of stereotypes, of methods of configurations. */
final class Beans {
  private static final String[] OTHERS =
      Stream.concat(
              Arrays.stream(EjbRemotes.SESSION),
              Arrays.stream(
                  MetaAnnotations.ee(
                      "inject.Singleton",
                      "enterprise.context.ApplicationScoped",
                      "enterprise.context.RequestScoped",
                      "enterprise.context.SessionScoped",
                      "enterprise.context.ConversationScoped",
                      "enterprise.context.Dependent",
                      "enterprise.inject.Model",
                      "faces.view.ViewScoped",
                      "transaction.TransactionScoped")))
          .toArray(String[]::new);
  private static final int DEPTH = 5;
  private static final String[] ALTERNATIVE = MetaAnnotations.ee("enterprise.inject.Alternative");
  private static final String PRIMARY = "org.springframework.context.annotation.Primary";

  private final CodeBase code;
  private final Qualifiers qualifiers;
  private final Bindings bindings;
  private final Map<JavaType, Set<String>> names = new LinkedHashMap<>();
  private final Map<String, List<JavaType>> byName = new HashMap<>();

  private Beans(Sources sources) {
    code = sources.code();
    qualifiers = new Qualifiers(code);
    bindings = Bindings.of(code, qualifiers);
    SpringXml xml = SpringXml.of(sources);
    BeanTypes types = new BeanTypes(code, xml);
    for (BeanDefinition each : xml.beans()) {
      if (!each.isAbstract()) {
        types.products(each).forEach(bean -> add(bean, each.names()));
      }
    }
    descriptors(sources);
    annotated(AnnotatedBeans.of(sources));
    bindings.beans().forEach(this::add);
    names.forEach(
        (type, given) ->
            given.forEach(
                each -> byName.computeIfAbsent(each, any -> new ArrayList<>(1)).add(type)));
  }

  static Beans of(Sources sources) {
    return sources.shared(Beans.class, Beans::new);
  }

  /** Classes of beans, each with the names that its beans have. */
  Map<JavaType, Set<String>> names() {
    return names;
  }

  /** Classes of the beans that have a name. */
  List<JavaType> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All beans of a type. */
  List<JavaType> all(JavaType wanted) {
    List<JavaType> fit = new ArrayList<>();
    for (JavaType each : code.subtypes(wanted.name())) {
      if (names.containsKey(each)) {
        fit.add(each);
      }
    }
    return fit;
  }

  /**
   * The class of the bean that is put where a type is asked for; null where that is not decided by
   * a binding, by there being one, one of the name, or a primary one.
   *
   * @param name as {@link Qualifiers} writes it, empty for none
   * @param member the field or parameter, whose name decides where nothing else does
   */
  @Nullable JavaType only(JavaType wanted, String name, String member) {
    JavaType found = wanted;
    for (int depth = 0; depth < DEPTH && found != null && found.isAbstract(); depth++) {
      List<JavaType> bound = bindings.behind(found, depth == 0 ? name : "");
      if (bound.isEmpty()) {
        return depth == 0 ? chosen(wanted, name, member) : chosen(found, "", "");
      }
      found = bound.size() == 1 ? bound.get(0) : null;
    }
    return found == wanted || (found != null && found.isAbstract()) ? null : found;
  }

  private @Nullable JavaType chosen(JavaType wanted, String name, String member) {
    List<JavaType> beans = all(wanted);
    List<JavaType> fit = beans.stream().filter(each -> has(each, name)).toList();
    fit = narrowed(fit, each -> each.annotation(ALTERNATIVE) == null);
    fit = narrowed(fit, each -> each.annotation(PRIMARY) != null);
    if (name.isEmpty()) {
      fit = narrowed(fit, each -> !isQualified(each));
      fit = narrowed(fit, each -> has(each, member) && !member.isEmpty());
    }
    return fit.size() == 1 ? fit.get(0) : null;
  }

  private static List<JavaType> narrowed(List<JavaType> all, Predicate<JavaType> rule) {
    List<JavaType> some = all.size() > 1 ? all.stream().filter(rule).toList() : List.of();
    return some.isEmpty() ? all : some;
  }

  private boolean has(JavaType bean, String name) {
    return name.isEmpty() || names.getOrDefault(bean, Set.of()).contains(name);
  }

  private boolean isQualified(JavaType bean) {
    return names.getOrDefault(bean, Set.of()).stream()
        .anyMatch(each -> each.startsWith(Qualifiers.ANNOTATION));
  }

  private void descriptors(Sources sources) {
    // what is not understood there is said by the analyzer of transactions
    for (XmlFiles.Parsed file : XmlFiles.of(sources).rooted("ejb-jar", new FactCollector())) {
      for (XmlElement all : file.root().elements("enterprise-beans")) {
        for (XmlElement each : all.elements()) {
          JavaType type = code.project(text(each, "ejb-class").replace('$', '.'));
          if (type != null) {
            add(type, List.of(text(each, "ejb-name")));
          }
        }
      }
    }
  }

  private static String text(XmlElement parent, String name) {
    return parent.elements(name).stream().findFirst().map(XmlElement::text).orElse("").strip();
  }

  private void annotated(AnnotatedBeans annotated) {
    annotated.names().forEach(this::add);
    for (JavaType type : code.types()) {
      boolean known = type.annotations().isEmpty() || annotated.names().containsKey(type);
      Annotation other = known || type.isAbstract() ? null : type.annotation(OTHERS);
      if (other != null) {
        add(type, List.of(AnnotatedBeans.name(other, type, "name", "value")));
      }
      String qualifier = type.annotations().isEmpty() ? "" : qualifiers.name(type.annotations());
      if (names.containsKey(type) && !qualifier.isEmpty()) {
        add(type, List.of(qualifier));
      }
      for (JavaMethod method : type.methods()) {
        if (AnnotatedBeans.of(method) != null) {
          for (JavaType each : AnnotatedBeans.made(code, method)) {
            add(each, List.of(qualifiers.name(method.annotations())));
          }
        }
      }
    }
  }

  private void add(JavaType type, Collection<String> given) {
    Set<String> own = names.computeIfAbsent(type, any -> new LinkedHashSet<>());
    given.stream().filter(each -> !each.isEmpty()).forEach(own::add);
  }
}
