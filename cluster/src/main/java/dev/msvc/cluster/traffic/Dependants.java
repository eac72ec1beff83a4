package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The shifts that are after one, and go back before it does. One that cannot be brought back is
 * tried again for a while, and then the rest goes on without it: what is wrong with one must not
 * hold another in a state that hurts (P13).
 *
 * @param of which shift they are after
 * @param all those first that no other is after
 * @param patience for all of them together
 * @param pause waits
 * @param told what is done, before it is done
 */
public record Dependants(
    String of,
    List<Dependant> all,
    Duration patience,
    Clock clock,
    Consumer<Duration> pause,
    Consumer<String> told) {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** For each, also when those before it took all of the time. */
  private static final int TRIES = 3;

  public Dependants {
    all = List.copyOf(all);
  }

  /**
   * One that did not go back, or not for good.
   *
   * @param live whether its service may still have requests: not where only a commit is missing
   * @param exitCode as a command ends for it
   */
  public record Left(String name, String why, boolean live, int exitCode) {
    /** Whether it can be otherwise in a moment; not where its plan is wrong, or it is finished. */
    boolean mayCome() {
      return live && exitCode != 3;
    }
  }

  /**
   * What came of them.
   *
   * @param moved whether one was tried at all
   * @param left those that did not go back
   */
  public record Outcome(boolean moved, List<Left> left) {}

  /**
   * Brings all back, one after the other.
   *
   * @param reason for which the one goes back that they are after
   */
  public Outcome back(String reason) {
    Instant until = clock.instant().plus(patience);
    boolean moved = false;
    List<Left> left = new ArrayList<>();
    for (Dependant each : all) {
      Try last = tried(each, reason);
      for (int i = 1;
          last.left().isPresent()
              && last.left().get().mayCome()
              && (i < TRIES || clock.instant().isBefore(until));
          i++) {
        pause.accept(AGAIN);
        last = tried(each, reason);
      }
      moved |= last.moved();
      last.left().ifPresent(left::add);
      last.left().ifPresent(this::tell);
    }
    return new Outcome(moved, List.copyOf(left));
  }

  private void tell(Left left) {
    told.accept(
        left.live()
            ? "%s DID NOT GO BACK, and %s goes on without it: %s; msvc strangle rollback %s"
                .formatted(left.name(), of, left.why(), left.name())
            : "%s is back in the cluster and not in Git: %s; msvc strangle rollback %s"
                .formatted(left.name(), left.why(), left.name()));
  }

  private record Try(boolean moved, Optional<Left> left) {}

  private Try tried(Dependant each, String reason) {
    try {
      if (!each.underWay().getAsBoolean()) {
        return new Try(false, Optional.empty());
      }
      told.accept("%s goes back first: it is after %s".formatted(each.name(), of));
      Turn turn = each.back().apply("%s goes back: %s".formatted(of, reason));
      if (turn.kind() == Turn.Kind.ROLLED_BACK) {
        return new Try(true, Optional.empty());
      }
      boolean live = turn.kind() != Turn.Kind.UNCOMMITTED;
      return new Try(
          true, Optional.of(new Left(each.name(), turn.said(), live, turn.kind().exitCode())));
    } catch (UserError failed) {
      return new Try(
          true, Optional.of(new Left(each.name(), failed.message(), true, failed.exitCode())));
    }
  }

  /**
   * A router before whose service loses all, these go back.
   *
   * @param reason for which it does
   */
  public Router before(Router router, Supplier<String> reason) {
    return all.isEmpty()
        ? router
        : new Router() {
          @Override
          public Sight look() {
            return router.look();
          }

          @Override
          public Sight lookToGoBack() {
            return router.lookToGoBack();
          }

          @Override
          public Sight write(Sight base, Weights weights) {
            return weights.areNone()
                ? router.write(seen(router, base, reason.get()), weights)
                : router.write(base, weights);
          }

          @Override
          public Sight write(Sight base, Entry intent) {
            return intent.to().areNone()
                ? router.write(seen(router, base, reason.get()), intent)
                : router.write(base, intent);
          }

          @Override
          public Sight retry(Sight base, Entry intent) {
            return router.retry(base, intent);
          }
        };
  }

  /** What is written on condition of, after they went back. */
  private Sight seen(Router router, Sight base, String reason) {
    if (!back(reason).moved()) {
      return base;
    }
    // their route may be the same object: what they wrote there is no edit of this one
    Sight now = router.look();
    return now.weights().equals(base.weights()) ? now : base;
  }
}
