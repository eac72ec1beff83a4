package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Damping;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LargeTest {
  private static final int MODULES = 4;
  private static final int RUNS = 12;

  /** Types of some modules: each calls the next three of its own, and some call other modules. */
  private static CodeGraph modules(int types, int every) {
    Shop shop = new Shop();
    for (int i = 0; i < types * MODULES; i++) {
      shop.type(name(i, types));
    }
    for (int i = 0; i < types * MODULES; i++) {
      int module = i / types;
      for (int step = 1; step <= 3; step++) {
        shop.calls(name(i, types), name(module * types + (i + step) % types, types));
      }
      if (i % every == 0) {
        shop.calls(name(i, types), name((i + types) % (types * MODULES), types));
        shop.calls(name(i, types), name((i + 2 * types + 1) % (types * MODULES), types));
        shop.calls(name(i, types), name((i + 3 * types + 2) % (types * MODULES), types));
      }
    }
    return CodeGraph.of(shop.facts());
  }

  private static String name(int i, int types) {
    return "shop.M%dT%03d".formatted(i / types, i % types);
  }

  /** What becomes of one group of all in all runs. */
  private static Division divided(CodeGraph graph) {
    Ties references = References.ties(graph, new Damping(0.4, 0.15, 1));
    Pairs pairs = Pairs.of(graph.size(), references);
    List<double[]> columns = new ArrayList<>();
    columns.add(pairs.column(references));
    for (int view = 1; view < 8; view++) {
      columns.add(new double[pairs.size()]);
    }
    Runs runs = new Runs(graph, pairs, columns, List.of(), List.of(), 1, Set.of());
    List<int[]> one = IntStream.range(0, RUNS).mapToObj(i -> new int[graph.size()]).toList();
    return Large.divide(new Division(new int[graph.size()], one), runs);
  }

  /** Two layers of many things, each of which hangs together; a thing has a type in both. */
  private static CodeGraph layers(int things) {
    Shop shop = new Shop();
    for (String layer : List.of("Web", "Dao")) {
      for (int i = 0; i < things; i++) {
        shop.type(thing(layer, i));
      }
    }
    for (int i = 0; i < things; i++) {
      for (String layer : List.of("Web", "Dao")) {
        for (int step : List.of(1, 11, 37, 59)) {
          shop.calls(thing(layer, i), thing(layer, (i + step) % things));
        }
      }
      shop.calls(thing("Web", i), thing("Dao", i));
    }
    return CodeGraph.of(shop.facts());
  }

  private static String thing(String layer, int i) {
    return "shop.%sQ%cz%cx%cw".formatted(layer, 'a' + i / 25, 'a' + i / 5 % 5, 'a' + i % 5);
  }

  @Test
  void layersAreNoParts() {
    CodeGraph graph = layers(130);

    assertThat(divided(graph).groups()).containsOnly(0);
  }

  @Test
  void aGroupTooLargeForAServiceIsDividedWhereItsPartsHardlyMeet() {
    CodeGraph graph = modules(70, 10);
    Division divided = divided(graph);

    Map<String, Set<Integer>> groups = new TreeMap<>();
    for (int node = 0; node < graph.size(); node++) {
      groups
          .computeIfAbsent(
              graph.types().get(node).simpleName().substring(0, 2), any -> new TreeSet<>())
          .add(divided.groups()[node]);
    }
    assertThat(groups).hasSize(MODULES);
    // no part has types of two modules
    List<Integer> all = groups.values().stream().flatMap(Set::stream).toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(MODULES).doesNotHaveDuplicates();
    assertThat(divided.runs())
        .hasSize(RUNS)
        .allSatisfy(run -> assertThat(Arrays.stream(run).distinct().count()).isGreaterThan(1));
  }

  @Test
  void aGroupThatAServiceCanHoldStaysWhole() {
    Division divided = divided(modules(60, 10));

    assertThat(divided.groups()).containsOnly(0);
    assertThat(divided.runs()).allSatisfy(run -> assertThat(run).containsOnly(0));
  }

  @Test
  void aLargeGroupOfWhichAllPartsMeetStaysWhole() {
    Shop shop = new Shop();
    int types = 70 * MODULES;
    IntStream.range(0, types).forEach(i -> shop.type(name(i, 70)));
    for (int i = 0; i < types; i++) {
      for (int step = 1; step <= 12; step++) {
        shop.calls(name(i, 70), name((17 * i + 23 * step) % types, 70));
      }
    }

    assertThat(divided(CodeGraph.of(shop.facts())).groups()).containsOnly(0);
  }
}
