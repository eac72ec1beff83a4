package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked for: each object with its kind and namespace, marked as the release's, in the order
 * of its turn.
 *
 * @param all in that order
 * @param namespaces that are made by this very change
 */
record Wishes(List<Wish> all, Set<String> namespaces) {
  /**
   * One object that is asked for.
   *
   * @param fresh whether its kind is made by this very change
   */
  record Wish(Manifest manifest, ResourceKind kind, boolean fresh) {
    ObjectKey key() {
      return manifest.key();
    }
  }

  /**
   * Works out what manifests ask for.
   *
   * @throws UserError for an object that is there twice, and a kind that nobody serves
   */
  static Wishes of(List<Manifest> manifests, Release release, Kinds kinds) {
    Map<String, ResourceKind> defined = defined(manifests);
    Map<ObjectKey, Wish> all = new LinkedHashMap<>();
    Set<String> namespaces = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    for (Manifest each : manifests) {
      KubeObject object = each.object();
      ResourceKind served = kinds.of(object);
      ResourceKind kind =
          served == null ? defined.get(object.apiVersion() + " " + object.kind()) : served;
      if (kind == null) {
        unknown.add(
            "%s: the cluster has no %s of %s%s"
                .formatted(each.place(), object.kind(), object.apiVersion(), meant(kinds, object)));
        continue;
      }
      Manifest placed = each.with(placed(object, kind, release));
      Wish before = all.put(placed.key(), new Wish(placed, kind, served == null));
      if (before != null) {
        throw new UserError(
            "%s is there twice: %s and %s"
                .formatted(placed.key(), before.manifest().place(), placed.place()),
            "leave one of them out");
      }
      if (object.kind().equals("Namespace")) {
        namespaces.add(object.name());
      }
    }
    if (!unknown.isEmpty()) {
      throw new UserError(
          String.join("\n", unknown.subList(0, Math.min(10, unknown.size()))),
          "install what defines the kind first (its CustomResourceDefinition), or leave it out");
    }
    List<Wish> ordered = new ArrayList<>(all.values());
    ordered.sort(
        Comparator.comparing((Wish each) -> Stage.of(each.key())).thenComparing(Wish::key));
    return new Wishes(ordered, namespaces);
  }

  private static String meant(Kinds kinds, KubeObject object) {
    List<String> near = Nearest.of(object.kind(), kinds.names(object.apiVersion()));
    return near.isEmpty() ? "" : ", but " + near.get(0);
  }

  /** In the release's namespace where it names none, and marked as the release's. */
  private static KubeObject placed(KubeObject object, ResourceKind kind, Release release) {
    KubeObject placed = object;
    if (!kind.namespaced()) {
      placed = placed.without("metadata", "namespace");
    } else if (object.namespace().isEmpty()) {
      placed = placed.with(release.namespace(), "metadata", "namespace");
    }
    // what a server keeps of its own is in the way of what comes from 'kubectl get -o yaml'
    for (String own :
        List.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp")) {
      placed = placed.without("metadata", own);
    }
    return placed
        .without("status")
        .with(release.mark(), "metadata", "annotations", Release.ANNOTATION);
  }

  /** Kinds that these manifests define, by version and name. */
  private static Map<String, ResourceKind> defined(List<Manifest> manifests) {
    Map<String, ResourceKind> defined = new HashMap<>();
    for (Manifest each : manifests) {
      KubeObject object = each.object();
      if (!object.kind().equals("CustomResourceDefinition")) {
        continue;
      }
      for (Object version : object.list("spec", "versions")) {
        ResourceKind kind =
            new ResourceKind(
                object.text("spec", "group"),
                KubeObject.text(version, "name"),
                object.text("spec", "names", "kind"),
                object.text("spec", "names", "plural"),
                object.text("spec", "scope").equals("Namespaced"));
        defined.put(kind.apiVersion() + " " + kind.kind(), kind);
      }
    }
    return defined;
  }
}
