package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanValue;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.model.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of methods, perhaps with {@code *}, and the transactions that they run in. As in Spring an
 * equal name comes first, then the longest pattern.
 */
record TransactionPatterns(Map<String, TransactionAttribute> byName) {
  private static final String PROPAGATION = "PROPAGATION_";

  /** The attribute of a method; null where no name fits. */
  @Nullable TransactionAttribute attribute(JavaMethod method) {
    TransactionAttribute equal = byName.get(method.name());
    if (equal != null) {
      return equal;
    }
    String best = "";
    TransactionAttribute found = null;
    for (Map.Entry<String, TransactionAttribute> each : byName.entrySet()) {
      String pattern = each.getKey();
      int dot = pattern.lastIndexOf('.');
      boolean fits =
          is(pattern.substring(dot + 1), method.name())
              && (dot < 0 || pattern.substring(0, dot).equals(method.owner().name()));
      if (fits && pattern.length() > best.length()) {
        best = pattern;
        found = each.getValue();
      }
    }
    return found;
  }

  /** Whether a name fits a pattern with any number of {@code *}. */
  static boolean is(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    if (!name.startsWith(pattern.substring(0, star))) {
      return false;
    }
    String rest = pattern.substring(star + 1);
    int next = rest.indexOf('*');
    if (next < 0) {
      return name.length() >= star + rest.length() && name.endsWith(rest);
    }
    String part = rest.substring(0, next);
    int at = name.indexOf(part, star);
    return at >= 0 && is(rest.substring(next), name.substring(at + part.length()));
  }

  private static TransactionAttribute attribute(String written) {
    String propagation = written.contains("${") ? "" : "REQUIRED";
    boolean readOnly = false;
    for (String each : written.split(",")) {
      String word = each.strip();
      if (word.startsWith(PROPAGATION)) {
        propagation = word.substring(PROPAGATION.length());
      }
      readOnly |= word.equals("readOnly");
    }
    return new TransactionAttribute(propagation, readOnly, Certainty.INFERRED);
  }

  /** Finds them in {@code tx:advice} and in beans that are interceptors of transactions. */
  static final class Reader {
    private static final int DEPTH = 5;

    private final SpringXml xml;
    private final Map<String, TransactionPatterns> advice = new HashMap<>();

    Reader(SpringXml xml) {
      this.xml = xml;
      for (SpringXml.Advice each : xml.advice()) {
        if (each.element().name().equals("advice")) {
          advice.put(each.element().attribute("id"), advice(each.element()));
        }
      }
    }

    private static TransactionPatterns advice(XmlElement element) {
      Map<String, TransactionAttribute> all = new LinkedHashMap<>();
      for (XmlElement attributes : element.elements("attributes")) {
        for (XmlElement each : attributes.elements("method")) {
          String propagation = each.attribute("propagation");
          all.put(
              each.attribute("name"),
              new TransactionAttribute(
                  propagation.isEmpty() ? "REQUIRED" : propagation,
                  each.attribute("read-only").equals("true"),
                  Certainty.INFERRED));
        }
      }
      return new TransactionPatterns(all);
    }

    /** Those of an advice's name; empty where it has nothing to do with transactions. */
    List<TransactionPatterns> named(String name, String file) {
      TransactionPatterns known = advice.get(name);
      if (known != null) {
        return List.of(known);
      }
      List<TransactionPatterns> all = new ArrayList<>();
      for (BeanDefinition each : xml.named(name, file)) {
        TransactionPatterns one = of(xml.resolved(each));
        if (one != null) {
          all.add(one);
        }
      }
      return all;
    }

    /** Those of an interceptor, advisor or proxy; null where it is none of transactions. */
    @Nullable TransactionPatterns of(BeanDefinition bean) {
      return of(bean, 0);
    }

    private @Nullable TransactionPatterns of(BeanDefinition bean, int depth) {
      BeanValue attributes = bean.property("transactionAttributes");
      if (attributes != null) {
        return written(attributes);
      }
      BeanValue source = bean.property("transactionAttributeSource");
      if (source instanceof BeanValue.Text) {
        return written(source);
      }
      if (source != null) {
        for (BeanDefinition each : xml.definitions(source, bean.file())) {
          TransactionPatterns found = source(xml.resolved(each));
          if (found != null) {
            return found;
          }
        }
      }
      BeanValue advised = bean.property("advice");
      if (advised != null && depth < DEPTH && !bean.properties().containsKey("expression")) {
        for (BeanDefinition each : xml.definitions(advised, bean.file())) {
          TransactionPatterns found = of(xml.resolved(each), depth + 1);
          if (found != null) {
            return found.only(bean);
          }
        }
      }
      return null;
    }

    private @Nullable TransactionPatterns source(BeanDefinition source) {
      if (source.className().endsWith(".MatchAlwaysTransactionAttributeSource")) {
        return new TransactionPatterns(Map.of("*", attribute("")));
      }
      for (String each : List.of("properties", "nameMap", "methodMap")) {
        BeanValue names = source.property(each);
        if (names != null) {
          return written(names);
        }
      }
      return null;
    }

    private TransactionPatterns written(BeanValue value) {
      Map<String, TransactionAttribute> all = new LinkedHashMap<>();
      if (value instanceof BeanValue.Entries entries) {
        entries.values().forEach((name, text) -> put(name, text, all));
      } else if (value instanceof BeanValue.Text text) {
        for (String line : text.text().split("[\\r\\n]+")) {
          int equals = line.indexOf('=');
          if (equals > 0) {
            put(
                line.substring(0, equals).strip(),
                new BeanValue.Text(line.substring(equals + 1), text.line()),
                all);
          }
        }
      }
      return new TransactionPatterns(all);
    }

    private void put(String name, BeanValue value, Map<String, TransactionAttribute> to) {
      String text = value instanceof BeanValue.Text written ? written.text() : "";
      to.put(name, attribute(xml.placeholders().resolved(text)));
    }
  }

  /** What an advisor lets through by names of methods. */
  private TransactionPatterns only(BeanDefinition advisor) {
    List<String> mapped = new ArrayList<>(advisor.texts("mappedName"));
    mapped.addAll(advisor.texts("mappedNames"));
    if (mapped.isEmpty()) {
      return this;
    }
    Map<String, TransactionAttribute> all = new LinkedHashMap<>();
    byName.forEach(
        (name, attribute) ->
            mapped.stream()
                .filter(each -> name.equals("*") || is(each, name))
                .forEach(each -> all.put(name.equals("*") ? each : name, attribute)));
    return new TransactionPatterns(all);
  }
}
