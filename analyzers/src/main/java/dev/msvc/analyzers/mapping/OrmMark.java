package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.source.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an element of {@code orm.xml} says: its name is that of the annotation, its attributes and
 * children are the annotation's values.
 */
record OrmMark(String name, XmlElement element, OrmFile file) implements Mark {
  private static final List<String> TABLES =
      List.of("table", "secondary-table", "join-table", "collection-table");

  OrmMark(XmlElement element, OrmFile file) {
    this(camelCase(element.name()), element, file);
  }

  @Override
  public boolean is(String annotation) {
    return annotation.endsWith(name)
        && (annotation.equals("jakarta.persistence." + name)
            || annotation.equals("javax.persistence." + name));
  }

  /** Whether an annotation says the same kind of thing, so that this counts instead. */
  boolean replaces(Mark annotation) {
    return Jpa.isOneOf(annotation, name);
  }

  @Override
  public @Nullable String text(String key, String... others) {
    String text = value(key);
    for (int i = 0; (text == null || text.isEmpty()) && i < others.length; i++) {
      text = value(others[i]);
    }
    return text;
  }

  private @Nullable String value(String key) {
    String attribute = kebabCase(key);
    if (element.attributes().containsKey(attribute)) {
      return element.attribute(attribute);
    }
    List<XmlElement> inside = element.elements(attribute);
    if (!inside.isEmpty()) {
      return inside.get(0).text();
    }
    boolean qualifies = key.equals("schema") || key.equals("catalog");
    String byDefault = qualifies && TABLES.contains(element.name()) ? file.byDefault(key) : "";
    return byDefault.isEmpty() ? null : byDefault;
  }

  @Override
  public List<String> texts(String key) {
    if (key.equals("cascade")) {
      List<String> all = new ArrayList<>(file.cascadesPersist() ? List.of("PERSIST") : List.of());
      for (XmlElement cascade : element.elements(key)) {
        for (XmlElement each : cascade.elements()) {
          all.add(each.name().replace("cascade-", "").toUpperCase(Locale.ROOT));
        }
      }
      return all;
    }
    String text = value(key);
    return text == null ? List.of() : List.of(text);
  }

  @Override
  public @Nullable String type(String key) {
    String name = value(key);
    if (name == null && key.equals("targetEntity")) {
      name = value("targetClass");
    }
    return name == null ? null : file.className(name);
  }

  @Override
  public List<Mark> marks(String key) {
    String one = kebabCase(key);
    String name = one.endsWith("s") ? one.substring(0, one.length() - 1) : one;
    return element.elements(name).stream().<Mark>map(each -> new OrmMark(each, file)).toList();
  }

  @Override
  public boolean has(String key) {
    return value(key) != null;
  }

  @Override
  public boolean flag(String key) {
    return "true".equals(value(key));
  }

  @Override
  public int line() {
    return element.line();
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String each : name.split("-")) {
      if (!each.isEmpty()) {
        text.append(Character.toUpperCase(each.charAt(0))).append(each, 1, each.length());
      }
    }
    return text.toString();
  }

  private static String kebabCase(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (Character.isUpperCase(each)) {
        text.append('-');
      }
      text.append(Character.toLowerCase(each));
    }
    return text.toString();
  }
}
