package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All beans of the system's Spring XML. Each file counts by itself, whoever imports it: an import
 * in a circle does no harm. Definitions under all profiles count.
 */
public final class SpringXml {
  private static final int DEPTH = 20;

  /** An element of another namespace that tells how beans are advised. */
  public record Advice(String file, XmlElement element) {}

  private final Placeholders placeholders;
  private final List<BeanDefinition> beans = new ArrayList<>();
  private final Map<String, List<BeanDefinition>> byName = new HashMap<>();
  private final AnnotatedBeans annotated;
  private final Map<String, String> aliases = new HashMap<>();
  private final Set<String> scanned = new TreeSet<>();
  private final List<Advice> advice = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  private SpringXml(Sources sources) {
    placeholders = Placeholders.of(sources);
    annotated = AnnotatedBeans.of(sources);
    Set<String> files = new HashSet<>();
    sources.resources().forEach(each -> files.add(each.file()));
    FactCollector broken = new FactCollector();
    for (String root : List.of("beans", "blueprint")) {
      for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted(root, broken)) {
        read(each.root(), new BeanReader(each.file().file()), each.file().file(), files);
      }
    }
    unread.addAll(broken.unread());
  }

  public static SpringXml of(Sources sources) {
    return sources.shared(SpringXml.class, SpringXml::new);
  }

  private void read(XmlElement parent, BeanReader reader, String file, Set<String> files) {
    for (XmlElement each : parent.elements()) {
      switch (each.name()) {
        case "beans" -> read(each, reader, file, files);
        case "alias" -> aliases.put(each.attribute("alias"), each.attribute("name"));
        case "import" -> imported(each, file, files);
        case "component-scan" -> scanned(each.attribute("base-package"));
        case "advice", "config", "annotation-driven" -> advice.add(new Advice(file, each));
        default -> {
          BeanDefinition bean = reader.definition(each);
          if (bean != null) {
            add(bean);
          }
        }
      }
    }
  }

  private void scanned(String packages) {
    for (String each : placeholders.resolved(packages).split("[,;\\s]+")) {
      if (!each.isEmpty()) {
        scanned.add(each);
      }
    }
  }

  /** A file that is to lie beside its importer and does not is missed; others may be in a jar. */
  private void imported(XmlElement element, String file, Set<String> files) {
    String resource = element.attribute("resource");
    if (resource.isEmpty() || resource.indexOf(':') >= 0 || resource.matches(".*[*?$/\\\\].*")) {
      return;
    }
    String wanted = file.substring(0, file.lastIndexOf('/') + 1) + resource;
    if (!files.contains(wanted)) {
      unread.add(new Unread(file, element.line(), "imports " + resource + ", which is not there"));
    }
  }

  private void add(BeanDefinition bean) {
    beans.add(bean);
    for (String each : bean.names()) {
      byName.computeIfAbsent(each, ignored -> new ArrayList<>(1)).add(bean);
    }
    List<BeanValue> given = new ArrayList<>(bean.arguments());
    given.addAll(bean.properties().values());
    for (BeanValue value : given) {
      for (BeanValue each : value.beans()) {
        if (each instanceof BeanValue.Inner inner) {
          add(inner.bean());
        }
      }
    }
  }

  /** All definitions as they are written, inner and abstract ones too, in the order of files. */
  public List<BeanDefinition> beans() {
    return List.copyOf(beans);
  }

  /** Packages that are searched for annotated classes. */
  public Set<String> scannedPackages() {
    return Set.copyOf(scanned);
  }

  /** Elements that advise beans: {@code tx:advice}, {@code aop:config} and their like. */
  public List<Advice> advice() {
    return List.copyOf(advice);
  }

  /** Files and imports that could not be read. */
  public List<Unread> unread() {
    return List.copyOf(unread);
  }

  public Placeholders placeholders() {
    return placeholders;
  }

  /**
   * The definitions of a name: those of the same file where it has one, otherwise all that there
   * are, because one of several contexts is used. Where no file has one, annotated classes stand
   * for definitions.
   */
  public List<BeanDefinition> named(String name, String fromFile) {
    String each = placeholders.resolved(name).strip();
    Set<String> seen = new HashSet<>();
    while (!byName.containsKey(each) && aliases.containsKey(each) && seen.add(each)) {
      each = placeholders.resolved(aliases.getOrDefault(each, each)).strip();
    }
    List<BeanDefinition> all = byName.getOrDefault(each, List.of());
    if (all.isEmpty()) {
      return annotated.named(each).stream().map(BeanDefinition::of).toList();
    }
    List<BeanDefinition> near = all.stream().filter(bean -> bean.file().equals(fromFile)).toList();
    return near.isEmpty() ? all : near;
  }

  /** The definitions that a value names or holds. */
  public List<BeanDefinition> definitions(BeanValue value, String fromFile) {
    if (value instanceof BeanValue.Inner inner) {
      return List.of(inner.bean());
    }
    if (value instanceof BeanValue.Ref ref) {
      return named(ref.bean(), fromFile);
    }
    return value instanceof BeanValue.Text text ? named(text.text(), fromFile) : List.of();
  }

  /** The definition with all that it takes over from its parents. */
  public BeanDefinition resolved(BeanDefinition bean) {
    BeanDefinition each = bean;
    for (int depth = 0; !each.parent().isEmpty() && depth < DEPTH; depth++) {
      BeanDefinition parent = parent(each);
      if (parent == null) {
        break;
      }
      each = each.over(parent);
    }
    return each;
  }

  private @Nullable BeanDefinition parent(BeanDefinition bean) {
    List<BeanDefinition> all = named(bean.parent(), bean.file());
    return all.isEmpty() ? null : all.get(0);
  }
}
