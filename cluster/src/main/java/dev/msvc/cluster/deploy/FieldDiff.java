package dev.msvc.cluster.deploy;

import dev.msvc.model.Digest;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The difference between two states of an object, less what the server keeps for itself. */
final class FieldDiff {
  private static final Set<String> SERVERS_OWN =
      Set.of(
          "status",
          "metadata.managedFields",
          "metadata.resourceVersion",
          "metadata.generation",
          "metadata.uid",
          "metadata.creationTimestamp",
          "metadata.selfLink",
          // what kubectl keeps to compare with
          "metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]",
          // counted by the controller
          "metadata.annotations[deployment.kubernetes.io/revision]");

  /** What tells items of lists from each other, the first that all of them have. */
  private static final List<String> NAMES = List.of("name", "key", "type", "mountPath", "ip");

  private final List<FieldChange> changes = new ArrayList<>();

  private FieldDiff() {}

  /**
   * From one state to another.
   *
   * @param before null where there is none yet
   * @param after null where there will be none
   */
  static List<FieldChange> of(@Nullable KubeObject before, @Nullable KubeObject after) {
    FieldDiff diff = new FieldDiff();
    diff.compare("", content(before), content(after));
    return List.copyOf(diff.changes);
  }

  private static @Nullable Object content(@Nullable KubeObject object) {
    if (object == null) {
      return null;
    }
    return object.kind().equals("Secret") && object.group().isEmpty()
        ? masked(object)
        : object.content();
  }

  /**
   * A secret's values as what tells that they differ and nothing else. The digest is salted with
   * the object's own identity: the same password in two secrets looks different.
   */
  private static Map<String, Object> masked(KubeObject secret) {
    KubeObject masked = secret;
    for (String part : List.of("data", "stringData")) {
      if (secret.at(part) instanceof Map) {
        Map<String, Object> values = new TreeMap<>();
        secret
            .map(part)
            .forEach(
                (key, value) ->
                    values.put(key, new Hidden(Digest.of(secret.uid() + key + '\n' + value))));
        masked = masked.with(values, part);
      }
    }
    return masked.content();
  }

  private void compare(String path, @Nullable Object before, @Nullable Object after) {
    if (SERVERS_OWN.contains(path) || Objects.equals(before, after)) {
      return;
    }
    if (path.isEmpty() || (before instanceof Map && after instanceof Map)) {
      Map<String, Object> was = KubeObject.map(before);
      Map<String, Object> will = KubeObject.map(after);
      Set<String> keys = new TreeSet<>(was.keySet());
      keys.addAll(will.keySet());
      for (String key : keys) {
        compare(below(path, key), was.get(key), will.get(key));
      }
      return;
    }
    if (before instanceof List<?> was && after instanceof List<?> will) {
      Map<String, Object> wasNamed = named(was);
      Map<String, Object> willNamed = named(will);
      if (wasNamed != null && willNamed != null) {
        Set<String> names = new TreeSet<>(wasNamed.keySet());
        names.addAll(willNamed.keySet());
        int found = changes.size();
        for (String name : names) {
          compare(path + "[" + name + "]", wasNamed.get(name), willNamed.get(name));
        }
        if (changes.size() > found || !reordered(wasNamed, willNamed)) {
          return;
        }
      }
    }
    if (!sameNumber(before, after)) {
      changes.add(new FieldChange(path, before, after));
    }
  }

  /** Whether the same items stand in another order, which matters to some lists. */
  private static boolean reordered(Map<String, Object> was, Map<String, Object> will) {
    return !List.copyOf(was.keySet()).equals(List.copyOf(will.keySet()));
  }

  private static String below(String path, String key) {
    if (path.isEmpty()) {
      return key;
    }
    return key.indexOf('.') < 0 && key.indexOf('/') < 0 ? path + "." + key : path + "[" + key + "]";
  }

  /** Items by their names; null where not all have one of their own. */
  private static @Nullable Map<String, Object> named(List<?> items) {
    for (String field : NAMES) {
      Map<String, Object> named = new LinkedHashMap<>();
      for (Object each : items) {
        String name = KubeObject.text(each, field);
        if (!name.isEmpty()) {
          named.put(name, each);
        }
      }
      if (!items.isEmpty() && named.size() == items.size()) {
        return named;
      }
    }
    return null;
  }

  private static boolean sameNumber(@Nullable Object before, @Nullable Object after) {
    return before instanceof Number one
        && after instanceof Number other
        && one.doubleValue() == other.doubleValue();
  }

  /**
   * A value that nobody is shown.
   *
   * @param digest tells whether it is another one
   */
  record Hidden(String digest) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
