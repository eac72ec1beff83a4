package dev.msvc.analyzers.entry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServletsTest {
  private static final String SERVLET =
      """
      import jakarta.servlet.http.*;
      class %s extends HttpServlet {
        %s
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
      }
      """;

  private static List<String> routes(Fixture fixture) {
    return fixture.entryPoints(new Servlets());
  }

  @Test
  void annotationsNamePaths() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import javax.servlet.*;
                        import javax.servlet.annotation.*;
                        import javax.servlet.http.*;
                        @WebServlet(name = "a", urlPatterns = {"/a", "/b/*"})
                        public class A extends HttpServlet {
                          protected void doGet(HttpServletRequest q, HttpServletResponse s) {}
                          protected void doPost(HttpServletRequest q, HttpServletResponse s) {}
                        }
                        """)
                    .java(
                        """
                        @javax.servlet.annotation.WebServlet("/s")
                        public class S extends javax.servlet.http.HttpServlet {
                          protected void doGet(Object q, Object s) {}
                          public void service(Object q, Object s) {}
                        }
                        """)))
        .containsExactly(
            "ANY /s -> app.S.service",
            "GET /a -> app.A.doGet",
            "GET /b/* -> app.A.doGet",
            "POST /a -> app.A.doPost",
            "POST /b/* -> app.A.doPost");
  }

  @Test
  void descriptorsNamePaths() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Old", ""))
                    .resource(
                        "",
                        "src/main/webapp/WEB-INF/web.xml",
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE web-app PUBLIC "-//Sun//DTD Web Application 2.3//EN" "x.dtd">
                        <web-app>
                          <servlet>
                            <servlet-name>old</servlet-name>
                            <servlet-class> app.Old </servlet-class>
                          </servlet>
                          <servlet>
                            <servlet-name>spring</servlet-name>
                            <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class>
                          </servlet>
                          <servlet-mapping>
                            <servlet-name>old</servlet-name><url-pattern>/old</url-pattern>
                          </servlet-mapping>
                          <servlet-mapping>
                            <servlet-name>spring</servlet-name><url-pattern>/</url-pattern>
                          </servlet-mapping>
                        </web-app>
                        """)))
        .containsExactly("GET /old -> app.Old.doGet");
  }

  @Test
  void anApplicationOfJaxRsThatADescriptorNamesIsNoServlet() {
    assertThat(
            routes(
                new Fixture()
                    .java("class App extends javax.ws.rs.core.Application {}")
                    .java(SERVLET.formatted("Old", ""))
                    .resource(
                        "",
                        "src/main/webapp/WEB-INF/web.xml",
                        """
                        <web-app>
                          <servlet><servlet-name>app.App</servlet-name></servlet>
                          <servlet-mapping>
                            <servlet-name>app.App</servlet-name><url-pattern>/rest/*</url-pattern>
                          </servlet-mapping>
                          <servlet-mapping>
                            <servlet-name>app.Old</servlet-name><url-pattern>/old</url-pattern>
                          </servlet-mapping>
                        </web-app>
                        """)))
        .noneMatch(each -> each.contains("app.App"))
        .anyMatch(each -> each.endsWith("/old -> app.Old.doGet"));
  }

  @Test
  void aBrokenDescriptorIsNamed() {
    FactCollector facts =
        new Fixture()
            .resource("", "WEB-INF/web.xml", "<web-app>\n<servlet>\n")
            .facts(new Servlets());

    assertThat(facts.unread()).hasSize(1);
    assertThat(facts.unread().get(0).file()).isEqualTo("WEB-INF/web.xml");
  }

  @Test
  void codeRegistersServlets() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", "Feed(String title) {}"))
                    .java(SERVLET.formatted("Late", ""))
                    .java(
                        """
                        import org.springframework.boot.web.servlet.ServletRegistrationBean;
                        class Config {
                          static final String ROOT = "/feeds";
                          ServletRegistrationBean<Feed> feed() {
                            return new ServletRegistrationBean<>(new Feed("x"), ROOT + "/all");
                          }
                          ServletRegistrationBean<Late> late() {
                            ServletRegistrationBean<Late> bean = new ServletRegistrationBean<>();
                            bean.setServlet(new Late());
                            bean.addUrlMappings("/late");
                            return bean;
                          }
                        }
                        """)
                    .resource(
                        "",
                        "src/main/resources/application.properties",
                        "server.servlet.context-path=/shop")))
        .containsExactly(
            "GET /shop/feeds/all -> app.Feed.doGet", "GET /shop/late -> app.Late.doGet");
  }

  @Test
  void aServletWithoutAPathIsStillAWayIn() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Lost", ""))
                    .java("class NotOne { void doGet(Object q, Object s) {} }")))
        .containsExactly("servlet app.Lost.doGet -> app.Lost.doGet");
  }

  @Test
  void guiceModulesServeServlets() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", ""))
                    .java(SERVLET.formatted("Late", ""))
                    .java(
                        """
                        class Web extends com.google.inject.servlet.ServletModule {
                          protected void configureServlets() {
                            serve("/feed", "/feeds/*").with(Feed.class);
                            serve("/late").with(Late.class);
                            filter("/x").through(Feed.class);
                          }
                        }
                        """)))
        .containsExactly(
            "GET /feed -> app.Feed.doGet",
            "GET /feeds/* -> app.Feed.doGet",
            "GET /late -> app.Late.doGet");
  }

  @Test
  void severalServletsOfOneMethodKeepTheirPaths() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", ""))
                    .java(SERVLET.formatted("Late", ""))
                    .java(
                        """
                        class Start {
                          void onStartup(jakarta.servlet.ServletContext context) {
                            context.addServlet("feed", Feed.class).addMapping("/feed");
                            context.addServlet("late", Late.class).addMapping("/late");
                          }
                        }
                        """)))
        .containsExactly("GET /feed -> app.Feed.doGet", "GET /late -> app.Late.doGet");
  }

  @Test
  void servletsOfGwtOfferTheirRemoteInterfaces() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        interface Greeting extends com.google.gwt.user.client.rpc.RemoteService {
                          String greet(String name);
                        }
                        """)
                    .java(
                        """
                        @jakarta.servlet.annotation.WebServlet("/shop/greet")
                        class GreetingServlet
                            extends com.google.gwt.user.server.rpc.RemoteServiceServlet
                            implements Greeting {
                          public String greet(String name) { return name; }
                          public void other() {}
                        }
                        """)))
        .containsExactly("POST /shop/greet -> app.GreetingServlet.greet");
  }

  @Test
  void serversInsideAProgramTakeThePathLast() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", ""))
                    .java(SERVLET.formatted("Late", ""))
                    .java(
                        """
                        import org.eclipse.jetty.servlet.*;
                        class Start {
                          void start(ServletContextHandler context) {
                            context.addServlet(Feed.class, "/feed");
                            context.addServlet(new ServletHolder(new Late()), "/late");
                          }
                        }
                        """)))
        .containsExactly("GET /feed -> app.Feed.doGet", "GET /late -> app.Late.doGet");
  }

  @Test
  void servletsOfLibrariesThatCodeRegistersAnswerToo() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Late", ""))
                    .java("class Paths { static final String MCP = \"/mcp\"; }")
                    .java(
                        """
                        import org.eclipse.jetty.servlet.*;
                        import org.eclipse.jetty.proxy.ProxyServlet;
                        class Start {
                          Maker maker;
                          void start(ServletContextHandler context) {
                            ServletHolder first = new ServletHolder(ProxyServlet.class);
                            context.addServlet(first, "/proxy/*");
                            ServletHolder second = new ServletHolder(new Late());
                            context.addServlet(second, "/late");
                            context.addServlet(new ServletHolder(maker.servlet()), Paths.MCP);
                            context.addServlet(maker.holder(), maker.path());
                          }
                        }
                        """)))
        .containsExactly(
            "ANY /mcp -> app.Start.start",
            "ANY /proxy/* -> app.Start.start",
            "GET /late -> app.Late.doGet");
  }

  @Test
  void aFilterThatLetsNothingThroughAnswersBelowItsPath() {
    String filter =
        "import javax.servlet.*; class %s %s { public void doFilter(ServletRequest request,"
            + " ServletResponse response, FilterChain chain) { %s } }";
    FactCollector facts =
        new Fixture()
            .java(
                filter.formatted(
                    "Git",
                    "extends org.git.GitFilter",
                    "super.doFilter(request, response, chain);"))
            .java(filter.formatted("Health", "implements Filter", "response.getWriter();"))
            .java(
                filter.formatted(
                    "Passing", "implements Filter", "chain.doFilter(request, response);"))
            .java(filter.formatted("Asking", "implements Filter", "go(chain);"))
            .java(
                filter.formatted(
                    "Own",
                    "extends javax.servlet.http.HttpFilter",
                    "super.doFilter(request, response, chain);"))
            .java(filter.formatted("All", "implements Filter", "response.getWriter();"))
            .resource(
                "",
                "WEB-INF/web.xml",
                Stream.of(
                        "Git /git/*",
                        "Health /health",
                        "Passing /a/*",
                        "Asking /b/*",
                        "Own /c/*",
                        "All /*")
                    .map(each -> each.split(" "))
                    .map(
                        each ->
                            "<filter><filter-name>%1$s</filter-name><filter-class>app.%1$s</filter-class></filter><filter-mapping><filter-name>%1$s</filter-name><url-pattern>%2$s</url-pattern></filter-mapping>"
                                .formatted(each[0], each[1]))
                    .collect(joining("", "<web-app>", "</web-app>")))
            .facts(new Servlets());

    assertThat(facts.entryPoints())
        .extracting(each -> each.id() + " " + each.className() + " " + each.certainty())
        .containsExactly("ANY /git/* app.Git GUESSED", "ANY /health app.Health INFERRED");
  }

  @Test
  void aPathThatIsNotKnownIsNone() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", ""))
                    .java(
                        """
                        import org.springframework.boot.web.servlet.ServletRegistrationBean;
                        class Config {
                          ServletRegistrationBean<Feed> feed(Settings settings) {
                            return new ServletRegistrationBean<>(new Feed(), settings.path() + "/*");
                          }
                        }
                        """)))
        .containsExactly("servlet app.Feed.doGet -> app.Feed.doGet");
  }

  @Test
  void aPathOfASettingIsPutInAndAServletOfALibraryIsAWayInWhereItIsRegistered() {
    assertThat(
            routes(
                new Fixture()
                    .java(SERVLET.formatted("Feed", ""))
                    .java(
                        """
                        import org.springframework.beans.factory.annotation.Value;
                        import org.springframework.boot.web.servlet.ServletRegistrationBean;
                        class Config {
                          @Value("${feed.path:feed}") private String path;
                          ServletRegistrationBean<Feed> feed() {
                            return new ServletRegistrationBean<>(new Feed(), "/" + path + "/*");
                          }
                          ServletRegistrationBean sword() {
                            return new ServletRegistrationBean(
                                new org.sword.SwordServlet(), "/" + path + "/sword/*");
                          }
                        }
                        """)
                    .resource(
                        "",
                        "src/main/resources/application.properties",
                        "server.servlet.context-path=/app")))
        .containsExactly(
            "ANY /app/feed/sword/* -> app.Config.sword", "GET /app/feed/* -> app.Feed.doGet");
  }
}
