package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds of the weights after every write. */
final class WeightChecks {
  private WeightChecks() {}

  /** P1. */
  static Optional<String> whole(Seen seen) {
    Set<String> rules = Weights.none(seen.plan().rules()).service().keySet();
    for (Moment.Wrote each : writes(seen)) {
      if (!each.after().service().keySet().equals(rules)) {
        return Optional.of("the router has weights of %s".formatted(each.after().service()));
      }
      for (String rule : rules) {
        int service = each.after().of(rule, Arm.SERVICE);
        if (service < 0 || service + each.after().of(rule, Arm.MONOLITH) != 100) {
          return Optional.of("%s has %d".formatted(rule, service));
        }
      }
      if (!each.after().equals(each.to())) {
        return Optional.of(
            "%s was written, and %s is live"
                .formatted(each.to().service(), each.after().service()));
      }
    }
    return Optional.empty();
  }

  /** P2. */
  static Optional<String> rest(Seen seen) {
    List<String> texts = seen.all(Moment.Beside.class).map(Moment.Beside::text).distinct().toList();
    return texts.size() < 2
        ? Optional.empty()
        : Optional.of("%s became %s".formatted(texts.get(0), texts.get(1)));
  }

  /** P20. */
  static Optional<String> oneWriter(Seen seen) {
    for (Moment.Wrote each : writes(seen)) {
      for (Rule rule : seen.plan().rules()) {
        int service = each.after().of(rule.id(), Arm.SERVICE);
        if (Property.writes(rule) && service != 0 && service != 100) {
          return Optional.of("%s was split: %d %% for the service".formatted(rule.id(), service));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Moment.Wrote> writes(Seen seen) {
    return seen.all(Moment.Wrote.class).toList();
  }
}
