package dev.msvc.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a user waits for before anything happens, beside a JVM that only says hello. */
final class StartBench implements Benchmark {
  private static final int PAIRS = 25;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String what() {
    return "msvc version and msvc analyze --help beside a bare java Hello: ratio";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    String msvc = Installed.of(bench, "start").toString();
    measure(bench, "start.version", List.of(msvc, "version"));
    measure(bench, "start.analyze-help", List.of(msvc, "analyze", "--help"));
  }

  private static void measure(Bench bench, String name, List<String> command)
      throws IOException, InterruptedException {
    List<String> hello =
        List.of(
            Launched.JAVA,
            "-cp",
            bench.folder().resolve("target/classes").toString(),
            Hello.class.getName());
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      double bare = Launched.milliseconds(hello);
      double ours = Launched.milliseconds(command);
      bench.detail("%.1f ms beside %.1f ms".formatted(ours, bare));
      ratios.add(ours / bare);
    }
    Ratios all = new Ratios(ratios);
    bench.figure(Figure.atMost(3.2, name, all.median(), all.spread()));
  }
}
