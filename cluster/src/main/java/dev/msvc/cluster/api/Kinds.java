package dev.msvc.cluster.api;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that a server serves, asked for once for each group and version. */
public final class Kinds {
  private final ApiServer api;
  private final Map<String, List<ResourceKind>> known = new HashMap<>();

  public Kinds(ApiServer api) {
    this.api = api;
  }

  /** The kind of an object; null where the server does not serve it. */
  public @Nullable ResourceKind of(KubeObject object) {
    return of(object.apiVersion(), object.kind());
  }

  /** A kind in that version; null where the server does not serve it. */
  public synchronized @Nullable ResourceKind of(String apiVersion, String kind) {
    for (ResourceKind each : known.computeIfAbsent(apiVersion, this::ask)) {
      if (each.kind().equals(kind)) {
        return each;
      }
    }
    return null;
  }

  /** Names of the kinds that the server serves in that version. */
  public synchronized List<String> names(String apiVersion) {
    return known.computeIfAbsent(apiVersion, this::ask).stream().map(ResourceKind::kind).toList();
  }

  /** A kind that every server serves. */
  public ResourceKind built(String apiVersion, String kind) {
    ResourceKind found = of(apiVersion, kind);
    if (found == null) {
      throw new IllegalStateException(api.address() + " does not serve " + apiVersion + " " + kind);
    }
    return found;
  }

  /** Forgets what it knows of a group, whose definitions may have come since. */
  public synchronized void forget(String group) {
    known.keySet().removeIf(each -> each.startsWith(group + "/"));
  }

  private List<ResourceKind> ask(String apiVersion) {
    boolean core = apiVersion.indexOf('/') < 0;
    KubeObject answer = api.read((core ? "/api/" : "/apis/") + apiVersion);
    List<ResourceKind> kinds = new ArrayList<>();
    if (answer != null) {
      String group = core ? "" : apiVersion.substring(0, apiVersion.indexOf('/'));
      String version = core ? apiVersion : apiVersion.substring(group.length() + 1);
      for (Object each : answer.list("resources")) {
        String plural = KubeObject.text(each, "name");
        // parts of an object, as deployments/scale, have a kind of their own
        if (!plural.contains("/")) {
          kinds.add(
              new ResourceKind(
                  group,
                  version,
                  KubeObject.text(each, "kind"),
                  plural,
                  Boolean.TRUE.equals(KubeObject.at(each, "namespaced"))));
        }
      }
    }
    return kinds;
  }
}
