package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VaadinViewsTest {
  @Test
  void viewsAnswerByTheirRoutesAliasesAndLayouts() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import com.vaadin.flow.router.*;
                    @RoutePrefix("office")
                    public class OfficeLayout {}
                    """)
                .java(
                    """
                    import com.vaadin.flow.router.*;
                    @Route(value = Paths.ORDERS, layout = OfficeLayout.class)
                    @RouteAlias("storefront")
                    public class OrdersView {}
                    class Paths { static final String ORDERS = "orders"; }
                    """)
                .entryPoints(new VaadinViews()))
        .containsExactly(
            "GET /office/orders -> app.OrdersView.", "GET /storefront -> app.OrdersView.");
  }

  @Test
  void aViewWithoutAPathIsFoundByItsName() {
    assertThat(
            new Fixture()
                .java("@com.vaadin.flow.router.Route public class MainView {}")
                .java("@com.vaadin.flow.router.Route public class ProductsView {}")
                .java("@com.vaadin.flow.router.Route public abstract class BaseView {}")
                .java("@org.other.Route public class Elsewhere {}")
                .entryPoints(new VaadinViews()))
        .containsExactly("GET / -> app.MainView.", "GET /products -> app.ProductsView.");
  }

  @Test
  void parametersAreWrittenAsOfOtherRoutes() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import com.vaadin.flow.router.*;
                    @Route("orders/:id([0-9]+)/edit")
                    @RouteAlias("orders/:id?")
                    public class OrdersView {}
                    """)
                .entryPoints(new VaadinViews()))
        .containsExactly(
            "GET /orders -> app.OrdersView.",
            "GET /orders/{id} -> app.OrdersView.",
            "GET /orders/{id}/edit -> app.OrdersView.");
  }

  @Test
  void whatBrowsersMayCallIsARoute() {
    assertThat(
            new Fixture()
                .java(
                    """
                    @com.vaadin.hilla.BrowserCallable
                    public class OrderEndpoint {
                      public void save(String order) {}
                      private void check() {}
                    }
                    """)
                .entryPoints(new VaadinViews()))
        .containsExactly("POST /connect/OrderEndpoint/save -> app.OrderEndpoint.save");
  }
}
