package dev.msvc.analyzers.parallel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that goes on beside other work, from when it is made to when its result is asked for. */
public final class Aside<R> {
  private final FutureTask<R> task;

  public Aside(Supplier<R> work) {
    task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "msvc-aside");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for the result. */
  public R get() {
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
