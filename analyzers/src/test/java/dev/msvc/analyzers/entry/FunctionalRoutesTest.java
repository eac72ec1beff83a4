package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionalRoutesTest {
  private static final String HANDLER =
      """
      import org.springframework.web.reactive.function.server.*;
      class Orders {
        ServerResponse all(ServerRequest request) { return null; }
        ServerResponse one(ServerRequest request) { return null; }
        ServerResponse place(ServerRequest request) { return null; }
      }
      """;

  private static final String IMPORTS =
      """
      import org.springframework.web.reactive.function.server.*;
      import static org.springframework.web.reactive.function.server.RequestPredicates.*;
      import static org.springframework.web.reactive.function.server.RouterFunctions.*;
      """;

  private static List<String> routes(String router) {
    return new Fixture()
        .java(HANDLER)
        .java(IMPORTS + router)
        .resource("", "src/main/resources/application.properties", "spring.webflux.base-path=/shop")
        .entryPoints(new FunctionalRoutes());
  }

  @Test
  void predicatesNameMethodAndPath() {
    assertThat(
            routes(
                """
                class Router {
                  static final String ROOT = "/orders";
                  RouterFunction<ServerResponse> router(Orders orders) {
                    return route(GET(ROOT).and(accept(null)), orders::all)
                        .andRoute(method(HttpMethod.POST).and(path(ROOT)), orders::place)
                        .andNest(path("/old"), route(GET("/{id}"), orders::one));
                  }
                }
                """))
        .containsExactly(
            "GET /shop/old/{id} -> app.Orders.one",
            "GET /shop/orders -> app.Orders.all",
            "POST /shop/orders -> app.Orders.place");
  }

  @Test
  void buildersNestPaths() {
    assertThat(
            routes(
                """
                class Router {
                  RouterFunction<ServerResponse> router(Orders orders) {
                    return route()
                        .path("/orders", builder -> builder
                            .GET("", orders::all)
                            .GET("/{id}", accept(null), orders::one)
                            .nest(accept(null), inner -> inner.POST("/new", orders::place)))
                        .GET("/health", request -> null)
                        .add(others(orders))
                        .build();
                  }
                  private RouterFunction<ServerResponse> others(Orders orders) {
                    RouterFunctions.Builder builder = RouterFunctions.route();
                    builder.DELETE("/orders/{id}", orders::one);
                    return builder.build();
                  }
                }
                """))
        .containsExactly(
            "DELETE /shop/orders/{id} -> app.Orders.one",
            "GET /shop/health -> app.Router.router",
            "GET /shop/orders -> app.Orders.all",
            "GET /shop/orders/{id} -> app.Orders.one",
            "POST /shop/orders/new -> app.Orders.place");
  }

  @Test
  void othersWhoRouteAreNoRouters() {
    assertThat(
            routes(
                """
                class Mail {
                  String route(String to) { return to; }
                  String send(Orders orders) { return route("/x"); }
                }
                """))
        .isEmpty();
  }
}
