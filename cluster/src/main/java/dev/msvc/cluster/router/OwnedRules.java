package dev.msvc.cluster.router;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;

/** Finds the rules of a plan in a route that has others, too. */
final class OwnedRules {
  private static final int REFUSED = 3;
  private static final int MOVED = 5;
  private static final int ALL = 100;

  private final ShiftPlan plan;
  private final ObjectKey key;
  private final Shape shape;

  OwnedRules(ShiftPlan plan, ObjectKey key, Shape shape) {
    this.plan = plan;
    this.key = key;
    this.shape = shape;
  }

  /** All of them, in the plan's order, with weights that are 100 together. */
  List<OwnedRule> of(KubeObject route) {
    List<OwnedRule> owned = atAll(route);
    for (OwnedRule each : owned) {
      if (!each.oddity().isEmpty()) {
        throw new UserError(
            each.oddity(),
            "see who wrote them; a shift begins with 0 and 100, and a weight that is not said is %d; to bring all back: msvc strangle rollback %s"
                .formatted(shape.otherwise(), plan.name()),
            MOVED);
      }
    }
    return owned;
  }

  /** All of them, in the plan's order, whatever their weights are. */
  List<OwnedRule> atAll(KubeObject route) {
    List<Object> all = route.list("spec", shape.rules());
    List<OwnedRule> owned = new ArrayList<>();
    for (Rule each : plan.rules()) {
      owned.add(owned(all, each.id()));
    }
    return owned;
  }

  private OwnedRule owned(List<Object> all, String id) {
    int at = -1;
    for (int i = 0; i < all.size(); i++) {
      if (KubeObject.text(all.get(i), "name").equals(id)) {
        if (at >= 0) {
          throw wrong("%s has two rules '%s'".formatted(key, id), "give each a name of its own");
        }
        at = i;
      }
    }
    if (at < 0) {
      throw wrong(
          "%s has no rule '%s'".formatted(key, id),
          "write it, with name: %s and both backends; msvc strangle lint %s shows what it is for"
              .formatted(id, plan.name()));
    }
    List<Object> backends = KubeObject.list(all.get(at), shape.backends());
    requireWeights(backends, id);
    int service = arm(backends, id, plan.service(), "service");
    int monolith = arm(backends, id, plan.monolith(), "monolith");
    if (service == monolith) {
      throw wrong(
          "rule '%s' of %s has one backend for the monolith and the service".formatted(id, key),
          "see the two addresses in the plan");
    }
    requireOthersAreNothing(backends, id, service, monolith);
    int ours = weight(backends.get(service));
    int theirs = weight(backends.get(monolith));
    boolean whole = ours >= 0 && theirs >= 0 && (long) ours + theirs == ALL;
    String path = "/spec/%s/%d/%s/".formatted(shape.rules(), at, shape.backends());
    return new OwnedRule(
        id,
        backend(backends.get(service)),
        path + service + "/weight",
        backend(backends.get(monolith)),
        path + monolith + "/weight",
        whole ? ours : share(ours, theirs),
        whole
            ? ""
            : "the weights of rule '%s' of %s are %d for the service and %d for the monolith, and are not 100 together"
                .formatted(id, key, ours, theirs));
  }

  /** Of the service, at least 1: gateways go by what weights are to each other. */
  private static int share(int service, int monolith) {
    double all = Math.max(service, 0.0) + Math.max(monolith, 0.0);
    return all == 0 ? 1 : (int) Math.max(1, Math.round(ALL * Math.max(service, 0.0) / all));
  }

  /** One that stands alone need not say its weight, and nothing can be shifted from it so. */
  private void requireWeights(List<Object> backends, String id) {
    if (backends.size() == 1 && KubeObject.at(backends.get(0), "weight") == null) {
      throw wrong(
          "rule '%s' of %s has one backend, without a weight: %s"
              .formatted(id, key, backend(backends.get(0)).shown()),
          "write both with their weights, weight: 0 for the service %s and weight: 100 for the monolith %s, as msvc strangle route %s prints them"
              .formatted(plan.service(), plan.monolith(), plan.name()));
    }
  }

  private int arm(List<Object> backends, String id, String address, String arm) {
    int at = -1;
    for (int i = 0; i < backends.size(); i++) {
      if (backend(backends.get(i)).isAt(address, key.namespace())) {
        if (at >= 0) {
          throw wrong(
              "rule '%s' of %s names the %s %s twice".formatted(id, key, arm, address),
              "leave one of the two");
        }
        at = i;
      }
    }
    if (at < 0) {
      throw wrong(
          "rule '%s' of %s has no backend for the %s %s".formatted(id, key, arm, address),
          "write it, with weight: %d; there is %s"
              .formatted(
                  arm.equals("service") ? 0 : ALL,
                  backends.isEmpty()
                      ? "none"
                      : String.join(
                          "; ", backends.stream().map(each -> backend(each).shown()).toList())));
    }
    return at;
  }

  /** What goes to a third one is neither arm's: weights would not say what is done. */
  private void requireOthersAreNothing(
      List<Object> backends, String id, int service, int monolith) {
    for (int i = 0; i < backends.size(); i++) {
      if (i != service && i != monolith && weight(backends.get(i)) != 0) {
        throw wrong(
            "rule '%s' of %s sends requests to a third backend: %s with weight %d"
                .formatted(id, key, backend(backends.get(i)).shown(), weight(backends.get(i))),
            "give it weight: 0, or a rule of its own");
      }
    }
  }

  private Backend backend(Object each) {
    return shape.backend().apply(each, key.namespace());
  }

  private int weight(Object backend) {
    return (int) KubeObject.number(backend, shape.otherwise(), "weight");
  }

  private static UserError wrong(String what, String hint) {
    return new UserError(what, hint, REFUSED);
  }
}
