package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
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
    products(bean, all, 0);
    return List.copyOf(all);
  }

  private void products(BeanDefinition written, Set<JavaType> to, int depth) {
    if (depth > DEPTH) {
      return;
    }
    BeanDefinition bean = xml.resolved(written);
    if (!bean.factoryMethod().isEmpty()) {
      for (JavaType each : factories(bean, depth)) {
        made(each, bean.factoryMethod(), to);
      }
      return;
    }
    List<BeanDefinition> targets = targets(bean);
    JavaType own = type(bean.className());
    if (own == null || isFactory(own)) {
      targets.forEach(each -> products(each, to, depth + 1));
      if (own != null && targets.isEmpty()) {
        made(own, "getObject", to);
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

  private List<JavaType> factories(BeanDefinition bean, int depth) {
    if (bean.factoryBean().isEmpty()) {
      JavaType own = type(bean.className());
      return own == null ? List.of() : List.of(own);
    }
    Set<JavaType> all = new LinkedHashSet<>();
    for (BeanDefinition each : xml.named(bean.factoryBean(), bean.file())) {
      products(each, all, depth + 1);
    }
    return List.copyOf(all);
  }

  private void made(JavaType factory, String method, Set<JavaType> to) {
    JavaType each = factory;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      for (JavaMethod candidate : each.methods(method)) {
        JavaType result = code.project(candidate.result().name());
        if (result != null) {
          to.add(result);
          return;
        }
      }
      TypeRef parent = each.superclass();
      each = parent == null ? null : code.project(parent.name());
    }
  }
}
