package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.Changes;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Commits;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Operation;
import java.util.List;
import java.util.Locale;
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
  private final Draft draft = draft(graph, facts);

  private static Draft draft(CodeGraph graph, Facts facts) {
    return Draft.of(
        graph,
        Consensus.of(
            graph,
            Changes.ties(graph, History.NONE),
            Commits.ties(graph, facts.transactions()),
            Set.of(),
            KeptCommunities.in(null)));
  }

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

  /** Four groups, of which three are entered, and the first has so many types. */
  private static List<Integer> groups(int types, boolean table) {
    Shop shop = new Shop();
    for (int i = 0; i < types; i++) {
      shop.type("shop.plan.Plan" + i);
      shop.calls("shop.plan.Plan" + i, "shop.plan.Plan" + (i + 1) % types);
    }
    for (String each : List.of("Order", "Customer", "Stock")) {
      shop.aggregate(each, each.toLowerCase(Locale.ROOT));
      shop.calls("shop.app.service." + each + "Service", "shop.plan.Plan1");
    }
    if (table) {
      shop.table("plans").accesses("shop.plan.Plan0", "run", Operation.INSERT, "plans");
    }
    Facts facts = shop.facts();
    CodeGraph graph = CodeGraph.of(facts);
    int[] found = IntStream.range(0, graph.size()).map(node -> named(graph, node)).toArray();
    return IntStream.of(draft(graph, facts).groups(found, List.of())).boxed().distinct().toList();
  }

  /** The group that a type or table is named after. */
  private static int named(CodeGraph graph, int node) {
    String name =
        graph.isTable(node) ? graph.table(node).name() : graph.types().get(node).simpleName();
    List<String> words = List.of("plan", "order", "customer", "stock");
    return IntStream.range(0, words.size())
        .filter(each -> name.toLowerCase(Locale.ROOT).contains(words.get(each)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatNothingEntersIsPartOfAnotherUnlessItIsLargeAndHasATable() {
    assertThat(groups(30, true)).hasSize(4);
    assertThat(groups(30, false)).hasSize(3);
    assertThat(groups(20, true)).hasSize(3);
  }
}
