package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands between a shift and its router: an arm is away, or somebody else is quicker. */
final class Meddler {
  private final Supplier<Map<String, Map<Arm, Tally>>> counts;
  private Optional<Arm> away = Optional.empty();
  private Optional<Runnable> between = Optional.empty();

  /**
   * Of one attempt.
   *
   * @param counts what arms answered, for routers that do not count
   */
  Meddler(Supplier<Map<String, Map<Arm, Tally>>> counts) {
    this.counts = counts;
  }

  /** That an arm has no endpoint, as far as the router says. */
  void away(Arm arm) {
    away = Optional.of(arm);
  }

  /** What somebody else does right before the next write. */
  void between(Runnable edit) {
    between = Optional.of(edit);
  }

  void calm() {
    away = Optional.empty();
    between = Optional.empty();
  }

  Router router(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        return told(router.look());
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        between.ifPresent(Runnable::run);
        between = Optional.empty();
        return told(router.write(base, weights));
      }
    };
  }

  private Sight told(Sight sight) {
    if (away.isEmpty() && !sight.counts().isEmpty()) {
      return sight;
    }
    Map<Arm, Integer> ready = new EnumMap<>(Arm.class);
    ready.putAll(sight.ready());
    away.ifPresent(arm -> ready.put(arm, 0));
    return new Sight(
            sight.version(),
            sight.weights(),
            sight.accepted(),
            sight.why(),
            ready,
            sight.counts().isEmpty() ? counts.get() : sight.counts(),
            sight.mirrored())
        .keeping(sight.perClient());
  }
}
