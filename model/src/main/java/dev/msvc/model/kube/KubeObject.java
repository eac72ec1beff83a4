package dev.msvc.model.kube;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as the API server speaks of it: a tree of maps, lists, texts, numbers and truths, of
 * which we read what we know and keep the rest.
 *
 * @param content never changed
 */
public record KubeObject(Map<String, Object> content) {
  public KubeObject {
    content = Collections.unmodifiableMap(content);
  }

  /** An object without anything but its name. */
  public static KubeObject of(String apiVersion, String kind, String namespace, String name) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("apiVersion", apiVersion);
    content.put("kind", kind);
    content.put("metadata", metadata);
    return new KubeObject(content);
  }

  public ObjectKey key() {
    return new ObjectKey(group(), kind(), namespace(), name());
  }

  /** Group and version: {@code apps/v1}, {@code v1}. */
  public String apiVersion() {
    return text("apiVersion");
  }

  /** Group of the kind; empty for the core. */
  public String group() {
    String both = apiVersion();
    int slash = both.indexOf('/');
    return slash < 0 ? "" : both.substring(0, slash);
  }

  public String kind() {
    return text("kind");
  }

  public String name() {
    return text("metadata", "name");
  }

  /** Empty for an object of the whole cluster, and where a manifest leaves it to the command. */
  public String namespace() {
    return text("metadata", "namespace");
  }

  public String uid() {
    return text("metadata", "uid");
  }

  public String resourceVersion() {
    return text("metadata", "resourceVersion");
  }

  /** What stands at a path of keys; null for nothing. */
  public @Nullable Object at(String... path) {
    return at(content, path);
  }

  /** What stands below a part of an object at a path of keys; null for nothing. */
  public static @Nullable Object at(@Nullable Object part, String... path) {
    Object here = part;
    for (String key : path) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return here;
  }

  /** A text, or a number or a truth as one; empty where there is none. */
  public String text(String... path) {
    return text(content, path);
  }

  /** As {@link #text(String...)}, below a part of an object. */
  public static String text(@Nullable Object part, String... path) {
    Object found = at(part, path);
    return found == null || found instanceof Map || found instanceof List ? "" : found.toString();
  }

  /** A whole number; the other one where there is none. */
  public long number(long otherwise, String... path) {
    return number(content, otherwise, path);
  }

  /** As {@link #number(long, String...)}, below a part of an object. */
  public static long number(@Nullable Object part, long otherwise, String... path) {
    return at(part, path) instanceof Number number ? number.longValue() : otherwise;
  }

  /** A list; empty where there is none. */
  public List<Object> list(String... path) {
    return list(content, path);
  }

  /** As {@link #list(String...)}, below a part of an object. */
  public static List<Object> list(@Nullable Object part, String... path) {
    return at(part, path) instanceof List<?> list ? Collections.unmodifiableList(list) : List.of();
  }

  /** A map; empty where there is none. */
  public Map<String, Object> map(String... path) {
    return map(content, path);
  }

  /** As {@link #map(String...)}, below a part of an object. */
  public static Map<String, Object> map(@Nullable Object part, String... path) {
    Map<String, Object> found = new LinkedHashMap<>();
    if (at(part, path) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> found.put(String.valueOf(key), value));
    }
    return found;
  }

  /** A label of the object itself; empty where it has none of that name. */
  public String label(String name) {
    return text("metadata", "labels", name);
  }

  /** An annotation of the object itself; empty where it has none of that name. */
  public String annotation(String name) {
    return text("metadata", "annotations", name);
  }

  /** The same object with another value at a path, whose maps are made where they are missing. */
  public KubeObject with(Object value, String... path) {
    return new KubeObject(replaced(content, value, path, 0));
  }

  /** The same object without what stands at a path. */
  public KubeObject without(String... path) {
    return at(path) == null ? this : new KubeObject(replaced(content, null, path, 0));
  }

  private static Map<String, Object> replaced(
      Map<String, Object> in, @Nullable Object value, String[] path, int from) {
    Map<String, Object> copy = new LinkedHashMap<>(in);
    String key = path[from];
    if (from < path.length - 1) {
      copy.put(key, replaced(map(in, key), value, path, from + 1));
    } else if (value == null) {
      copy.remove(key);
    } else {
      copy.put(key, value);
    }
    return copy;
  }
}
