package dev.msvc.model.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file of ours, by names and not by lines: an item of a list is found
 * by what it names, so that it is the same wherever it moves.
 */
final class YamlPaths {
  static final String ROOT = "";

  /** Keys that name an item; a context is the same in whichever list of the file it is. */
  private static final String CONTEXT = "context";

  static final List<String> NAMING = List.of(CONTEXT, "step", "id");

  private YamlPaths() {}

  static String of(String path, @Nullable Object key) {
    return path + "\n" + key;
  }

  static String item(String path, Object item, int index) {
    Object value = item instanceof BlockYaml.Flow flow ? flow.value() : item;
    if (value instanceof Map<?, ?> map) {
      for (String key : NAMING) {
        Object name = map.get(key);
        if (name != null) {
          return key.equals(CONTEXT) ? context(name.toString()) : of(path, key + " " + name);
        }
      }
      return of(path, "#" + index);
    }
    return of(path, value);
  }

  static String context(String name) {
    return of(ROOT, CONTEXT + " " + name);
  }
}
