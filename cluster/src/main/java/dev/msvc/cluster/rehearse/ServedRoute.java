package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Weights;

/**
 * A route in a cluster that no gateway serves, and a proxy here that goes by its weights in the
 * place of one: it takes whatever is written.
 */
public final class ServedRoute implements Router {
  private final Router route;
  private final Router proxy;

  /** Of both. */
  public ServedRoute(Router route, Router proxy) {
    this.route = route;
    this.proxy = proxy;
  }

  @Override
  public Sight look() {
    return followed(route.look());
  }

  @Override
  public Sight write(Sight base, Weights weights) {
    return followed(route.write(base, weights));
  }

  private Sight followed(Sight sight) {
    Sight now = proxy.look();
    if (!now.weights().equals(sight.weights())) {
      now = proxy.write(now, sight.weights());
    }
    return new Sight(
            sight.version(), sight.weights(), true, "", sight.ready(), now.counts(), now.mirrored())
        .keeping(now.perClient());
  }
}
