package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the system's types beans in XML are: their own, or those that a factory gives out. */
public final class BeanTypes {
  private static final int DEPTH = 10;
  private static final String FACTORY_BEAN = "org.springframework.beans.factory.FactoryBean";

  /** Properties of proxies that hold what is behind them, nearest first. */
  private static final List<String> TARGETS =
      List.of("target", "targetName", "targetSource", "targetBeanName");

  private final CodeBase code;
  private final SpringXml xml;

  public BeanTypes(CodeBase code, SpringXml xml) {
    this.code = code;
    this.xml = xml;
  }

  /** The class that a definition names, its parents' included; null where it is no one's here. */
  public @Nullable JavaType declared(BeanDefinition bean) {
    return type(xml.resolved(bean).className());
  }

  /** The system's type of a name as XML writes it; null where there is none. */
  public @Nullable JavaType type(String written) {
    return code.project(name(written));
  }

  String name(String written) {
    return xml.placeholders().resolved(written).strip().replace('$', '.');
  }

  /** The types that whoever is given this bean really works with; empty for a library's. */
  public List<JavaType> products(BeanDefinition bean) {
    Set<JavaType> all = new LinkedHashSet<>();
    products(bean, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    return List.copyOf(all);
  }

  /**
   * Adds the types of a bean.
   *
   * @param seen definitions met on the way, each looked at once
   */
  private void products(BeanDefinition written, Set<JavaType> to, Set<BeanDefinition> seen) {
    if (!seen.add(written)) {
      return;
    }
    BeanDefinition bean = xml.resolved(written);
    if (!bean.factoryMethod().isEmpty()) {
      for (JavaType each : factories(bean, seen)) {
        made(each, bean.factoryMethod(), to);
      }
      return;
    }
    List<BeanDefinition> targets = targets(bean);
    JavaType own = type(bean.className());
    if (own == null || isFactory(own)) {
      targets.forEach(each -> products(each, to, seen));
      if (own != null && targets.isEmpty() && !made(own, "getObject", to)) {
        given(bean, to, seen);
      }
    } else {
      to.add(own);
    }
  }

  /** Whether it gives out something else than itself, as its library's superclass tells. */
  private boolean isFactory(JavaType type) {
    JavaType each = type;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      TypeRef parent = each.superclass();
      if (parent != null && parent.name().endsWith("FactoryBean")) {
        return true;
      }
      each = parent == null ? null : code.project(parent.name());
    }
    return code.isA(type, FACTORY_BEAN);
  }

  /** What a proxy stands before; empty for a bean that is no proxy. */
  public List<BeanDefinition> targets(BeanDefinition bean) {
    for (String each : TARGETS) {
      BeanValue value = bean.property(each);
      if (value != null) {
        List<BeanDefinition> all = new ArrayList<>();
        for (BeanDefinition target : xml.definitions(value, bean.file())) {
          List<BeanDefinition> behind =
              each.equals("targetSource") ? targets(xml.resolved(target)) : List.of();
          all.addAll(behind.isEmpty() ? List.of(target) : behind);
        }
        return all;
      }
    }
    return List.of();
  }

  private List<JavaType> factories(BeanDefinition bean, Set<BeanDefinition> seen) {
    if (bean.factoryBean().isEmpty()) {
      JavaType own = type(bean.className());
      return own == null ? List.of() : List.of(own);
    }
    Set<JavaType> all = new LinkedHashSet<>();
    for (BeanDefinition each : xml.named(bean.factoryBean(), bean.file())) {
      products(each, all, seen);
    }
    return List.copyOf(all);
  }

  /**
   * What a factory that does not say what it makes is given: it makes something that stands before
   * these, of the interfaces that it is told.
   */
  private void given(BeanDefinition factory, Set<JavaType> to, Set<BeanDefinition> seen) {
    Set<JavaType> told = new LinkedHashSet<>();
    Set<JavaType> all = new LinkedHashSet<>();
    List<BeanValue> values = new ArrayList<>(factory.arguments());
    values.addAll(factory.properties().values());
    for (BeanValue value : values) {
      for (String each : value.texts()) {
        JavaType type = type(each);
        if (type != null && type.isAbstract()) {
          told.add(type);
        }
      }
      for (BeanValue part : value.beans()) {
        for (BeanDefinition each : xml.definitions(part, factory.file())) {
          products(each, all, seen);
        }
      }
    }
    for (JavaType each : all) {
      if (told.stream().anyMatch(one -> code.isA(each, one.name()))) {
        to.add(each);
      }
    }
  }

  private boolean made(JavaType factory, String method, Set<JavaType> to) {
    JavaType each = factory;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      for (JavaMethod candidate : each.methods(method)) {
        JavaType result = code.project(candidate.result().name());
        if (result != null) {
          to.add(result);
          return true;
        }
      }
      TypeRef parent = each.superclass();
      each = parent == null ? null : code.project(parent.name());
    }
    return false;
  }
}
