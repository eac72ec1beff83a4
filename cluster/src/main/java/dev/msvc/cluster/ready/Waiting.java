package dev.msvc.cluster.ready;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Waits until objects are truly ready. What fails on the way to the server is no news, and never
 * ends the waiting.
 */
public final class Waiting {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENT_AFTER = Duration.ofSeconds(30);

  /** What has failed before we looked may be mended by what was applied beside it. */
  private static final Duration OLD_FAILURE = Duration.ofSeconds(60);

  private static final Duration EXPLAINED_AFTER = Duration.ofSeconds(2);
  private static final Duration EXPLAINED_AGAIN = Duration.ofSeconds(5);
  private static final int EXPLAINED_A_ROUND = 4;
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(3);
  private static final Duration LAST_EXPLANATION = Duration.ofSeconds(10);

  private final Sight sight;
  private final LongSupplier nanos;
  private final Sleep sleep;

  /** How time is let pass. */
  interface Sleep {
    void during(Duration time) throws InterruptedException;
  }

  Waiting(Sight sight, LongSupplier nanos, Sleep sleep) {
    this.sight = sight;
    this.nanos = nanos;
    this.sleep = sleep;
  }

  public static Waiting on(ApiServer api, Kinds kinds) {
    return new Waiting(
        new LiveSight(api, kinds), System::nanoTime, time -> Thread.sleep(time.toMillis()));
  }

  /**
   * Waits until all are ready, one has failed for good, or the time is over.
   *
   * @param listener told of all, in their order, whenever something has changed
   * @throws InterruptedException at once when the thread is interrupted
   */
  public Outcome until(List<Wanted> wanted, Duration time, Consumer<List<Progress>> listener)
      throws InterruptedException {
    return new Run(wanted, time, listener).end();
  }

  /** One waiting. */
  private final class Run {
    private final List<Wanted> looked = new ArrayList<>();
    private final Duration time;
    private final Consumer<List<Progress>> listener;
    private final long start = nanos.getAsLong();
    private final Map<ObjectKey, Progress> picture = new LinkedHashMap<>();
    private final Map<ObjectKey, KubeObject> lives = new HashMap<>();
    private final Map<ObjectKey, Duration> explained = new HashMap<>();
    private final Set<ObjectKey> failedBefore = new HashSet<>();
    private List<Progress> told = List.of();

    Run(List<Wanted> wanted, Duration time, Consumer<List<Progress>> listener) {
      this.time = time;
      this.listener = listener;
      for (Wanted each : wanted) {
        boolean atOnce = Readiness.atOnce(each.key());
        if (!atOnce) {
          looked.add(each);
        }
        put(
            each.key(),
            atOnce ? Readiness.ready("is there") : Readiness.waiting("has not been looked at yet"),
            List.of());
      }
    }

    Outcome end() throws InterruptedException {
      List<Wanted> pending = List.copyOf(looked);
      while (true) {
        look(pending);
        if (picture.values().stream().anyMatch(each -> each.readiness().isFailed())) {
          return ended(Outcome.End.FAILED);
        }
        List<Wanted> open = pending.stream().filter(each -> !isReady(each)).toList();
        if (open.isEmpty()) {
          if (pending.size() == looked.size()) {
            return ended(Outcome.End.READY);
          }
          // those that were ready first may have fallen back while the last were waited for
          pending = List.copyOf(looked);
          continue;
        }
        pending = open;
        explain(due(), SHORTEST_LOOK);
        tell();
        if (left().isZero()) {
          return ended(Outcome.End.TIMED_OUT);
        }
        sleep.during(min(pause(), left()));
      }
    }

    private void look(List<Wanted> pending) throws InterruptedException {
      boolean first = lives.isEmpty();
      Sight.Look look = sight.look(pending, max(left(), SHORTEST_LOOK));
      for (Wanted each : pending) {
        ObjectKey key = each.key();
        KubeObject live = look.found().get(key);
        if (live != null) {
          lives.put(key, live);
          put(key, judged(live, Readiness.of(live, look.lateClasses()), first), details(key));
        } else if (look.missing().contains(key)) {
          lives.remove(key);
          put(key, Readiness.waiting("is not there"), List.of());
        } else if (!lives.containsKey(key)) {
          put(key, Readiness.waiting("cannot be looked at: " + look.silent().get(key)), List.of());
        }
      }
    }

    /** A failure that was there before us is only believed when it stays. */
    private Readiness judged(KubeObject live, Readiness readiness, boolean first) {
      ObjectKey key = live.key();
      if (first && readiness.isFailed() && mends(live)) {
        failedBefore.add(key);
      } else if (!readiness.isFailed()) {
        failedBefore.remove(key);
      }
      return failedBefore.contains(key) && passed().compareTo(OLD_FAILURE) < 0
          ? Readiness.waiting(readiness.why())
          : readiness;
    }

    private boolean mends(KubeObject live) {
      Condition progress = Condition.of(live, "Progressing");
      return live.kind().equals("Rollout")
          || (progress != null && progress.reason().equals("ProgressDeadlineExceeded"));
    }

    private List<KubeObject> due() {
      List<KubeObject> due = new ArrayList<>();
      for (KubeObject live : unready()) {
        Duration last = explained.get(live.key());
        boolean now =
            last == null
                ? passed().compareTo(EXPLAINED_AFTER) >= 0
                : passed().minus(last).compareTo(EXPLAINED_AGAIN) >= 0;
        if (now && due.size() < EXPLAINED_A_ROUND) {
          due.add(live);
        }
      }
      return due;
    }

    private void explain(Collection<KubeObject> due, Duration within) throws InterruptedException {
      if (due.isEmpty()) {
        return;
      }
      due.forEach(each -> explained.put(each.key(), passed()));
      sight
          .explain(due, within)
          .forEach(
              (key, lines) ->
                  picture.computeIfPresent(
                      key, (same, old) -> new Progress(key, old.readiness(), lines)));
    }

    private Outcome ended(Outcome.End end) throws InterruptedException {
      explain(unready(), LAST_EXPLANATION);
      tell();
      return new Outcome(end, List.copyOf(picture.values()));
    }

    private List<KubeObject> unready() {
      return picture.values().stream()
          .filter(each -> !each.isReady() && lives.containsKey(each.key()))
          .map(each -> lives.get(each.key()))
          .toList();
    }

    private void tell() {
      List<Progress> now = List.copyOf(picture.values());
      if (!now.equals(told)) {
        told = now;
        listener.accept(now);
      }
    }

    private void put(ObjectKey key, Readiness readiness, List<String> details) {
      picture.put(key, new Progress(key, readiness, readiness.isReady() ? List.of() : details));
    }

    private List<String> details(ObjectKey key) {
      Progress old = picture.get(key);
      return old == null ? List.of() : old.details();
    }

    private boolean isReady(Wanted each) {
      Progress progress = picture.get(each.key());
      return progress != null && progress.isReady();
    }

    private Duration passed() {
      return Duration.ofNanos(nanos.getAsLong() - start);
    }

    private Duration left() {
      return max(time.minus(passed()), Duration.ZERO);
    }

    private Duration pause() {
      if (passed().compareTo(FIRST_PAUSE) < 0) {
        return FIRST_PAUSE;
      }
      return passed().compareTo(PATIENT_AFTER) < 0 ? PAUSE : LONG_PAUSE;
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
