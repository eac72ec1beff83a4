package dev.msvc.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code bench/run}: lists the benchmarks, or runs those that are named. */
final class Bench {
  private static final List<Benchmark> ALL =
      List.of(
          // seconds
          new StartBench(),
          // minutes
          new FactsBench(),
          new SqlBench(),
          new FuzzBench(),
          new DecomposeBench(),
          new OwnersBench(),
          new StabilityBench(),
          // a quarter of an hour, most of it JHipster's
          new GenerateBench(),
          // minutes, and a quiet machine
          new DeployBench(),
          new ProxyBench(),
          new ShiftBench(),
          new StrangleDemo(),
          new SpeedBench(),
          new IncrementalBench(),
          new HistoryBench(),
          // a quarter of an hour, at any noise
          new ReplayBench(),
          new DeployFaultsBench(),
          new StrangleFaultsBench(),
          // half an hour of it, and much memory
          new GrowthBench());

  private final PrintStream out;
  private final Path folder;
  private final @Nullable Path corpus;
  private final @Nullable Path truths;
  private final @Nullable Path repository;
  private final boolean verbose;
  private final String only;
  private final int services;
  private final int requests;
  private boolean missed;

  private Bench(
      PrintStream out,
      Path folder,
      @Nullable Path corpus,
      @Nullable Path truths,
      @Nullable Path repository,
      String only,
      int services,
      int requests,
      boolean verbose) {
    this.out = out;
    this.folder = folder;
    this.corpus = corpus;
    this.truths = truths;
    this.repository = repository;
    this.only = only;
    this.services = services;
    this.requests = requests;
    this.verbose = verbose;
  }

  /** Exits 0 when every bar was held, 1 when one was missed, 2 when a name is unknown. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Benchmark> chosen = new ArrayList<>();
    Path corpus = null;
    Path truths = null;
    Path repository = null;
    String only = "";
    int services = Integer.MAX_VALUE;
    int requests = 0;
    boolean verbose = false;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--verbose")) {
        verbose = true;
      } else if (args[i].equals("--corpus") && i + 1 < args.length) {
        corpus = Path.of(args[++i]);
      } else if (args[i].equals("--truths") && i + 1 < args.length) {
        truths = Path.of(args[++i]);
      } else if (args[i].equals("--repo") && i + 1 < args.length) {
        repository = Path.of(args[++i]);
      } else if (args[i].equals("--only") && i + 1 < args.length) {
        only = args[++i];
      } else if (args[i].equals("--services") && i + 1 < args.length) {
        services = Integer.parseInt(args[++i]);
      } else if (args[i].equals("--requests") && i + 1 < args.length) {
        requests = Integer.parseInt(args[++i]);
      } else {
        Benchmark named = named(args[i]);
        if (named == null) {
          out.println("error: there is no benchmark '" + args[i] + "'");
          list(out);
          System.exit(2);
        } else {
          chosen.add(named);
        }
      }
    }
    if (chosen.isEmpty()) {
      list(out);
      return;
    }
    Bench bench =
        new Bench(
            out, Path.of(args[0]), corpus, truths, repository, only, services, requests, verbose);
    for (Benchmark each : chosen) {
      bench.run(each);
    }
    System.exit(bench.missed ? 1 : 0);
  }

  private static @Nullable Benchmark named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  private static void list(PrintStream out) {
    for (Benchmark each : ALL) {
      out.printf("%-20s %s%n", each.name(), each.what());
    }
    out.println(
        "usage: bench/run NAME... [--corpus DIR] [--truths DIR] [--repo GITDIR] [--only SYSTEM]"
            + " [--services N] [--requests N] [--verbose]");
  }

  private void run(Benchmark benchmark) throws IOException, InterruptedException {
    try {
      benchmark.run(this);
    } catch (SkippedException e) {
      skipped(benchmark.name(), e);
    }
  }

  void skipped(String name, SkippedException why) {
    out.printf("%-32s skipped: %s%n", name, why.getMessage());
  }

  void figure(Figure figure) {
    missed |= !figure.ok();
    out.println(figure.line());
  }

  /** A line that is not a figure, as a row of a table. */
  void line(String line) {
    out.println(line);
  }

  /** A line that is not a figure, behind {@code --verbose}. */
  void detail(String line) {
    if (verbose) {
      out.println("    " + line);
    }
  }

  /** Whether a system is to be looked at: all, or the one that {@code --only} names. */
  boolean wants(String system) {
    return only.isEmpty() || only.equals(system);
  }

  /** How many services are asked of what is slow; all where nothing is said. */
  int services() {
    return services;
  }

  /** How many requests are sent: as many as asked for, where that was said. */
  int requests(int otherwise) {
    return requests > 0 ? requests : otherwise;
  }

  /** The project's folder. */
  Path project() {
    return folder.resolveSibling("");
  }

  /** Where a benchmark keeps its files: made when it is not there. */
  Path scratch(String name) throws IOException {
    return Files.createDirectories(folder.resolve("target").resolve(name));
  }

  Path folder() {
    return folder;
  }

  /** The program as built. */
  Path distribution() {
    return project().resolve("cli/target/msvc");
  }

  /** The systems of which it is known how people divide them. */
  List<Truth> truths() throws IOException, SkippedException {
    if (truths == null) {
      throw new SkippedException("needs --truths DIR, with a folder and its truth.csv a system");
    }
    return Truth.in(truths).stream().filter(each -> wants(each.name())).toList();
  }

  /** The git repository that {@code --repo} names. */
  Path gitRepository() throws SkippedException {
    if (repository == null) {
      throw new SkippedException("needs --repo with the git folder of a Java project");
    }
    return repository.toAbsolutePath();
  }

  /** The folder OWNER+NAME of the corpus. */
  Path repository(String owner, String name) throws SkippedException {
    if (corpus == null) {
      throw new SkippedException("needs --corpus DIR with a folder " + owner + "+" + name);
    }
    Path repository = corpus.resolve(owner + "+" + name);
    if (!Files.isDirectory(repository)) {
      throw new SkippedException("there is no " + repository);
    }
    return repository;
  }
}
