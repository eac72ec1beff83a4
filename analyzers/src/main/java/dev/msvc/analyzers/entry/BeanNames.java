package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.analyzers.wiring.XmlFiles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes by the names under which Spring, CDI and JSF know their beans. */
final class BeanNames {
  private static final String SPRING = "org.springframework.";
  private static final String[] NAMED = {
    "javax.inject.Named",
    "jakarta.inject.Named",
    "javax.faces.bean.ManagedBean",
    "jakarta.faces.bean.ManagedBean",
    "jakarta.enterprise.inject.Model",
    "javax.enterprise.inject.Model",
    SPRING + "stereotype.Component",
    SPRING + "stereotype.Service",
    SPRING + "stereotype.Controller",
    SPRING + "stereotype.Repository"
  };

  private final CodeBase code;
  private final Map<String, JavaType> byName = new HashMap<>();

  private BeanNames(Sources sources) {
    code = sources.code();
    for (JavaType type : code.types()) {
      Annotation found = type.isAbstract() ? null : type.annotation(NAMED);
      if (found != null) {
        String given = found.text("value", "name");
        byName.putIfAbsent(
            given == null || given.isEmpty() ? byClass(type.simpleName()) : given, type);
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

  /** The name of a bean that is given none: two capitals at the start stay as they are. */
  static String byClass(String simpleName) {
    if (simpleName.length() > 1
        && Character.isUpperCase(simpleName.charAt(0))
        && Character.isUpperCase(simpleName.charAt(1))) {
      return simpleName;
    }
    return Character.toLowerCase(simpleName.charAt(0)) + simpleName.substring(1);
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
