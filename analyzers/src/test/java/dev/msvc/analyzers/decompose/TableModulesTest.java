package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.graph.TableModules;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Modules that the first words of tables' names tell. */
class TableModulesTest {
  private static final List<String> SALES = List.of("Order", "Refund", "Return", "Voucher");
  private static final List<String> GOODS = List.of("Brand", "Sku", "Comment", "Picture");

  private static final Map<String, List<String>> MALL =
      Map.of(
          "oms", SALES,
          "pms", GOODS,
          "ums", List.of("Member", "Grade", "Login", "Address"),
          "cms", List.of("Topic", "Album", "Subject", "Banner"),
          "wms", List.of("Bin", "Purchase", "Pallet", "Truck"));

  private static Facts shop(String sales, String goods) {
    Shop shop = new Shop();
    SALES.forEach(each -> shop.aggregate(each, sales + each.toLowerCase(Locale.ROOT)));
    GOODS.forEach(each -> shop.aggregate(each, goods + each.toLowerCase(Locale.ROOT)));
    return shop.facts();
  }

  private static Map<String, Integer> groups(Facts facts) {
    CodeGraph graph = CodeGraph.of(facts);
    List<int[]> groupings = TableModules.groupings(graph);
    Map<String, Integer> groups = new TreeMap<>();
    groupings.forEach(
        all -> {
          for (int node = 0; node < all.length; node++) {
            groups.put(
                graph.isTable(node)
                    ? graph.table(node).name()
                    : graph.types().get(node).simpleName(),
                all[node]);
          }
        });
    return groups;
  }

  private static List<List<String>> entities(Facts facts) {
    return Decomposer.decompose(facts).contexts().stream()
        .map(BoundedContext::classes)
        .map(
            classes ->
                classes.stream()
                    .filter(each -> each.contains(".model."))
                    .map(each -> each.substring(each.lastIndexOf('.') + 1))
                    .sorted()
                    .toList())
        .toList();
  }

  private static Facts mall(String between) {
    Shop shop = new Shop();
    MALL.forEach(
        (module, names) ->
            names.forEach(
                each ->
                    shop.aggregate(
                        each,
                        (between.isEmpty() ? "" : module + between)
                            + each.toLowerCase(Locale.ROOT))));
    return shop.facts();
  }

  @Test
  void aggregatesThatNothingTiesAreOneContextWhereTheirTablesHaveOneFirstWord() {
    assertThat(entities(mall("_")))
        .containsExactlyInAnyOrderElementsOf(
            MALL.values().stream().map(TableModulesTest::sorted).toList());
    assertThat(entities(mall(""))).hasSize(20);
  }

  @Test
  void aSchemaIsAFirstWordToo() {
    assertThat(entities(mall("."))).hasSize(5);
  }

  @Test
  void aWordThatAllTablesShareIsNoModule() {
    assertThat(groups(shop("t_", "t_"))).isEmpty();
    assertThat(groups(shop("t_oms_", "t_pms_")))
        .containsEntry("t_oms_order", 0)
        .containsEntry("t_pms_brand", 1);
  }

  @Test
  void aTypeIsOfTheModuleOfMostOfItsTablesOrOfNone() {
    Map<String, Integer> groups = groups(shop("oms_", "pms_"));

    assertThat(groups).containsEntry("Order", 0).containsEntry("Sku", 1);
  }

  @Test
  void aTypeWithoutTablesIsOfTheModuleOfMostThatItIsTiedToOrOfNone() {
    Shop shop = new Shop();
    SALES.forEach(each -> shop.aggregate(each, "oms_" + each.toLowerCase(Locale.ROOT)));
    GOODS.forEach(each -> shop.aggregate(each, "pms_" + each.toLowerCase(Locale.ROOT)));
    shop.type("shop.Between").calls("shop.Between", "shop.model.Order", "shop.model.Sku");
    Map<String, Integer> groups = groups(shop.facts());

    assertThat(groups).containsEntry("OrderController", 0).containsEntry("SkuController", 1);
    assertThat(groups).containsEntry("Between", -1);
  }

