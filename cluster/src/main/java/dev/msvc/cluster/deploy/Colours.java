package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the colour of a deployment by what answers now. */
public final class Colours {
  private final ApiServer api;
  private final Kinds kinds;

  public Colours(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
  }

  /**
   * What is asked for, in the colour that nobody is sent to.
   *
   * @param cut a revision that was begun and not finished, whose colour is gone on with; null for
   *     none
   * @throws UserError where no Service selects a Deployment
   */
  public BlueGreen of(Release release, List<Manifest> manifests, @Nullable Revision cut) {
    List<Manifest> placed = placed(release, manifests);
    String active = active(placed);
    String begun = cut == null ? "" : colour(cut);
    String next = begun.isEmpty() ? BlueGreen.other(active) : begun;
    String old = begun.isEmpty() ? active : BlueGreen.other(begun);
    return BlueGreen.of(placed, next, key -> pods(key, old));
  }

  /**
   * What is asked for, in the colour that answers now; null where none does.
   *
   * @throws UserError where no Service selects a Deployment
   */
  public @Nullable BlueGreen current(Release release, List<Manifest> manifests) {
    List<Manifest> placed = placed(release, manifests);
    String active = active(placed);
    return active.isEmpty() ? null : BlueGreen.of(placed, active, key -> 0);
  }

  private List<Manifest> placed(Release release, List<Manifest> manifests) {
    return Wishes.of(manifests, release, kinds).all().stream().map(Wishes.Wish::manifest).toList();
  }

  private String active(List<Manifest> placed) {
    List<ObjectKey> services = BlueGreen.services(placed);
    if (services.isEmpty()) {
      throw new UserError(
          "blue-green switches Services, and no Service selects a Deployment of what was read",
          "deploy it with --strategy rolling");
    }
    List<KubeObject> live = new ArrayList<>();
    for (ObjectKey each : services) {
      KubeObject found = api.get(kinds.built("v1", "Service"), each);
      if (found != null) {
        live.add(found);
      }
    }
    return BlueGreen.active(live);
  }

  private static String colour(Revision revision) {
    for (KubeObject each : revision.objects()) {
      if (each.kind().equals("Service") && !BlueGreen.colour(each).isEmpty()) {
        return BlueGreen.colour(each);
      }
    }
    return "";
  }

  private long pods(ObjectKey deployment, String colour) {
    ResourceKind kind = kinds.built("apps/v1", "Deployment");
    String name = colour.isEmpty() ? deployment.name() : deployment.name() + "-" + colour;
    KubeObject live =
        api.get(kind, new ObjectKey("apps", "Deployment", deployment.namespace(), name));
    return live == null ? 0 : live.number(0, "spec", "replicas");
  }
}
