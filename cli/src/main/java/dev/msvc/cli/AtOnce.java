package dev.msvc.cli;

import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same with several things, on all processors. */
final class AtOnce {
  private AtOnce() {}

  private record Outcome<R>(@Nullable R result, @Nullable RuntimeException wrong) {
    private static <T, R> Outcome<R> of(T each, Function<T, R> work) {
      try {
        return new Outcome<>(work.apply(each), null);
      } catch (RuntimeException e) {
        return new Outcome<>(null, e);
      }
    }
  }

  /**
   * What comes of each, in their order. All are done before it is said what went wrong with the
   * first of those with which something did.
   */
  static <T, R> List<R> each(List<T> all, Function<T, R> work) {
    List<Outcome<R>> outcomes = Workers.map(all, each -> Outcome.of(each, work));
    List<R> results = new ArrayList<>();
    for (Outcome<R> each : outcomes) {
      if (each.wrong() != null) {
        throw each.wrong();
      }
      results.add(Objects.requireNonNull(each.result()));
    }
    return results;
  }
}
