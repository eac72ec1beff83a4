package dev.msvc.bench;

import dev.msvc.bench.load.Load;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How quick {@code msvc strangle start} takes a service back that begins to fail under load. */
record RollbackTimes(Bench bench) {
  private static final int ROUNDS = 3;
  private static final int CLIENTS = 8;
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final int BAD_WINDOWS = 2;
  private static final int WRITTEN_SECONDS = 1;
  private static final int EFFECTIVE_SECONDS = 5;
  private static final int PATIENCE_SECONDS = 60;

  private static final String STEPS =
      """
      stages:
      - {weight: 50, soak: 1h}
      gates:
      - success-rate: {min: 99%%, requests: 50}
      tolerance: {window: %ds, badWindows: %d}
      """
          .formatted(WINDOW.toSeconds(), BAD_WINDOWS);

  /** Seconds of one round, and requests that failed though they were sent a second after it. */
  private record Times(double written, double effective, long failed) {}

  void run(Stand.Maker maker, String name) throws IOException, InterruptedException {
    List<Double> written = new ArrayList<>();
    List<Double> effective = new ArrayList<>();
    long failed = 0;
    try {
      for (int i = 0; i < ROUNDS; i++) {
        Times times = round(maker);
        bench.detail(
            String.format(
                Locale.ROOT,
                "%s: written %.3f s after bad window %d, the last request %.3f s after that",
                name,
                times.written(),
                BAD_WINDOWS,
                times.effective()));
        written.add(times.written());
        effective.add(times.effective());
        failed += times.failed();
      }
    } catch (SkippedException e) {
      bench.skipped("shift.rollback." + name, e);
      return;
    }
    String worst = "s, the worst of " + ROUNDS;
    bench.figure(
        Figure.atMost(
            WRITTEN_SECONDS,
            "shift.rollback.%s.written".formatted(name),
            Collections.max(written),
            worst));
    bench.figure(
        Figure.atMost(
            EFFECTIVE_SECONDS,
            "shift.rollback.%s.effective".formatted(name),
            Collections.max(effective),
            worst));
    bench.figure(
        Figure.atMost(
            0,
            "shift.rollback.%s.failed".formatted(name),
            (double) failed,
            "a second after it and later"));
  }

  private Times round(Stand.Maker maker)
      throws IOException, InterruptedException, SkippedException {
    try (Load load = new Load();
        Stand stand = maker.start(bench, load, STEPS)) {
      load.start(CLIENTS, stand.port());
      Path said = stand.project().output("start");
      Process start =
          new ProcessBuilder(stand.project().command("start", "-y"))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        until(stand, start, Event.EFFECT);
        Thread.sleep(WINDOW.toMillis());
        load.service().answers(500);
        Instant ends = lastWindow(stand, start);
        if (!start.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || start.exitValue() != 6) {
          throw new IOException("msvc strangle start did not go back, see " + said);
        }
        Entry intent = last(stand, Event.INTENT);
        Entry effect = last(stand, Event.EFFECT);
        // whoever still came would come now
        Thread.sleep(WINDOW.toMillis());
        load.begin();
        Thread.sleep(TimeUnit.SECONDS.toMillis(EFFECTIVE_SECONDS));
        load.end();
        return new Times(
            seconds(ends, effect.when()),
            seconds(intent.when(), Instant.ofEpochMilli(load.service().lastAt())),
            load.count().failed());
      } finally {
        start.destroyForcibly();
      }
    }
  }

  /** When the window ends that is one bad window too many. */
  private static Instant lastWindow(Stand stand, Process start)
      throws IOException, InterruptedException {
    while (start.isAlive()) {
      Progress progress = stand.project().journal().progress();
      if (progress.badWindows() == BAD_WINDOWS - 1) {
        return progress.began().plus(WINDOW);
      }
      Thread.sleep(20);
    }
    throw new IOException("no bad window was seen, see " + stand.project().output("start"));
  }

  private static void until(Stand stand, Process start, Event event)
      throws IOException, InterruptedException {
    while (find(stand.project().journal(), event) == null) {
      if (!start.isAlive()) {
        throw new IOException("it never had weights, see " + stand.project().output("start"));
      }
      Thread.sleep(20);
    }
  }

  private static Entry last(Stand stand, Event event) throws IOException {
    Entry found = find(stand.project().journal(), event);
    if (found == null || found.stage() >= 0) {
      throw new IOException("it did not go back, see " + stand.project().output("start"));
    }
    return found;
  }

  private static @Nullable Entry find(Journal journal, Event event) {
    Entry found = null;
    for (Entry each : journal.entries()) {
      found = each.event() == event ? each : found;
    }
    return found;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
