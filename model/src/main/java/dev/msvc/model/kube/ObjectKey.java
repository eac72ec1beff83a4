package dev.msvc.model.kube;

import java.util.Comparator;

/**
 * What tells an object of a cluster from all others. The version is not in it: one object is served
 * in several.
 *
 * @param group of its kind; empty for the core
 * @param namespace empty for an object of the whole cluster
 */
public record ObjectKey(String group, String kind, String namespace, String name)
    implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::group)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  /** The same object, in a namespace. */
  public ObjectKey in(String other) {
    return new ObjectKey(group, kind, other, name);
  }

  /** Its kind as the API's own tools write it: {@code Deployment.apps}, {@code Service}. */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  /** Kind and name: {@code Deployment/orders}. */
  public String shortName() {
    return kind + "/" + name;
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** For people: {@code Deployment/orders in shop}. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? shortName() : shortName() + " in " + namespace;
  }
}
