package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the cluster now, read with as few requests as there are kinds and namespaces. */
final class LiveState {
  /** Below that many of a kind, each is asked for by itself. */
  private static final int FEW = 3;

  private LiveState() {}

  private record Group(ResourceKind kind, String namespace) {}

  /** Those of the objects that are there. */
  static Map<ObjectKey, KubeObject> of(ApiServer api, Map<ObjectKey, ResourceKind> wanted) {
    Map<Group, Set<ObjectKey>> groups = new LinkedHashMap<>();
    wanted.forEach(
        (key, kind) ->
            groups
                .computeIfAbsent(new Group(kind, key.namespace()), each -> new HashSet<>())
                .add(key));
    Map<ObjectKey, KubeObject> live = new HashMap<>();
    for (List<KubeObject> each :
        Parallel.each(groups.entrySet(), group -> read(api, group.getKey(), group.getValue()))) {
      each.forEach(object -> live.put(object.key(), object));
    }
    return live;
  }

  private static List<KubeObject> read(ApiServer api, Group group, Set<ObjectKey> keys) {
    // a list of secrets would be a look at everybody's
    boolean secrets = group.kind().kind().equals("Secret") && group.kind().group().isEmpty();
    if (keys.size() < FEW || secrets) {
      return each(api, group, keys);
    }
    try {
      return api.list(group.kind(), group.namespace(), "").stream()
          .filter(object -> keys.contains(object.key()))
          .toList();
    } catch (ApiFailure failure) {
      if (failure.code() == 403) {
        return each(api, group, keys);
      }
      throw failure;
    }
  }

  private static List<KubeObject> each(ApiServer api, Group group, Set<ObjectKey> keys) {
    List<KubeObject> found = new ArrayList<>();
    for (ObjectKey key : keys) {
      KubeObject object = api.get(group.kind(), key);
      if (object != null) {
        found.add(object);
      }
    }
    return found;
  }
}
