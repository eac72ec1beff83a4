package dev.msvc.cluster.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does the same with many things at once, few enough that connecting is no work of its own. */
final class Parallel {
  private static final int AT_ONCE = 8;

  private Parallel() {}

  /**
   * All results, in the order of what they came from. Where one fails, those that have not begun
   * never do, and the first failure is thrown once the others have ended.
   */
  static <T, R> List<R> each(Collection<T> things, Function<T, R> function) {
    if (things.size() < 2) {
      return things.stream().map(function).toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, things.size()));
    List<Future<R>> begun = new ArrayList<>();
    try {
      for (T thing : things) {
        begun.add(threads.submit(() -> function.apply(thing)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> each : begun) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException failed) {
      begun.forEach(each -> each.cancel(false));
      awaitEnd(threads);
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitEnd(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
