package dev.msvc.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Time for each line of a system of millions of lines, beside one of a hundred thousand. */
final class GrowthBench implements Benchmark {
  private static final long MIDDLE = 1_000_000;
  private static final long LARGE = 5_000_000;

  /** Where mappings and schemas name a table. */
  private static final String TABLE = "(?i)\\b(create table +|table=\"|table name=\")(\\w+)";

  private static final int LITTLE_UNDERSTOOD = 7;
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final Set<String> READ =
      Set.of("java", "xml", "sql", "yml", "yaml", "properties", "gradle");

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String what() {
    return "time for each line of 5 million lines beside that of 100,000: copies of apache/roller"
        + " with packages and tables of their own (--corpus DIR; 2 GB of disc)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path roller = bench.repository("apache", "roller");
    Path scratch = bench.scratch("growth");
    Path launcher = Installed.of(bench, "growth");
    Path tree = scratch.resolve("tree");
    Folders.delete(tree);
    int copies = 1;
    long lines = copy(roller, tree, copies);
    Cost small = cost(bench, launcher, tree, lines, "small");
    while (lines < MIDDLE) {
      lines += copy(roller, tree, ++copies);
    }
    Cost middle = cost(bench, launcher, tree, lines, "middle");
    while (lines < LARGE) {
      lines += copy(roller, tree, ++copies);
    }
    Cost large = cost(bench, launcher, tree, lines, "large");
    String of = "%d copies beside 1".formatted(copies);
    bench.figure(Figure.atMost(1.2, "growth.per-line", large.wall() / small.wall(), of));
    bench.figure(Figure.told("growth.per-line.cpu", large.cpu() / small.cpu(), of));
    bench.figure(
        Figure.told(
            "growth.beyond-a-million.cpu", large.cpu() / middle.cpu(), "5 million lines beside 1"));
    Folders.delete(tree);
  }

  /** Microseconds for each line: on the wall, and of the processors. */
  private record Cost(double wall, double cpu) {}

  /** The quicker of two runs for what is not large. */
  private static Cost cost(Bench bench, Path launcher, Path tree, long lines, String size)
      throws IOException, InterruptedException, SkippedException {
    Path output = tree.resolveSibling(size + ".txt");
    List<String> command =
        List.of(launcher.toString(), "analyze", tree.toString(), "--no-cache", "--no-history");
    double wall = Double.MAX_VALUE;
    double cpu = Double.MAX_VALUE;
    long peak = 0;
    for (int i = 0; i < (lines < LARGE ? 2 : 1); i++) {
      Launched launched = Launched.run(command, Map.of(), output);
      if (launched.exitCode() != 0 && launched.exitCode() != LITTLE_UNDERSTOOD) {
        throw new SkippedException(
            "msvc analyze ended with %d, see %s.err".formatted(launched.exitCode(), output));
      }
      wall = Math.min(wall, launched.seconds());
      cpu = Math.min(cpu, launched.cpuSeconds());
      peak = Math.max(peak, launched.peakBytes());
    }
    bench.detail(
        "%d lines: %.1f s, %.1f s of the processors, %.2f GiB"
            .formatted(lines, wall, cpu, peak / GIB));
    bench.figure(
        Figure.told(
            "growth.peak-gib." + size, peak / GIB, "%.1f million lines".formatted(lines / 1e6)));
    return new Cost(wall / lines * 1e6, cpu / lines * 1e6);
  }

  /** One more copy; tells its lines of Java. */
  private static long copy(Path from, Path tree, int number) throws IOException {
    Path to = tree.resolve("copy" + number);
    long lines = 0;
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        String name = each.toString();
        String kind = name.substring(name.lastIndexOf('.') + 1);
        if (!Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) || !READ.contains(kind)) {
          continue;
        }
        String text =
            Files.readString(each, ISO_8859_1)
                .replace("org.apache.roller", "org.apache.roller" + number)
                .replaceAll(TABLE, "$1c%d_$2".formatted(number));
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, text, ISO_8859_1);
        if (kind.equals("java")) {
          lines += text.chars().filter(c -> c == '\n').count();
        }
      }
    }
    return lines;
  }
}
