package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.Nearest;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that a deployment needs.
 *
 * @param fresh those that are not there and made by this very change
 * @param refusals those that are not there, or going
 */
record Namespaces(Set<String> fresh, List<Refusal> refusals) {
  boolean isFresh(String namespace) {
    return fresh.contains(namespace);
  }

  static Namespaces of(ApiServer api, Kinds kinds, Wishes wishes) {
    Map<String, Manifest> first = new LinkedHashMap<>();
    for (Wishes.Wish each : wishes.all()) {
      if (!each.key().namespace().isEmpty()) {
        first.putIfAbsent(each.key().namespace(), each.manifest());
      }
    }
    ResourceKind kind = kinds.built("v1", "Namespace");
    Set<String> fresh = new HashSet<>();
    List<Refusal> refusals = new ArrayList<>();
    first.forEach(
        (name, manifest) -> {
          ObjectKey key = new ObjectKey("", "Namespace", "", name);
          KubeObject live = get(api, kind, key);
          boolean own = wishes.namespaces().contains(name);
          if (live == null && own) {
            fresh.add(name);
          } else if (live == null) {
            refusals.add(missing(api, kind, key, manifest));
            // so that each of its objects is not refused once more
            fresh.add(name);
          } else if (live.at("metadata", "deletionTimestamp") != null) {
            refusals.add(
                new Refusal(
                    key,
                    manifest.place().toString(),
                    "namespace %s is being deleted, and takes nothing new".formatted(name),
                    "wait until it is gone, or choose another: -n NAMESPACE",
                    8));
            fresh.add(name);
          }
        });
    return new Namespaces(fresh, refusals);
  }

  /** One namespace; where it may not be read, it is taken to be there. */
  private static @Nullable KubeObject get(ApiServer api, ResourceKind kind, ObjectKey key) {
    try {
      return api.get(kind, key);
    } catch (ApiFailure failure) {
      if (failure.code() == 403) {
        return KubeObject.of("v1", "Namespace", "", key.name());
      }
      throw failure;
    }
  }

  private static Refusal missing(
      ApiServer api, ResourceKind kind, ObjectKey key, Manifest manifest) {
    List<String> near = List.of();
    try {
      List<String> names = api.list(kind, "", "").stream().map(KubeObject::name).toList();
      near = Nearest.of(key.name(), names);
    } catch (ApiFailure notAllowed) {
      // then there is no proposal
    }
    String meant = near.isEmpty() ? "" : "did you mean '%s'? ".formatted(near.get(0));
    return new Refusal(
        key,
        manifest.place().toString(),
        "there is no namespace " + key.name(),
        meant + "make it with: kubectl create namespace " + key.name(),
        3);
  }
}
