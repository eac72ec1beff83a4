package dev.msvc.analyzers.parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to many things on all processors, on threads whose stacks hold deep trees.
 *
 * <p>Not by parallel streams: their threads have small stacks, and where one of them runs out of
 * memory between two tasks, whoever waits for it waits for ever.
 */
public final class Workers {
  /** Address space only: memory is taken as it is used. */
  private static final long STACK_BYTES = 512L << 20;

  private Workers() {}

  /** Results in the order of the things, whatever thread made them. */
  public static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    return map(things, () -> work, mine -> mine);
  }

  /** Does the same to each, in any order. */
  public static <T> void each(Collection<T> things, Consumer<T> work) {
    map(
        List.copyOf(things),
        each -> {
          work.accept(each);
          return true;
        });
  }

  /** Does one thing on such a thread, and waits for it. */
  public static <R> R call(Supplier<R> work) {
    return map(List.of(work), Supplier::get).get(0);
  }

  /**
   * Results in the order of the things, whatever thread made them.
   *
   * @param tools makes what each thread needs for itself
   */
  public static <T, S, R> List<R> map(
      List<T> things, Supplier<S> tools, Function<S, Function<T, R>> work) {
    Object[] results = new Object[things.size()];
    AtomicInteger next = new AtomicInteger();
    Failure failure = new Failure();
    Runnable worker =
        () -> {
          Function<T, R> mine = work.apply(tools.get());
          for (int i = next.getAndIncrement();
              i < results.length && failure.first == null;
              i = next.getAndIncrement()) {
            results[i] = mine.apply(things.get(i));
          }
        };
    run(worker, failure, Math.min(Runtime.getRuntime().availableProcessors(), things.size()));
    failure.rethrow();
    @SuppressWarnings("unchecked")
    List<R> all = (List<R>) Arrays.asList(results);
    return all;
  }

  private static void run(Runnable worker, Failure failure, int count) {
    List<Thread> threads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(null, worker, "msvc-reader-" + i, STACK_BYTES);
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler(failure);
      thread.start();
      threads.add(thread);
    }
    for (Thread each : threads) {
      try {
        each.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", interrupted);
      }
    }
  }

  /** What ended a thread. It is kept without using memory, since there may be none left. */
  private static final class Failure implements Thread.UncaughtExceptionHandler {
    private volatile @Nullable Throwable first;

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (first == null) {
        first = thrown;
      }
    }

    void rethrow() {
      Throwable failed = first;
      if (failed instanceof Error error) {
        throw error;
      }
      if (failed instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
