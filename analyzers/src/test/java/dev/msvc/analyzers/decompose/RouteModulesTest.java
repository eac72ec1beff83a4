package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.RouteModules;
import dev.msvc.model.ReferenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules that the first parts of routes tell. */
class RouteModulesTest {
  private static Shop serving(String... routes) {
    Shop shop = new Shop();
    for (int i = 0; i < routes.length; i++) {
      String type = "shop.app.T" + i;
      shop.type(type);
      for (String each : routes[i].split(" ")) {
        shop.serves(type, each);
      }
    }
    return shop;
  }

  private static List<int[]> groupings(Shop shop) {
    return RouteModules.groupings(CodeGraph.of(shop.facts()));
  }

  @Test
  void classesBelowOneFirstPartAreAModuleAndWhatTheyUseFollows() {
    Shop shop =
        serving(
                "/api/v1/member/level /api/v1/member/level/{id}",
                "/api/v1/member/growth",
                "/api/v1/content/news",
                "/api/v1/content/banner/list",
                "/api/v1/search")
            .type("shop.app.U")
            .refers("shop.app.T3", "", "shop.app.U", ReferenceKind.FIELD);

    assertThat(groupings(shop))
        .singleElement()
        .satisfies(groups -> assertThat(groups).containsExactly(1, 1, 0, 0, -1, 0));
  }

  @Test
  void firstPartsThatSayWhoAsksAreNone() {
    assertThat(groupings(serving("/admin/sku", "/admin/order", "/app/sku", "/app/order")))
        .isEmpty();
    assertThat(
            groupings(
                serving("/back/sku /front/skus", "/back/order", "/front/cart", "/front/news")))
        .isEmpty();
  }

  @Test
  void onePlaceForAllOrOneForEachIsNone() {
    assertThat(groupings(serving("/shop/sku", "/shop/order", "/shop/cart"))).isEmpty();
    assertThat(groupings(serving("/skus/{id}", "/orders/{id}/lines", "/carts"))).isEmpty();
  }
}
