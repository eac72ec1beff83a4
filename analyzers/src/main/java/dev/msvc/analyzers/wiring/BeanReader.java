package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.source.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads definitions of beans out of one file of Spring's XML. */
final class BeanReader {
  private static final Set<String> PLAIN =
      Set.of(
          "id",
          "name",
          "class",
          "parent",
          "scope",
          "abstract",
          "lazy-init",
          "autowire",
          "autowire-candidate",
          "depends-on",
          "init-method",
          "destroy-method",
          "factory-bean",
          "factory-method",
          "primary",
          "dependency-check",
          "singleton",
          "space",
          "schemaLocation");
  private static final String FACTORIES = "org.springframework.beans.factory.config.";
  private static final String REF = "-ref";

  private final String file;

  BeanReader(String file) {
    this.file = file;
  }

  /** A definition by {@code bean} or a short form with an id; null for another element. */
  @Nullable BeanDefinition definition(XmlElement element) {
    return switch (element.name()) {
      case "bean" -> bean(element);
      case "list", "set", "array" ->
          collection(element, "ListFactoryBean", "sourceList", several(element));
      case "map" -> collection(element, "MapFactoryBean", "sourceMap", entries(element));
      case "properties", "props" ->
          collection(element, "PropertiesFactoryBean", "properties", entries(element));
      default -> null;
    };
  }

  private BeanDefinition collection(
      XmlElement element, String factory, String property, BeanValue content) {
    return new BeanDefinition(
        file,
        element.line(),
        names(element),
        FACTORIES + factory,
        element.attribute("parent"),
        false,
        "",
        "",
        List.of(),
        Map.of(property, content));
  }

  private static List<String> names(XmlElement element) {
    List<String> names = new ArrayList<>();
    for (String each :
        (element.attribute("id") + " " + element.attribute("name")).split("[,;\\s]+")) {
      if (!each.isEmpty()) {
        names.add(each);
      }
    }
    return names;
  }

  private BeanDefinition bean(XmlElement element) {
    Map<String, BeanValue> properties = new LinkedHashMap<>();
    List<BeanValue> arguments = new ArrayList<>();
    element
        .attributes()
        .forEach(
            (name, text) -> {
              if (!PLAIN.contains(name)) {
                shortForm(name, text, element.line(), properties);
              }
            });
    for (XmlElement each : element.elements()) {
      if (each.name().equals("property")) {
        properties.put(each.attribute("name"), given(each));
      } else if (each.name().equals("constructor-arg")) {
        arguments.add(given(each));
      }
    }
    return new BeanDefinition(
        file,
        element.line(),
        names(element),
        element.attribute("class").strip(),
        element.attribute("parent"),
        element.attribute("abstract").equals("true"),
        element.attribute("factory-bean"),
        element.attribute("factory-method"),
        arguments,
        properties);
  }

  /** An attribute {@code p:name} or {@code c:name}, with {@code -ref} for a bean. */
  private static void shortForm(
      String name, String text, int line, Map<String, BeanValue> properties) {
    if (name.endsWith(REF)) {
      properties.put(
          name.substring(0, name.length() - REF.length()), new BeanValue.Ref(text, line));
    } else {
      properties.put(name, new BeanValue.Text(text, line));
    }
  }

  /** What a property, an argument or a map's entry holds, as attribute or below. */
  private BeanValue given(XmlElement holder) {
    for (String each : List.of("ref", "value-ref")) {
      if (!holder.attribute(each).isEmpty()) {
        return new BeanValue.Ref(holder.attribute(each).strip(), holder.line());
      }
    }
    if (holder.attributes().containsKey("value")) {
      return new BeanValue.Text(holder.attribute("value"), holder.line());
    }
    for (XmlElement each : holder.elements()) {
      if (!Set.of("description", "key", "meta", "qualifier").contains(each.name())) {
        return value(each);
      }
    }
    return new BeanValue.Text(holder.text(), holder.line());
  }

  private BeanValue value(XmlElement element) {
    return switch (element.name()) {
      case "ref", "idref" -> new BeanValue.Ref(target(element), element.line());
      case "list", "set", "array" -> several(element);
      case "map", "props", "properties" -> entries(element);
      case "bean" -> new BeanValue.Inner(bean(element), element.line());
      default -> new BeanValue.Text(element.text(), element.line());
    };
  }

  private static String target(XmlElement ref) {
    for (String each : List.of("bean", "local", "parent")) {
      if (!ref.attribute(each).isEmpty()) {
        return ref.attribute(each).strip();
      }
    }
    return "";
  }

  private BeanValue.Several several(XmlElement element) {
    return new BeanValue.Several(
        element.elements().stream().map(this::value).toList(), element.line());
  }

  private BeanValue.Entries entries(XmlElement element) {
    Map<String, BeanValue> all = new LinkedHashMap<>();
    for (XmlElement each : element.elements()) {
      String key = each.attribute("key");
      if (key.isEmpty()) {
        key = each.elements("key").stream().map(XmlElement::text).findFirst().orElse("").strip();
      }
      if (each.name().equals("prop")) {
        all.put(key, new BeanValue.Text(each.text().strip(), each.line()));
      } else if (each.name().equals("entry")) {
        // entries whose keys are beans have no text for a key: none may hide another
        all.put(key.isEmpty() ? "#" + each.line() : key, given(each));
      }
    }
    if (all.isEmpty() && element.elements().isEmpty()) {
      lines(element, all);
    }
    return new BeanValue.Entries(all, element.line());
  }

  /** Properties written as text, one {@code key=value} a line. */
  private static void lines(XmlElement element, Map<String, BeanValue> to) {
    element
        .text()
        .lines()
        .forEach(
            each -> {
              int equals = each.indexOf('=');
              if (equals > 0) {
                to.put(
                    each.substring(0, equals).strip(),
                    new BeanValue.Text(each.substring(equals + 1).strip(), element.line()));
              }
            });
  }
}
