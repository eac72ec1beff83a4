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
  void theServletWhoseFileItIsStandsBeforeThePath() {
    String beans =
        """
        <beans>
          <bean id="orders" class="app.Orders"/>
          <bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping">
            <property name="mappings"><props><prop key="%s">orders</prop></props></property>
          </bean>
        </beans>
        """;
    assertThat(
            system()
                .java(
                    "public class Front extends org.springframework.web.servlet.DispatcherServlet {}")
                .resource(
                    "",
                    "WEB-INF/web.xml",
                    """
                    <web-app>
                      <servlet>
                        <servlet-name>pages</servlet-name>
                        <servlet-class>app.Front</servlet-class>
                      </servlet>
                      <servlet>
                        <servlet-name>remote</servlet-name>
                        <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class>
                        <init-param>
                          <param-name>contextConfigLocation</param-name>
                          <param-value>/WEB-INF/api.xml, /WEB-INF/more.xml</param-value>
                        </init-param>
                      </servlet>
                      <servlet>
                        <servlet-name>idle</servlet-name>
                        <servlet-class>app.Front</servlet-class>
                      </servlet>
                      <servlet-mapping>
                        <servlet-name>pages</servlet-name>
                        <url-pattern>*.htm</url-pattern>
                        <url-pattern>/scripts/*</url-pattern>
                      </servlet-mapping>
                      <servlet-mapping>
                        <servlet-name>remote</servlet-name>
                        <url-pattern>/api/*</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """)
                .resource("", "WEB-INF/pages-servlet.xml", beans.formatted("/**"))
                .resource("", "WEB-INF/more-servlet.xml", beans.formatted("/other"))
                .resource("", "WEB-INF/more.xml", beans.formatted("/stock"))
                .resource("", "WEB-INF/idle-servlet.xml", beans.formatted("/list.htm"))
                .entryPoints(new UrlHandlers()))
        .containsExactly(
            "ANY /api/list.htm -> app.Orders.handleRequest",
            "ANY /api/other -> app.Orders.handleRequest",
            "ANY /api/stock -> app.Orders.handleRequest",
            "ANY /scripts/** -> app.Orders.handleRequest");
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
