package dev.msvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.model.Lock;
import dev.msvc.model.yaml.LockDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether what was accepted stays, commit after commit of a real project. */
final class ReplayBench implements Benchmark {
  private static final int COMMITS = 100;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String what() {
    return "accept, then the next 99 commits that touch Java: no class moves, no id changes (--repo"
        + " GITDIR)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path repository = bench.gitRepository();
    Path scratch = bench.scratch("replay");
    Path tree = scratch.resolve("tree");
    Folders.delete(tree);
    Git.run(scratch, scratch, "clone", "-q", "-s", "-n", repository.toString(), tree.toString());
    List<String> commits = commits(scratch, tree);
    if (commits.size() < 2) {
      throw new SkippedException("fewer than two commits of " + repository + " touch Java");
    }
    String launcher = Installed.of(bench, "replay").toString();
    Map<String, String> env = Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString());
    checkout(scratch, tree, commits.get(0));
    Path accepted = scratch.resolve("accept.txt");
    List<String> accept = List.of(launcher, "-C", tree.toString(), "accept", "-y");
    ended(Launched.run(accept, env, accepted), accepted);
    Path file = tree.resolve(Lock.FILE);
    Lock lock = LockDocument.read(Files.readString(file));
    Set<String> moved = new HashSet<>();
    Set<String> renumbered = new HashSet<>();
    Set<String> gone = new HashSet<>();
    int added = 0;
    for (String commit : commits) {
      checkout(scratch, tree, commit);
      Path output = scratch.resolve("analysis.json");
      List<String> analyze = List.of(launcher, "analyze", tree.toString(), "-o", "json");
      ended(Launched.run(analyze, env, output), output);
      JsonNode analysis = new ObjectMapper().readTree(output.toFile());
      SortedMap<String, String> places = places(analysis);
      Set<String> before = new HashSet<>(moved);
      expected(lock)
          .forEach(
              (name, place) -> {
                String now = places.get(name);
                if (now == null) {
                  gone.add(name);
                } else if (!now.equals(place)) {
                  moved.add(name);
                  bench.detail("%s: %s was %s, is %s".formatted(commit, name, place, now));
                }
              });
      renumbered.addAll(renumbered(analysis, lock));
      added =
          (int) places.keySet().stream().filter(each -> !expected(lock).containsKey(each)).count();
      bench.detail(
          "%s: %d classes, %d not accepted, %d moved"
              .formatted(commit, places.size(), added, moved.size() - before.size()));
    }
    String of = "of %d in %d commits".formatted(expected(lock).size(), commits.size());
    bench.figure(Figure.atMost(0, "replay.moved", moved.size(), of));
    String ids = "of %d contexts".formatted(lock.names().size());
    bench.figure(Figure.atMost(0, "replay.ids", renumbered.size(), ids));
    bench.figure(Figure.told("replay.gone", gone.size(), "accepted, at times not there"));
    bench.figure(Figure.told("replay.new", added, "not accepted, at the end"));
    Folders.delete(tree);
  }

  /** The last ones that touch Java, oldest first. */
  private static List<String> commits(Path scratch, Path tree)
      throws IOException, InterruptedException, SkippedException {
    String most = Integer.toString(COMMITS);
    List<String> commits =
        new ArrayList<>(
            Git.run(
                scratch, tree, "log", "--first-parent", "--format=%h", "-n", most, "--", "*.java"));
    Collections.reverse(commits);
    return commits;
  }

  private static void checkout(Path scratch, Path tree, String commit)
      throws IOException, InterruptedException, SkippedException {
    Git.run(scratch, tree, "checkout", "-q", "-f", "--detach", commit);
  }

  private static void ended(Launched launched, Path output) throws SkippedException {
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "a program ended with %d, see %s.err".formatted(launched.exitCode(), output));
    }
  }

  /** By class: the id of its context, or its role in brackets. */
  private static SortedMap<String, String> expected(Lock lock) {
    SortedMap<String, String> places = new TreeMap<>(lock.classes());
    lock.unplaced()
        .forEach((name, role) -> places.put(name, "(" + role.name().replace("_", "") + ")"));
    return places;
  }

  /** As {@link #expected}, of what was analysed; a context that was not accepted is {@code new}. */
  private static SortedMap<String, String> places(JsonNode analysis) {
    SortedMap<String, String> places = new TreeMap<>();
    for (JsonNode context : analysis.path("contexts")) {
      String id = context.path("id").asText("new");
      context.path("classes").forEach(each -> places.put(each.asText(), id));
    }
    for (String role : List.of("shared", "mustSplit", "technical")) {
      for (JsonNode each : analysis.path(role)) {
        String module = each.path("module").asText("");
        String name = each.path("class").asText() + (module.isEmpty() ? "" : "@" + module);
        places.put(name, "(" + role.toUpperCase(Locale.ROOT) + ")");
      }
    }
    return places;
  }

  /** Ids of contexts that are called otherwise than was accepted, or that nobody accepted. */
  private static Set<String> renumbered(JsonNode analysis, Lock lock) {
    Set<String> renumbered = new HashSet<>();
    for (JsonNode context : analysis.path("contexts")) {
      String id = context.path("id").asText("");
      if (!id.isEmpty() && !context.path("name").asText().equals(lock.names().get(id))) {
        renumbered.add(id);
      }
    }
    return renumbered;
  }
}
