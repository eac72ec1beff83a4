package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import java.util.List;
import org.junit.jupiter.api.Test;

class Struts2ActionsTest {
  private static final String ACTION =
      """
      public class OrderAction extends com.opensymphony.xwork2.ActionSupport {
        public String execute() { return SUCCESS; }
        public String create() { return SUCCESS; }
        public String delete() { return SUCCESS; }
        public String getName() { return ""; }
        public String other(String x) { return x; }
        String hidden() { return ""; }
      }
      """;

  private static List<String> routes(String configuration, String properties) {
    return new Fixture()
        .java(ACTION)
        .java(
            "@org.springframework.stereotype.Component(\"cart\") class CartAction {"
                + " public String execute() { return null; } }")
        .resource("", "src/main/resources/struts.xml", configuration)
        .resource("", "src/main/resources/struts.properties", properties)
        .entryPoints(new Struts2Actions());
  }

  @Test
  void packagesGiveTheirNamespace() {
    assertThat(
            routes(
                """
                <!DOCTYPE struts PUBLIC "x" "y">
                <struts>
                  <package name="shop" namespace="/shop" extends="struts-default">
                    <action name="orders" class="app.OrderAction"/>
                    <action name="newOrder" class="app.OrderAction" method="create"/>
                    <action name="cart" class="cart"/>
                    <action name="page"><result>page.jsp</result></action>
                    <action name="lost" class="app.OrderAction" method="none"/>
                  </package>
                </struts>
                """,
                ""))
        .containsExactly(
            "ANY /shop/cart.action -> app.CartAction.execute",
            "ANY /shop/newOrder.action -> app.OrderAction.create",
            "ANY /shop/orders.action -> app.OrderAction.execute");
  }

  @Test
  void actionsAreInheritedAndAbstractPackagesOnlyHandThemOn() {
    assertThat(
            routes(
                """
                <struts>
                  <package name="base" abstract="true" extends="struts-default,round">
                    <default-class-ref class="app.OrderAction"/>
                    <action name="new" method="create"/>
                    <action name="remove" class="app.OrderAction" method="delete"/>
                  </package>
                  <package name="round" abstract="true" extends="base"/>
                  <package name="one" namespace="/one" extends="base">
                    <action name="remove" class="app.OrderAction"/>
                  </package>
                  <package name="two" namespace="/two" extends="round, notThere"/>
                </struts>
                """,
                ""))
        .containsExactly(
            "ANY /one/new.action -> app.OrderAction.create",
            "ANY /one/remove.action -> app.OrderAction.execute",
            "ANY /two/new.action -> app.OrderAction.create",
            "ANY /two/remove.action -> app.OrderAction.delete");
  }

  @Test
  void anActionOfAPackageThatIsNotAbstractIsListedThereOnly() {
    assertThat(
            routes(
                """
                <struts>
                  <package name="base" namespace="/base">
                    <action name="orders" class="app.OrderAction"/>
                  </package>
                  <package name="more" namespace="/more" extends="base">
                    <action name="new" class="app.OrderAction" method="create"/>
                  </package>
                </struts>
                """,
                ""))
        .containsExactly(
            "ANY /base/orders.action -> app.OrderAction.execute",
            "ANY /more/new.action -> app.OrderAction.create");
  }

  @Test
  void starsStandForMethodsAndClasses() {
    assertThat(
            routes(
                """
                <struts>
                  <package name="shop">
                    <action name="*Order" class="app.OrderAction" method="{1}">
                      <allowed-methods>create,delete</allowed-methods>
                    </action>
                    <action name="do_*_*" class="app.{1}Action" method="{2}"/>
                  </package>
                </struts>
                """,
                "struts.action.extension=do,action"))
        .containsExactly(
            "ANY /createOrder.do -> app.OrderAction.create",
            "ANY /deleteOrder.do -> app.OrderAction.delete",
            "ANY /do_Cart_execute.do -> app.CartAction.execute",
            "ANY /do_Order_create.do -> app.OrderAction.create",
            "ANY /do_Order_delete.do -> app.OrderAction.delete",
            "ANY /do_Order_execute.do -> app.OrderAction.execute");
  }

  @Test
  void pathsCanNameMethodsWhereThatIsSwitchedOn() {
    assertThat(
            routes(
                """
                <struts>
                  <constant name="struts.enable.DynamicMethodInvocation" value="true"/>
                  <constant name="struts.action.extension" value=""/>
                  <package name="shop" namespace="/">
                    <action name="order" class="app.OrderAction">
                      <allowed-methods>execute,delete</allowed-methods>
                    </action>
                  </package>
                </struts>
                """,
                ""))
        .containsExactly(
            "ANY /order -> app.OrderAction.execute", "ANY /order!delete -> app.OrderAction.delete");
  }

  @Test
  void brokenFilesAndUnknownBeansAreNamed() {
    FactCollector facts =
        new Fixture()
            .resource("", "a/struts.xml", "<struts>\n<package>")
            .resource(
                "",
                "b/struts.xml",
                "<struts><package name='p'>\n<action name='x' class='gone'/></package></struts>")
            .facts(new Struts2Actions());

    assertThat(facts.entryPoints()).isEmpty();
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line())
        .contains("b/struts.xml:2")
        .anyMatch(each -> each.startsWith("a/struts.xml"));
  }
}
