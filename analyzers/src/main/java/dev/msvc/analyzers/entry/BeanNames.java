package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes by the names under which Spring, CDI and JSF know their beans. */
final class BeanNames {
  private static final String[] NAMED =
      MetaAnnotations.ee("faces.bean.ManagedBean", "enterprise.inject.Model");

  private final CodeBase code;
  private final Map<String, JavaType> byName = new HashMap<>();

  private BeanNames(Sources sources) {
    code = sources.code();
    AnnotatedBeans.of(sources)
        .names()
        .forEach((type, names) -> names.forEach(each -> byName.putIfAbsent(each, type)));
    for (JavaType type : code.types()) {
      Annotation found = type.isAbstract() ? null : type.annotation(NAMED);
      if (found != null) {
        byName.putIfAbsent(AnnotatedBeans.name(found, type, "value", "name"), type);
      }
    }
    XmlFiles files = XmlFiles.of(sources);
    SpringXml xml = SpringXml.of(sources);
    BeanTypes types = new BeanTypes(code, xml);
    for (BeanDefinition bean : xml.beans()) {
      JavaType type = bean.names().isEmpty() ? null : types.declared(bean);
      if (type != null) {
        bean.names().forEach(each -> byName.putIfAbsent(each, type));
      }
    }
    for (XmlFiles.Parsed each : files.rooted("faces-config", new FactCollector())) {
      for (XmlElement bean : each.root().elements("managed-bean")) {
        put(text(bean, "managed-bean-name"), text(bean, "managed-bean-class"));
      }
    }
  }

  static BeanNames of(Sources sources) {
    return sources.shared(BeanNames.class, BeanNames::new);
  }

  private void put(String name, String className) {
    JavaType type = code.project(className.strip());
    if (!name.isBlank() && type != null) {
      byName.putIfAbsent(name.strip(), type);
    }
  }

  private static String text(XmlElement parent, String name) {
    return parent.elements(name).stream().findFirst().map(XmlElement::text).orElse("").strip();
  }

  /** The class of a bean, or the class of this name itself; null for none of the system's. */
  @Nullable JavaType type(String nameOrClass, String module) {
    JavaType inModule = code.project(nameOrClass + "@" + module);
    JavaType own = inModule == null ? code.project(nameOrClass) : inModule;
    return own == null ? byName.get(nameOrClass) : own;
  }

  /** The class of a bean; null for none of the system's. */
  @Nullable JavaType named(String name) {
    return byName.get(name);
  }
}
