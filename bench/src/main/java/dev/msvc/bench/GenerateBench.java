package dev.msvc.bench;

import dev.msvc.bench.services.Sketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Services made in one run beside JHipster making the same, and how the time grows with them. */
final class GenerateBench implements Benchmark {
  private static final int SERVICES = 50;
  private static final int FEW = 10;
  private static final int MANY = 200;
  private static final int ROUNDS = 3;

  /** What JHipster is asked for, and msvc makes only where it is wanted. */
  private static final String ORGANISATION = "organisation:\n  mesh: istio\n";

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String what() {
    return "50 services of 8 aggregates beside generator-jhipster, and 200 beside 50 (needs npm;"
        + " --services N: fewer of JHipster)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path made = bench.scratch("generate").resolve("made");
    Folders.delete(made);
    Files.createDirectories(made);
    Path launcher = Installed.of(bench, "generate");
    growth(bench, launcher);
    beside(bench, launcher);
    // not in between: ext4 searches long for inodes that were not deleted within the last minute
    Folders.delete(made);
  }

  /** A folder that was never there. */
  private static Path fresh(Bench bench) throws IOException {
    return Files.createTempDirectory(bench.scratch("generate").resolve("made"), "");
  }

  /** Of one service: seconds on the wall and of the processors, and files. */
  private record Cost(double wall, double cpu, double files) {}

  private static void growth(Bench bench, Path launcher)
      throws IOException, InterruptedException, SkippedException {
    List<Double> ofFifty = new ArrayList<>();
    List<Double> ofFew = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Cost few = ours(bench, launcher, FEW);
      Cost fifty = ours(bench, launcher, SERVICES);
      Cost many = ours(bench, launcher, MANY);
      ofFifty.add(many.wall() / fifty.wall());
      cpu.add(many.cpu() / fifty.cpu());
      ofFew.add(many.wall() / few.wall());
    }
    Ratios growth = new Ratios(ofFifty);
    Ratios growthOfCpu = new Ratios(cpu);
    Ratios fromFew = new Ratios(ofFew);
    bench.figure(Figure.atMost(1.2, "generate.growth", growth.median(), growth.spread()));
    bench.figure(Figure.told("generate.growth.cpu", growthOfCpu.median(), growthOfCpu.spread()));
    bench.figure(Figure.told("generate.growth.from-10", fromFew.median(), fromFew.spread()));
  }

  private static void beside(Bench bench, Path launcher)
      throws IOException, InterruptedException, SkippedException {
    Path scratch = bench.scratch("generate");
    JHipster jhipster = JHipster.installed(scratch.resolve("npm"));
    List<Cost> ours = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(ours(bench, launcher, SERVICES));
    }
    Cost theirs = theirs(bench, jhipster, SERVICES, List.of());
    Cost unformatted = theirs(bench, jhipster, FEW, List.of(JHipster.UNFORMATTED));
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(ours(bench, launcher, SERVICES));
    }
    Ratios wall = ratios(ours, theirs, Cost::wall);
    bench.figure(Figure.atLeast(50, "generate.jhipster", wall.median(), wall.spread()));
    tell(bench, "generate.jhipster.cpu", ratios(ours, theirs, Cost::cpu));
    tell(bench, "generate.unformatted", ratios(ours, unformatted, Cost::wall));
    tell(bench, "generate.unformatted.cpu", ratios(ours, unformatted, Cost::cpu));
    String of = "files of a service; JHipster %.0f".formatted(theirs.files());
    bench.figure(Figure.told("generate.files", ours.get(0).files(), of));
  }

  private static Ratios ratios(List<Cost> ours, Cost theirs, ToDoubleFunction<Cost> of) {
    return new Ratios(
        ours.stream().map(each -> of.applyAsDouble(theirs) / of.applyAsDouble(each)).toList());
  }

  private static void tell(Bench bench, String name, Ratios ratios) {
    bench.figure(Figure.told(name, ratios.median(), ratios.spread()));
  }

  /** All of them in one run, into a folder that is not there. */
  private static Cost ours(Bench bench, Path launcher, int services)
      throws IOException, InterruptedException, SkippedException {
    Path folder = fresh(bench);
    List<Sketch> sketches = Sketch.first(services);
    Files.writeString(folder.resolve("msvc.yaml"), ORGANISATION);
    Files.writeString(folder.resolve("all.yaml"), Sketch.yaml(sketches));
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "-C", folder.toString()));
    command.addAll(List.of("generate", "service", "--spec", "all.yaml", "--out", "services"));
    Path output = folder.resolve("output.txt");
    Launched launched = Launched.run(command, Map.of(), output);
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "msvc ended with %d, see %s.err".formatted(launched.exitCode(), output));
    }
    for (Sketch each : sketches) {
      Path made = folder.resolve("services").resolve(each.name());
      Launched.require(made.resolve("pom.xml"));
      Launched.require(made.resolve("deploy/manifests/deployment.yaml"));
      Launched.require(made.resolve("deploy/helm/%s/Chart.yaml".formatted(each.name())));
      Launched.require(made.resolve("deploy/istio/destinationrule.yaml"));
    }
    return cost(bench, "msvc", launched.seconds(), launched.cpuSeconds(), folder, services);
  }

  private static Cost theirs(Bench bench, JHipster jhipster, int most, List<String> options)
      throws IOException, InterruptedException, SkippedException {
    Path folder = fresh(bench);
    List<Sketch> sketches = Sketch.first(Math.min(bench.services(), most));
    JHipster.Cost cost = jhipster.make(sketches, folder, options);
    return cost(bench, "JHipster", cost.wall(), cost.cpu(), folder, sketches.size());
  }

  private static Cost cost(
      Bench bench, String who, double wall, double cpu, Path folder, int services)
      throws IOException {
    long files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(each -> Files.isRegularFile(each) && !each.toString().contains("/.msvc/"))
              .count();
    }
    bench.detail(
        "%s: %d services, %d files in %.1f s, %.1f s of the processors"
            .formatted(who, services, files, wall, cpu));
    return new Cost(wall / services, cpu / services, (double) files / services);
  }
}
