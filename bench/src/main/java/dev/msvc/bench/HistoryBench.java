package dev.msvc.bench;

import dev.msvc.model.SourceLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The whole history of a project, read as {@code analyze} reads it, beside git's own log. */
final class HistoryBench implements Benchmark {
  private static final int ROUNDS = 5;
  private static final int NEW = 100;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public String what() {
    return "reading all commits beside git log --no-merges --name-only --no-renames, and new ones"
        + " only (--repo GITDIR)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path repository = bench.gitRepository();
    Path scratch = bench.scratch("history");
    Path tree = scratch.resolve("tree");
    Path cache = scratch.resolve("cache");
    Folders.delete(tree);
    Git.run(scratch, scratch, "clone", "-q", "-s", "-n", repository.toString(), tree.toString());
    String tip = Git.run(scratch, tree, "rev-parse", "HEAD").get(0);
    List<String> before =
        Git.run(scratch, tree, "rev-list", "--first-parent", "--skip=" + NEW, "-n", "1", tip);
    if (before.isEmpty()) {
      throw new SkippedException(repository + " has no " + NEW + " commits in a row");
    }
    // without the search for renames git is quicker, and needs no content of files
    String[] log = {"log", "--no-merges", "--name-only", "--no-renames"};
    Path launcher = Installed.of(bench, "history");
    Path read = scratch.resolve("read.txt");
    List<Double> all = new ArrayList<>();
    List<Double> fresh = new ArrayList<>();
    List<Double> none = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      at(scratch, tree, tip);
      double git = Git.seconds(scratch, tree, log);
      double cold = read(bench, launcher, tree, "", read);
      Folders.delete(cache);
      at(scratch, tree, before.get(0));
      read(bench, launcher, tree, cache.toString(), null);
      at(scratch, tree, tip);
      double onlyNew = read(bench, launcher, tree, cache.toString(), null);
      double nothingNew = read(bench, launcher, tree, cache.toString(), null);
      bench.detail(
          "git %.2f s; all %.2f s, new ones %.2f s, nothing new %.2f s"
              .formatted(git, cold, onlyNew, nothingNew));
      all.add(cold / git);
      fresh.add(onlyNew / git);
      none.add(nothingNew / git);
    }
    Ratios ratios = new Ratios(all);
    bench.figure(Figure.atMost(12, "history.all", ratios.median(), ratios.spread()));
    Ratios ofNew = new Ratios(fresh);
    bench.figure(Figure.told("history.new", ofNew.median(), ofNew.spread()));
    Ratios ofNone = new Ratios(none);
    bench.figure(Figure.told("history.nothing-new", ofNone.median(), ofNone.spread()));
    compare(bench, gits(scratch, tree), Files.readAllLines(read, StandardCharsets.UTF_8));
    Folders.delete(tree);
    Folders.delete(cache);
  }

  private static void at(Path scratch, Path tree, String commit)
      throws IOException, InterruptedException, SkippedException {
    Git.run(scratch, tree, "update-ref", "--no-deref", "HEAD", commit);
  }

  /** Seconds in a JVM of its own, started as the launcher starts it. */
  private static double read(Bench bench, Path launcher, Path tree, String cache, @Nullable Path to)
      throws IOException, InterruptedException, SkippedException {
    Path lib = launcher.resolveSibling("../lib").normalize();
    List<String> command = new ArrayList<>(List.of(Launched.JAVA));
    command.addAll(Installed.jvmOptions(launcher));
    command.addAll(
        List.of(
            "-XX:SharedArchiveFile=" + lib.resolve("msvc.jsa"),
            "-cp",
            lib.resolve("msvc.jar") + ":" + bench.folder().resolve("target/classes"),
            HistoryRead.class.getName(),
            tree.toString(),
            cache,
            to == null ? "" : to.toString()));
    Path output = bench.scratch("history").resolve("ours.txt");
    Launched launched = Launched.run(command, Map.of(), output);
    if (launched.exitCode() != 0) {
      throw new SkippedException("the history was not read, see " + output + ".err");
    }
    return launched.seconds();
  }

  /** What git says that commits changed or added, by their new names, of source files only. */
  private static SortedSet<String> gits(Path scratch, Path tree)
      throws IOException, InterruptedException, SkippedException {
    List<String> suffixes =
        Arrays.stream(SourceLanguage.values()).map(each -> "." + each.extension()).toList();
    SortedSet<String> said = new TreeSet<>();
    String commit = "";
    for (String line :
        Git.run(
            scratch,
            tree,
            "-c",
            "core.quotePath=false",
            "log",
            "--no-merges",
            "--no-renames",
            "--diff-filter=d",
            "--name-only",
            "--format=> %H")) {
      if (line.startsWith("> ")) {
        commit = line.substring(2);
      } else if (suffixes.stream().anyMatch(line::endsWith)) {
        said.add(commit + " " + line);
      }
    }
    return said;
  }

  private static void compare(Bench bench, SortedSet<String> gits, List<String> ours) {
    SortedSet<String> missed = new TreeSet<>(gits);
    ours.forEach(missed::remove);
    SortedSet<String> wrong = new TreeSet<>(ours);
    wrong.removeAll(gits);
    missed.forEach(each -> bench.detail("missed " + each));
    wrong.forEach(each -> bench.detail("not in git's log " + each));
    bench.figure(
        Figure.atMost(
            0,
            "history.different",
            missed.size() + wrong.size(),
            "of %d files of commits".formatted(gits.size())));
  }
}
