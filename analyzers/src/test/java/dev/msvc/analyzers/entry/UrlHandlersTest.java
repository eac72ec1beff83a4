package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlHandlersTest {
  private static final String PARAMETERS =
      "(javax.servlet.http.HttpServletRequest q, javax.servlet.http.HttpServletResponse s)"
          + " { return null; }";

  private static Fixture system() {
    return new Fixture()
        .java(
            "public class Orders implements org.springframework.web.servlet.mvc.Controller {"
                + " public Object handleRequest"
                + PARAMETERS
                + " }")
        .java(
            "public class Pages extends"
                + " org.springframework.web.servlet.mvc.multiaction.MultiActionController {"
                + " public Object list"
                + PARAMETERS
                + " public Object show"
                + PARAMETERS
                + " public void setDao(Object dao) {} }")
        .java("public class Plain { public Object handleRequest" + PARAMETERS + " }")
        .java("interface Stock { int count(); }")
        .java("class StockService implements Stock { public int count() { return 0; } }");
  }

  @Test
  void mappingsAndNamesOfBeansAreRoutes() {
    assertThat(
            system()
                .resource(
                    "",
                    "WEB-INF/mvc-servlet.xml",
                    """
                    <beans>
                      <bean id="orders" class="app.Orders"/>
                      <bean name="/pages/*" class="app.Pages"/>
                      <bean name="/plain" class="app.Plain"/>
                      <bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping">
                        <property name="mappings">
                          <props>
                            <prop key="/orders.htm">orders</prop>
                            <prop key="/gone.htm">gone</prop>
                          </props>
                        </property>
                      </bean>
                    </beans>
                    """)
                .entryPoints(new UrlHandlers()))
        .containsExactly(
            "ANY /orders.htm -> app.Orders.handleRequest",
            "ANY /pages/* -> app.Pages.list",
            "ANY /pages/* (Pages.show) -> app.Pages.show");
  }

  @Test
  void exportersOfferTheMethodsOfAnInterface() {
    assertThat(
            system()
                .resource(
                    "",
                    "remoting-servlet.xml",
                    """
                    <beans>
                      <bean id="stock" class="app.StockService"/>
                      <bean name="/stock"
                          class="org.springframework.remoting.caucho.HessianServiceExporter">
                        <property name="service" ref="stock"/>
                        <property name="serviceInterface" value="app.Stock"/>
                      </bean>
                    </beans>
                    """)
                .entryPoints(new UrlHandlers()))
        .containsExactly("POST /stock -> app.StockService.count");
  }
}
