package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an object is on its way to what it asks for.
 *
 * @param why one line in the user's words, also where all is well
 */
public record Readiness(State state, String why) {
  /** An annotation that names the condition by which an object is ready, whatever its kind. */
  static final String READY_WHEN = "msvc.dev/ready-when";

  /** The end of the way, or a place on it. */
  public enum State {
    READY,
    WAITING,
    /** It will not become ready by itself. */
    FAILED
  }

  static Readiness ready(String why) {
    return new Readiness(State.READY, why);
  }

  static Readiness waiting(String why) {
    return new Readiness(State.WAITING, why);
  }

  static Readiness failed(String why) {
    return new Readiness(State.FAILED, why);
  }

  /**
   * Of an object as the server has it.
   *
   * @param lateClasses storage classes that make a volume only when a pod asks for it: a claim on
   *     them is as ready as it gets without one
   */
  public static Readiness of(KubeObject live, Set<String> lateClasses) {
    Readiness general = general(live);
    if (general != null) {
      return general;
    }
    String named = live.annotation(READY_WHEN);
    return named.isEmpty()
        ? Rules.of(live, lateClasses)
        : Rules.by(live, named, Condition.of(live, named));
  }

  /** As {@link #of(KubeObject, Set)}, where no such class is known. */
  public static Readiness of(KubeObject live) {
    return of(live, Set.of());
  }

  /** Whether a kind is ready as soon as it is applied, so that nobody need look. */
  public static boolean atOnce(ObjectKey key) {
    return Rules.atOnce(key.groupKind());
  }

  public boolean isReady() {
    return state == State.READY;
  }

  public boolean isFailed() {
    return state == State.FAILED;
  }

  /** What holds for all kinds; null where only the kind's own rule can tell. */
  private static @Nullable Readiness general(KubeObject live) {
    if (!live.text("metadata", "deletionTimestamp").isEmpty()) {
      String held =
          String.join(
              ", ",
              live.list("metadata", "finalizers").stream().map(String::valueOf).sorted().toList());
      return waiting(
          held.isEmpty() ? "is being deleted" : "is being deleted, which waits for " + held);
    }
    long generation = live.number(0, "metadata", "generation");
    if (observed(live) < generation) {
      return waiting("its controller has not seen the change yet");
    }
    Condition stalled = Condition.of(live, "Stalled");
    if (stalled != null && stalled.isTrue() && !stalled.olderThan(live)) {
      return failed("is stalled: " + stalled.said());
    }
    Condition reconciling = Condition.of(live, "Reconciling");
    if (reconciling != null && reconciling.isTrue()) {
      return waiting("is being worked on: " + reconciling.said());
    }
    return null;
  }

  /** Which generation its controller has seen; the newest where it does not say. */
  private static long observed(KubeObject live) {
    String observed = live.text("status", "observedGeneration");
    try {
      return observed.isEmpty() ? Long.MAX_VALUE : Long.parseLong(observed);
    } catch (NumberFormatException notGeneration) {
      // some controllers keep a hash there
      return Long.MAX_VALUE;
    }
  }
}
