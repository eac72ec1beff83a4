package dev.msvc.cluster.data;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** How time is let pass until rows that were on their way have come. */
@FunctionalInterface
public interface Pause {
  /** On the clock on the wall; says now and then that it waits. */
  Pause REAL =
      (time, said) -> {
        long end = System.nanoTime() + time.toNanos();
        try {
          for (long left = time.toMillis();
              left > 0;
              left = (end - System.nanoTime()) / 1_000_000) {
            Thread.sleep(Math.min(left, 5_000));
            said.accept("waiting for rows that are on their way");
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CompletionException(e);
        }
      };

  /** Lets it pass. */
  void during(Duration time, Consumer<String> said);
}
