package dev.msvc.bench;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.bench.fuzz.Sane;
import dev.msvc.bench.fuzz.Spoiled;
import dev.msvc.model.Analysis;
import dev.msvc.model.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mutated files of each kind beside good ones: what ends badly, and what is lost of the good. */
final class FuzzBench implements Benchmark {
  private static final int FILES = 1_000;
  private static final int IN_A_TREE = 20;

  /** Of the processor: what a tree may take on a machine that is busy with something else, too. */
  private static final int SECONDS = 30;

  /** Of the clock, where it does nothing. */
  private static final int MOST_SECONDS = 600;

  /** A kind is given up after so many hangs, which keep a core busy each. */
  private static final int ENOUGH_HANGS = 4;

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public String what() {
    return "1000 mutated files of each kind: crashes, hangs, facts of good files lost";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Path folder = bench.folder().resolve("fuzz");
    Path scratch = bench.scratch("fuzz");
    // the first analysis loads classes
    analyzed(scratch.resolve("tree"), folder, List.of(), null);
    for (Spoiled spoiled : Spoiled.seeds(folder.resolve("seeds"))) {
      Counts counts = new Counts();
      for (int first = 0; first < FILES && counts.hangs < ENOUGH_HANGS; first += IN_A_TREE) {
        List<Integer> numbers = IntStream.range(first, first + IN_A_TREE).boxed().toList();
        if (!analyzed(scratch.resolve("tree"), folder, numbers, spoiled).isEmpty()) {
          for (int number : numbers) {
            String bad = analyzed(scratch.resolve("tree"), folder, List.of(number), spoiled);
            counts.add(bad);
            if (!bad.isEmpty()) {
              Path kept = scratch.resolve("%s-%d".formatted(spoiled.kind(), number));
              Files.write(kept, spoiled.copy(number));
              bench.detail("%s %d: %s".formatted(spoiled.kind(), number, bad));
            }
          }
        }
      }
      bench.figure(
          Figure.atMost(
              0,
              "fuzz." + spoiled.kind(),
              counts.crashes + counts.hangs + counts.lost,
              "%d crash, %d hang, %d lose".formatted(counts.crashes, counts.hangs, counts.lost)));
    }
  }

  private static final class Counts {
    private int crashes;
    private int hangs;
    private int lost;

    void add(String bad) {
      if (bad.startsWith("lost")) {
        lost++;
      } else if (bad.startsWith("hang")) {
        hangs++;
      } else if (!bad.isEmpty()) {
        crashes++;
      }
    }
  }

  /** What went wrong; empty if nothing. */
  private static String analyzed(
      Path tree, Path folder, List<Integer> numbers, @Nullable Spoiled spoiled)
      throws IOException, InterruptedException {
    delete(tree);
    Sane.write(folder.resolve("sane"), tree);
    if (spoiled != null) {
      spoiled.write(tree, numbers);
    }
    FutureTask<Analysis> task = new FutureTask<>(() -> Monolith.analyze(tree, Progress.NONE));
    Thread thread = new Thread(task, "fuzz");
    thread.setDaemon(true);
    thread.start();
    try {
      Facts facts = inTime(task).facts();
      // what an analyzer throws is kept from the user and told as a bug
      List<String> failed = facts.coverage().failed();
      List<String> lost = Sane.lost(facts);
      return !failed.isEmpty()
          ? String.join("; ", failed)
          : lost.isEmpty() ? "" : "lost: " + String.join(", ", lost);
    } catch (TimeoutException e) {
      StackTraceElement[] stack = thread.getStackTrace();
      task.cancel(true);
      return "hangs" + (stack.length > 0 ? " in " + stack[0] : "");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      StackTraceElement[] stack = cause.getStackTrace();
      return cause + (stack.length > 0 ? " at " + stack[0] : "");
    }
  }

  private static Analysis inTime(FutureTask<Analysis> task)
      throws InterruptedException, ExecutionException, TimeoutException {
    Duration before = spent();
    for (int second = 0; second < MOST_SECONDS; second++) {
      try {
        return task.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        if (spent().minus(before).toSeconds() >= SECONDS) {
          throw notYet;
        }
      }
    }
    throw new TimeoutException();
  }

  /** What this process took of the processors. */
  private static Duration spent() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }
}