  @Test
  void threeTablesAreAnAggregateAndNoModule() {
    Shop shop = new Shop();
    SALES.subList(0, 3).forEach(each -> shop.mapped("oms_" + each, List.of()));
    GOODS.subList(0, 3).forEach(each -> shop.mapped("pms_" + each, List.of()));

    assertThat(TableModules.groupings(CodeGraph.of(shop.facts()))).isEmpty();
  }

  @Test
  void whereMostTablesAreOfNoModuleNoneIs() {
    Shop shop = new Shop();
    SALES.forEach(each -> shop.mapped("oms_" + each, List.of()));
    GOODS.forEach(each -> shop.mapped("pms_" + each, List.of()));
    for (String each : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      shop.mapped(each + each + "_thing", List.of());
    }
    assertThat(TableModules.groupings(CodeGraph.of(shop.facts()))).hasSize(1);
    shop.mapped("ii_thing", List.of());

    assertThat(TableModules.groupings(CodeGraph.of(shop.facts()))).isEmpty();
  }

  /** A division of all that is named after skus from the rest. */
  private static int[] skusApart(CodeGraph graph) {
    int[] groups = new int[graph.size()];
    for (int node = 0; node < groups.length; node++) {
      String name =
          graph.isTable(node) ? graph.table(node).name() : graph.types().get(node).simpleName();
      groups[node] = name.toLowerCase(Locale.ROOT).startsWith("sku") ? 1 : 0;
    }
    return groups;
  }

  @Test
  void whatThreeOfFourRunsSeeElsewhereGoesThere() {
    CodeGraph graph =
        CodeGraph.of(
            new Shop()
                .aggregate("Order", "orders")
                .aggregate("Sku", "skus")
                .type("shop.app.Wanderer")
                .facts());
    int wanderer = graph.node("shop.app.Wanderer");
    int[] home = skusApart(graph);
    int[] away = home.clone();
    away[wanderer] = 1;

    List<int[]> half = List.of(home, home, away, away);
    List<int[]> most = List.of(home, away, away, away);

    assertThat(Standings.heeded(graph, Layers.of(graph), half, home)[wanderer]).isZero();
    int[] heeded = Standings.heeded(graph, Layers.of(graph), most, home);
    assertThat(heeded[wanderer]).isEqualTo(heeded[graph.tableNode("skus")]);
    assertThat(Arrays.stream(heeded).distinct().count()).isEqualTo(2);
  }

  @Test
  void aLayerThatNoRunSeesWhereTheOthersGoStaysWhereMostSeeIt() {
    CodeGraph graph =
        CodeGraph.of(new Shop().aggregate("Order", "orders").aggregate("Sku", "skus").facts());
    int order = graph.node("shop.app.model.Order");
    int[] home = skusApart(graph);
    int[] away = home.clone();
    away[order] = 1;

    int[] all = Standings.heeded(graph, Layers.of(graph), List.of(away, away, away), home);
    int[] some = Standings.heeded(graph, Layers.of(graph), List.of(away, away, home), home);

    assertThat(all[order]).isEqualTo(all[graph.tableNode("skus")]);
    assertThat(some[order]).isEqualTo(some[graph.tableNode("orders")]);
  }

  @Test
  void whatLivesAndDiesWithAnotherTypeStaysWithItWhateverTheRunsSee() {
    String line = "shop.app.Line";
    CodeGraph graph =
        CodeGraph.of(
            new Shop()
                .aggregate("Order", "orders")
                .aggregate("Sku", "skus")
                .type(line)
                .holds("shop.app.model.Order", line, true)
                .facts());
    int[] home = skusApart(graph);
    int[] away = home.clone();
    away[graph.node(line)] = 1;

    int[] heeded = Standings.heeded(graph, Layers.of(graph), List.of(away, away, away), home);

    assertThat(heeded[graph.node(line)]).isEqualTo(heeded[graph.node("shop.app.model.Order")]);
    assertThat(Companions.of(graph, Layers.of(graph)).of(graph.node(line)))
        .isEqualTo("it lives and dies with Order");
  }

  private static List<String> sorted(List<String> all) {
    return all.stream().sorted().toList();
  }
}
