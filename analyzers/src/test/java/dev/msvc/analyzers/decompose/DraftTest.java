package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.Changes;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Commits;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of groups once classes that are in no context are taken out of them. */
class DraftTest {
  private final Facts facts =
      new Shop()
          .aggregate("Order", "orders")
          .aggregate("Customer", "customer")
          .type("shop.app.Page")
          .type("shop.app.PageFault")
          .type("shop.app.PageWiring")
          .calls("shop.app.Page", "shop.app.PageFault", "shop.app.service.OrderService")
          .calls("shop.app.PageWiring", "shop.app.Page")
          .facts();
  private final CodeGraph graph = CodeGraph.of(facts);
  private final Draft draft =
      Draft.of(
          graph,
          Consensus.of(
              graph,
              Changes.ties(graph, History.NONE),
              Commits.ties(graph, facts.transactions()),
              Set.of(),
              KeptCommunities.in(null)));

  private boolean isAbout(int node, String word) {
    return !graph.isTable(node) && graph.types().get(node).name().contains(word);
  }

  private int group(int node) {
    boolean customer = graph.isTable(node) && graph.table(node).name().equals("customer");
    return isAbout(node, "Page") ? 2 : customer || isAbout(node, "Customer") ? 1 : 0;
  }

  private List<Integer> without(String... gone) {
    int[] groups =
        draft.withoutRest(
            IntStream.range(0, graph.size()).map(this::group).toArray(),
            node -> Set.of(gone).stream().noneMatch(word -> isAbout(node, word)));
    return IntStream.of(groups).boxed().distinct().toList();
  }

  @Test
  void oneClassOrTwoWithoutATableJoinWhatTheyAreTiedTo() {
    assertThat(without()).hasSize(3);
    assertThat(without("Fault")).hasSize(2);
    assertThat(without("Fault", "Wiring")).hasSize(2);
  }

  @Test
  void aGroupOfWhichNothingIsLeftStaysAsItIs() {
    assertThat(without("Page")).hasSize(3);
  }
}
