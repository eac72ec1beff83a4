package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    Path installed = bench.scratch("start").resolve("msvc");
    copy(bench.distribution(), installed);
    Path log = installed.resolveSibling("archive.log");
    Path shop = bench.project().resolve("examples/shop");
    List<String> archive =
        new ArrayList<>(List.of(installed.resolve("bin/msvc-archive").toString()));
    if (Files.isDirectory(shop)) {
      archive.add(shop.toString());
    }
    if (Launched.run(archive, Map.of(), log).exitCode() != 0) {
      throw new SkippedException("no class-data archive could be made, see " + log);
    }
    String msvc = installed.resolve("bin/msvc").toString();
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

  /** Files keep their times: the archive is bound to them. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(
              file,
              copied,
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
