package dev.msvc.bench;

import dev.msvc.analyzers.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole of analyze beside a bare parse of the same files, each in a fresh JVM. */
final class SpeedBench implements Benchmark {
  private static final int PAIRS = 5;
  private static final double GIB = 1024.0 * 1024 * 1024;

  @Override
  public String name() {
    return "speed";
  }

  @Override
  public String what() {
    return "analyze, and a roadmap after it, on apache/fineract beside a bare parse: ratios, and"
        + " peak memory (--corpus DIR)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path fineract = bench.repository("apache", "fineract");
    Path scratch = bench.scratch("speed");
    List<Path> files =
        SourceTree.open(fineract).files().stream()
            .map(file -> fineract.resolve(file.file()))
            .toList();
    Path list = scratch.resolve("files.txt");
    Files.write(list, files.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);

    Path launcher = Installed.of(bench, "speed");
    List<String> bare = parse(List.of(), list);
    List<String> sameOptions = parse(Installed.jvmOptions(launcher), list);
    List<String> analyze =
        List.of(launcher.toString(), "analyze", fineract.toString(), "--no-cache");
    List<String> roadmap =
        List.of(
            launcher.toString(),
            "-C",
            fineract.toString(),
            "roadmap",
            "--no-cache",
            "--no-history");
    List<Double> ratios = new ArrayList<>();
    List<Double> ratiosOfRoadmap = new ArrayList<>();
    List<Double> cpuOfRoadmap = new ArrayList<>();
    List<Double> ratiosOfSameOptions = new ArrayList<>();
    long peak = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      Launched parsed = succeeded(bare, scratch.resolve("bare.txt"));
      Launched ours = succeeded(analyze, scratch.resolve("analysis.txt"));
      Launched planned = succeeded(roadmap, scratch.resolve("roadmap.txt"));
      Launched parsedAlike = succeeded(sameOptions, scratch.resolve("bare.txt"));
      bench.detail(
          "%d files: %.1f s, with a roadmap %.1f s, beside %.1f s (%.1f s with our JVM options), %.2f GiB"
              .formatted(
                  files.size(),
                  ours.seconds(),
                  planned.seconds(),
                  parsed.seconds(),
                  parsedAlike.seconds(),
                  ours.peakBytes() / GIB));
      ratios.add(ours.seconds() / parsed.seconds());
      ratiosOfRoadmap.add(planned.seconds() / parsed.seconds());
      cpuOfRoadmap.add(planned.cpuSeconds() / parsed.cpuSeconds());
      ratiosOfSameOptions.add(ours.seconds() / parsedAlike.seconds());
      peak = Math.max(peak, ours.peakBytes());
    }
    Ratios all = new Ratios(ratios);
    Ratios alike = new Ratios(ratiosOfSameOptions);
    bench.figure(Figure.atMost(1.5, "speed.fineract", all.median(), all.spread()));
    Ratios plans = new Ratios(ratiosOfRoadmap);
    bench.figure(Figure.atMost(2, "speed.fineract.roadmap", plans.median(), plans.spread()));
    Ratios ofCpu = new Ratios(cpuOfRoadmap);
    bench.figure(Figure.told("speed.fineract.roadmap.cpu", ofCpu.median(), ofCpu.spread()));
    bench.figure(Figure.told("speed.fineract.same-options", alike.median(), alike.spread()));
    bench.figure(
        Figure.atMost(1.5, "speed.fineract.peak-gib", peak / GIB, "worst of " + PAIRS + " runs"));
  }

  private static List<String> parse(List<String> options, Path list) {
    List<String> command = new ArrayList<>();
    command.add(Launched.JAVA);
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BareParse.class.getName(),
            list.toString()));
    return command;
  }

  private static Launched succeeded(List<String> command, Path output)
      throws IOException, InterruptedException, SkippedException {
    Launched launched = Launched.run(command, Map.of(), output);
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "%s ended with %d, see %s.err".formatted(command.get(0), launched.exitCode(), output));
    }
    return launched;
  }
}
