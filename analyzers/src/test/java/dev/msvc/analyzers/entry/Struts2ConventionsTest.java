package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Struts2ConventionsTest {
  private static final String LIST =
      """
      package shop.actions.orders;
      import org.apache.struts2.convention.annotation.*;
      public class OrderListAction {
        public String execute() { return ""; }
        @Action("order-find") public String find() { return ""; }
        @Actions({@Action("/a"), @Action("b")}) public String both() { return ""; }
        public String none() { return ""; }
      }
      """;

  @Test
  void packagesAndNamesMakePaths() {
    assertThat(
            new Fixture()
                .java(LIST)
                .java(
                    """
                    package shop.other;
                    public class LostAction { public String execute() { return ""; } }
                    """)
                .entryPoints(new Struts2Conventions()))
        .containsExactly(
            "ANY /a.action -> shop.actions.orders.OrderListAction.both",
            "ANY /orders/b.action -> shop.actions.orders.OrderListAction.both",
            "ANY /orders/order-find.action -> shop.actions.orders.OrderListAction.find",
            "ANY /orders/order-list.action -> shop.actions.orders.OrderListAction.execute");
  }

  @Test
  void withoutASignOfThePluginNamesSayNothing() {
    assertThat(
            new Fixture()
                .java(
                    """
                    package shop.actions;
                    public class PlainAction { public String execute() { return ""; } }
                    """)
                .entryPoints(new Struts2Conventions()))
        .isEmpty();
  }

  @Test
  void annotationsGiveNamespaceAndName() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.apache.struts2.convention.annotation.*;
                    @Namespace("/admin") @Action("users")
                    public class Users { public String execute() { return ""; } }
                    """)
                .entryPoints(new Struts2Conventions()))
        .containsExactly("ANY /admin/users.action -> app.Users.execute");
  }

  @Test
  void controllersOfTheRestPluginAnswerByVerb() {
    assertThat(
            new Fixture()
                .java(
                    """
                    package shop.actions;
                    public class OrderController {
                      public String index() { return ""; }
                      public String show() { return ""; }
                      public String create() { return ""; }
                      public String help() { return ""; }
                    }
                    """)
                .resource(
                    "",
                    "struts.xml",
                    """
                    <struts>
                      <constant name="struts.mapper.class" value="rest"/>
                      <constant name="struts.convention.action.suffix" value="Controller"/>
                    </struts>
                    """)
                .entryPoints(new Struts2Conventions()))
        .containsExactly(
            "GET /order -> shop.actions.OrderController.index",
            "GET /order/{id} -> shop.actions.OrderController.show",
            "POST /order -> shop.actions.OrderController.create");
  }
}
