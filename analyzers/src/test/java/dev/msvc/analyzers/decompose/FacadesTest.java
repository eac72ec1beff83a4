package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Damping;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import dev.msvc.model.Facts;
import dev.msvc.model.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FacadesTest {
  private static final List<String> NAMES = List.of("Order", "Customer", "Invoice", "Parcel");
  private static final String FACADE = "shop.app.TheShop";

  /** Four aggregates with three pages each, all of which call one class for all. */
  private static Shop shop(int methods) {
    Shop shop =
        new Shop()
            .type(
                FACADE,
                IntStream.range(0, methods).mapToObj(i -> "step" + i).toArray(String[]::new));
    for (String name : NAMES) {
      String table = name.toLowerCase(Locale.ROOT) + "_rows";
      String entity = "shop.app.model." + name;
      shop.type(entity).mapped(table, List.of(entity));
      shop.accesses(FACADE, "step0", Operation.SELECT, table).calls(FACADE, entity);
      for (String page : List.of("List", "Form", "Show", "Search")) {
        String type = "shop.app.web." + name + page;
        shop.type(type).calls(type, FACADE, entity);
      }
    }
    return shop;
  }

  /** The simple names of each group, where all was one group in all of ten runs. */
  private static List<List<String>> divided(Facts facts) {
    CodeGraph graph = CodeGraph.of(facts);
    Damping damping = new Damping(0.4, 0.15, 1);
    Ties references = References.ties(graph, damping);
    Ties data = DataAccess.ties(graph, damping);
    Ties names = Vocabulary.ofTypes(graph).ties();
    Pairs pairs = Pairs.of(graph.size(), references, data, names);
    List<int[]> runs = IntStream.range(0, 10).mapToObj(i -> new int[graph.size()]).toList();
    Division divided =
        Facades.divide(
            graph,
            pairs,
            List.of(pairs.column(references), pairs.column(data), pairs.column(names)),
            new Division(new int[graph.size()], runs));
    assertThat(divided.runs()).hasSameSizeAs(runs);
    long apart =
        divided.runs().stream().filter(each -> Arrays.stream(each).distinct().count() > 1).count();
    boolean isDivided = Arrays.stream(divided.groups()).distinct().count() > 1;
    assertThat(apart).isEqualTo(isDivided ? runs.size() : 0);
    Map<Integer, TreeSet<String>> groups = new TreeMap<>();
    for (int node = 0; node < graph.types().size(); node++) {
      groups
          .computeIfAbsent(divided.groups()[node], any -> new TreeSet<>())
          .add(graph.types().get(node).simpleName());
    }
    return groups.values().stream().map(List::copyOf).toList();
  }

  @Test
  void whatOneLargeClassHoldsTogetherIsDividedWithoutIt() {
    assertThat(divided(shop(12).facts()))
        .hasSize(4)
        .anySatisfy(
            group ->
                assertThat(group)
                    .contains("Order", "OrderForm", "OrderList", "OrderSearch", "OrderShow")
                    .doesNotContain("Customer", "Invoice", "Parcel"));
  }

  @Test
  void aSmallClassBetweenAllDividesNothing() {
    assertThat(divided(shop(3).facts())).hasSize(1);
  }

  @Test
  void aClassThroughWhichFewReferencesGoDividesNothing() {
    Shop shop = shop(12);
    for (String name : NAMES) {
      for (String other : NAMES) {
        for (String page : List.of("List", "Form", "Show", "Search")) {
          for (String target : List.of("List", "Form", "Show", "Search")) {
            shop.calls("shop.app.web." + name + page, "shop.app.web." + other + target);
          }
        }
      }
    }

    assertThat(divided(shop.facts())).hasSize(1);
  }
}
