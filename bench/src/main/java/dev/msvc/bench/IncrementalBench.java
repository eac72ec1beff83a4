package dev.msvc.bench;

import dev.msvc.analyzers.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A run after another: nothing changed, and one file changed; and whether its answer is right. */
final class IncrementalBench implements Benchmark {
  private static final int ROUNDS = 6;

  /** Kinds of edits, by turns. */
  private static final List<String> EDITS = List.of("a comment", "a method", "a class");

  @Override
  public String name() {
    return "incremental";
  }

  @Override
  public String what() {
    return "a second analyze of apache/fineract beside a bare parse: unchanged, and one file"
        + " changed (--corpus DIR)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path fineract = bench.repository("apache", "fineract");
    Path scratch = bench.scratch("incremental");
    Path tree = scratch.resolve("tree");
    Path cache = scratch.resolve("cache");
    Folders.delete(tree);
    Folders.delete(cache);
    Folders.copy(fineract, tree);
    List<Path> files =
        SourceTree.open(tree).files().stream().map(file -> tree.resolve(file.file())).toList();
    Path list = scratch.resolve("files.txt");
    Files.write(list, files.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);
    String launcher = Installed.of(bench, "incremental").toString();
    List<String> kept = List.of(launcher, "analyze", tree.toString(), "-o", "json");
    List<String> text = List.of(launcher, "analyze", tree.toString());
    List<String> cold = List.of(launcher, "analyze", tree.toString(), "-o", "json", "--no-cache");
    List<String> bare =
        List.of(
            Launched.JAVA,
            "-cp",
            System.getProperty("java.class.path"),
            BareParse.class.getName(),
            list.toString());
    Map<String, String> env = Map.of("XDG_CACHE_HOME", cache.toString());
    run(kept, env, scratch.resolve("first.json"));
    Random random = new Random(1);
    List<Double> unchanged = new ArrayList<>();
    List<Double> comments = new ArrayList<>();
    List<Double> changed = new ArrayList<>();
    int different = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double parse = run(bare, Map.of(), scratch.resolve("bare.txt"));
      double same = run(text, env, scratch.resolve("unchanged.txt"));
      Path file = files.get(random.nextInt(files.size()));
      edit(file, round);
      double one = run(text, env, scratch.resolve("changed.txt"));
      run(kept, env, scratch.resolve("changed.json"));
      run(cold, env, scratch.resolve("cold.json"));
      boolean equal =
          Files.mismatch(scratch.resolve("changed.json"), scratch.resolve("cold.json")) < 0;
      different += equal ? 0 : 1;
      unchanged.add(same / parse);
      (round % EDITS.size() == 0 ? comments : changed).add(one / parse);
      bench.detail(
          "%s, %s: parse %.2f s, unchanged %.2f s, one changed %.2f s, %s"
              .formatted(
                  EDITS.get(round % EDITS.size()),
                  tree.relativize(file),
                  parse,
                  same,
                  one,
                  equal ? "as cold" : "NOT as cold"));
    }
    Ratios none = new Ratios(unchanged);
    Ratios lines = new Ratios(comments);
    Ratios one = new Ratios(changed);
    bench.figure(Figure.atMost(0.1, "incremental.unchanged", none.median(), none.spread()));
    bench.figure(Figure.atMost(0.4, "incremental.one-comment", lines.median(), lines.spread()));
    bench.figure(Figure.atMost(0.4, "incremental.one-changed", one.median(), one.spread()));
    bench.figure(
        Figure.atMost(0, "incremental.different", different, "of " + ROUNDS + " beside cold runs"));
    Folders.delete(tree);
    Folders.delete(cache);
  }

  /** Another text each time: a comment, a method, or the end of the class for a syntax error. */
  private static void edit(Path file, int round) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('}');
    String more =
        switch (round % EDITS.size()) {
          case 0 -> "\n// changed %d\n".formatted(round);
          case 1 -> "\n  void changed%d() { toString(); }\n".formatted(round);
          default -> "\n}\nclass Changed%d {\n".formatted(round);
        };
    Files.writeString(
        file,
        end < 0 ? text + "// changed" : text.substring(0, end) + more + text.substring(end),
        StandardCharsets.ISO_8859_1);
  }

  private static double run(List<String> command, Map<String, String> env, Path output)
      throws IOException, InterruptedException, SkippedException {
    Launched launched = Launched.run(command, env, output);
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "%s ended with %d, see %s.err".formatted(command.get(0), launched.exitCode(), output));
    }
    return launched.seconds();
  }
}
