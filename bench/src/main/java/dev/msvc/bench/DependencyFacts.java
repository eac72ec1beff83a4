package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Class-to-class dependencies: those found in source against those in the class files. */
final class DependencyFacts {
  private static final double RECALL = 0.97;
  private static final double PRECISION = 0.98;
  private static final double RECALL_WITHOUT_IMPORT = 0.85;
  private static final double JDEPS = 0.99;

  private DependencyFacts() {}

  static void score(Score score, Path source, Path classes, SortedMap<Edge, String> dependencies)
      throws IOException, SkippedException {
    Bytecode bytecode = new Bytecode(classes);
    Map<String, Set<String>> imports = JavaFiles.imports(JavaFiles.below(source));
    Set<String> both = bytecode.types();
    both.retainAll(imports.keySet());

    SortedSet<Edge> truth = within(both, bytecode.linked());
    truth.addAll(within(both, bytecode.pooled()));
    SortedSet<Edge> found = within(both, dependencies.keySet());
    score.of(
        "classes",
        RECALL,
        PRECISION,
        found,
        truth,
        List.of(),
        edge -> dependencies.getOrDefault(edge, ""));

    SortedSet<Edge> unnamed = new TreeSet<>(truth);
    unnamed.removeIf(edge -> imports.getOrDefault(edge.from(), Set.of()).contains(edge.to()));
    SortedSet<Edge> missed = new TreeSet<>(unnamed);
    missed.removeAll(found);
    score.recall(
        "classes-not-imported",
        RECALL_WITHOUT_IMPORT,
        unnamed.size() - missed.size(),
        unnamed.size());

    SortedSet<Edge> jdeps = within(both, bytecode.jdeps());
    SortedSet<Edge> alone = new TreeSet<>(jdeps);
    alone.removeAll(truth);
    score.share("classes.jdeps-agrees", JDEPS, jdeps.size() - alone.size(), jdeps.size());
    score.list("of jdeps alone", alone, edge -> "");
  }

  private static SortedSet<Edge> within(Set<String> types, Set<Edge> edges) {
    SortedSet<Edge> within = new TreeSet<>(edges);
    within.removeIf(edge -> !types.contains(edge.from()) || !types.contains(edge.to()));
    return within;
  }
}
