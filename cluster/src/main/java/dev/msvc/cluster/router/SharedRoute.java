package dev.msvc.cluster.router;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A route in a cluster that others write, too: of the rules with our names the weights are ours.
 */
abstract sealed class SharedRoute implements Router permits GatewayRouter, IstioRouter {
  /** Who owns the weights. */
  static final String MANAGER = "msvc-strangle";

  /** How often a status may come in between. */
  private static final int TRIES = 8;

  private static final int REFUSED = 3;
  private static final int MOVED = 5;

  private final ApiServer api;
  private final Kinds kinds;
  private final String apiVersion;
  private final ObjectKey key;
  private final OwnedRules rules;
  private final Endpoints endpoints;

  /** What was looked at last: a version alone does not say what moved. */
  private @Nullable KubeObject looked;

  SharedRoute(
      ApiServer api, Kinds kinds, String apiVersion, ObjectKey key, ShiftPlan plan, Shape shape) {
    this.api = api;
    this.kinds = kinds;
    this.apiVersion = apiVersion;
    this.key = key;
    this.rules = new OwnedRules(plan, key, shape);
    this.endpoints = new Endpoints(api, kinds, key.namespace());
  }

  /** Why what is written is not what is done; empty where it is. */
  abstract String objection(KubeObject route);

  @Override
  public Sight look() {
    return asked(
        () -> {
          KubeObject route = kept(read());
          return sight(route, rules.of(route));
        });
  }

  @Override
  public Sight lookToGoBack() {
    return asked(
        () -> {
          KubeObject route = kept(read());
          return sight(route, rules.atAll(route));
        });
  }

  @Override
  public Sight write(Sight base, Weights weights) {
    return asked(() -> written(base, weights));
  }

  private Sight written(Sight base, Weights weights) {
    KubeObject from = looked;
    if (from == null || !from.resourceVersion().equals(base.version())) {
      from = read();
      if (!from.resourceVersion().equals(base.version())) {
        throw moved(base, from);
      }
    }
    WeightPatch patch = WeightPatch.of(from, rules.atAll(from), weights);
    for (int i = 1; ; i++) {
      try {
        return written(api.patch(kind(), key, patch.operations(), MANAGER));
      } catch (ApiFailure failure) {
        if (failure.code() != 409 && failure.code() != 422) {
          throw failure;
        }
        KubeObject live = read();
        if (patch.isDoneIn(live)) {
          // it was taken, and the answer was lost
          return written(live);
        }
        if (live.resourceVersion().equals(patch.version())) {
          throw failure;
        }
        if (!patch.isStillFor(live) || i == TRIES) {
          throw moved(base, live);
        }
        patch = patch.on(live);
      }
    }
  }

  private Sight written(KubeObject route) {
    return sight(kept(route), rules.of(route));
  }

  private KubeObject kept(KubeObject route) {
    looked = route;
    return route;
  }

  private UserError moved(Sight base, KubeObject live) {
    return new UserError(
        "%s moved: version %s was looked at, and it is %s"
            .formatted(key, base.version(), live.resourceVersion()),
        "nothing was written; see who changed it: kubectl get %s %s -n %s --show-managed-fields -o yaml"
            .formatted(kind().resource(), key.name(), key.namespace()),
        MOVED);
  }

  private Sight sight(KubeObject route, List<OwnedRule> owned) {
    Weights weights = Weights.none(List.of());
    for (OwnedRule each : owned) {
      weights = weights.with(each.id(), each.weight());
    }
    String why = objection(route);
    Map<Arm, Integer> ready = new EnumMap<>(Arm.class);
    least(owned, OwnedRule::service).ifPresent(some -> ready.put(Arm.SERVICE, some));
    least(owned, OwnedRule::monolith).ifPresent(some -> ready.put(Arm.MONOLITH, some));
    return new Sight(route.resourceVersion(), weights, why.isEmpty(), why, ready, Map.of());
  }

  /** Of the backend that has the fewest, since each rule needs its own. */
  private Optional<Integer> least(List<OwnedRule> owned, Function<OwnedRule, Backend> arm) {
    return owned.stream()
        .map(arm)
        .distinct()
        .flatMap(each -> endpoints.ready(each).stream())
        .min(Integer::compare);
  }

  private KubeObject read() {
    KubeObject route = api.get(kind(), key);
    if (route == null) {
      throw new UserError(
          "there is no " + key,
          "name one that is there; msvc writes weights, and makes no routes",
          REFUSED);
    }
    return route;
  }

  private ResourceKind kind() {
    ResourceKind kind = kinds.of(apiVersion, key.kind());
    if (kind == null) {
      throw new UserError(
          "the cluster does not serve %s in %s".formatted(key.kind(), apiVersion),
          "install it there, or name another router in the plan",
          REFUSED);
    }
    return kind;
  }

  private static Sight asked(Supplier<Sight> question) {
    try {
      return question.get();
    } catch (ApiFailure failure) {
      throw failure.forUser();
    }
  }
}
