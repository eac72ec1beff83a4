package dev.msvc.analyzers.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a bean's property or argument is given in XML. */
public sealed interface BeanValue {
  int line();

  /** A text; with placeholders as written. */
  record Text(String text, int line) implements BeanValue {}

  /** Another bean by its name. */
  record Ref(String bean, int line) implements BeanValue {}

  /** A bean defined in place. */
  record Inner(BeanDefinition bean, int line) implements BeanValue {}

  /** A list, set or array. */
  record Several(List<BeanValue> values, int line) implements BeanValue {
    public Several {
      values = List.copyOf(values);
    }
  }

  /** A map or properties, in the order of the file; what a key that is a bean names is left out. */
  record Entries(Map<String, BeanValue> values, int line) implements BeanValue {}

  /** The beans that it names or defines, at any depth. */
  default List<BeanValue> beans() {
    List<BeanValue> all = new ArrayList<>();
    collect(this, all);
    return all;
  }

  private static void collect(BeanValue value, List<BeanValue> to) {
    if (value instanceof Several several) {
      several.values().forEach(each -> collect(each, to));
    } else if (value instanceof Entries entries) {
      entries.values().values().forEach(each -> collect(each, to));
    } else if (!(value instanceof Text)) {
      to.add(value);
    }
  }

  /** The texts and names in it: those of a list one by one, a single text split at commas. */
  default List<String> texts() {
    List<String> all = new ArrayList<>();
    if (this instanceof Text text) {
      for (String each : text.text().split("[,;\\s]+")) {
        if (!each.isEmpty()) {
          all.add(each);
        }
      }
    } else if (this instanceof Ref ref) {
      all.add(ref.bean());
    } else if (this instanceof Several several) {
      several.values().forEach(each -> all.addAll(each.texts()));
    }
    return all;
  }
}
