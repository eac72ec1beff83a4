package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.JavaType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bean as Spring's XML defines it.
 *
 * @param file relative to the analysed folder
 * @param names its id first; empty for one without any
 * @param className empty where a parent or a factory says it
 * @param parent name of the definition that it takes over; empty for none
 * @param factoryBean name of the bean whose method makes it; empty for none
 * @param factoryMethod the method that makes it; empty for a constructor
 */
public record BeanDefinition(
    String file,
    int line,
    List<String> names,
    String className,
    String parent,
    boolean isAbstract,
    String factoryBean,
    String factoryMethod,
    List<BeanValue> arguments,
    Map<String, BeanValue> properties) {
  public BeanDefinition {
    names = List.copyOf(names);
    arguments = List.copyOf(arguments);
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** A definition as that of a class which an annotation makes a bean. */
  static BeanDefinition of(JavaType annotated) {
    return new BeanDefinition(
        annotated.place().file(),
        annotated.line(),
        List.of(),
        annotated.name(),
        "",
        false,
        "",
        "",
        List.of(),
        Map.of());
  }

  /** What a property is given; null for nothing. */
  public @Nullable BeanValue property(String name) {
    return properties.get(name);
  }

  /** The property's texts or names of beans; empty for none. */
  public List<String> texts(String name) {
    BeanValue value = properties.get(name);
    return value == null ? List.of() : value.texts();
  }

  /** This one with what it leaves out taken from its parent, and the parent's parent as its own. */
  BeanDefinition over(BeanDefinition base) {
    Map<String, BeanValue> all = new LinkedHashMap<>(base.properties);
    all.putAll(properties);
    return new BeanDefinition(
        file,
        line,
        names,
        className.isEmpty() ? base.className : className,
        base.parent,
        isAbstract,
        factoryBean.isEmpty() ? base.factoryBean : factoryBean,
        factoryMethod.isEmpty() ? base.factoryMethod : factoryMethod,
        arguments.isEmpty() ? base.arguments : arguments,
        all);
  }
}
