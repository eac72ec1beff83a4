package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpringMvcRoutesTest {
  private static final String WEB = "import org.springframework.web.bind.annotation.*;\n";

  private static List<String> routes(Fixture fixture) {
    return fixture.entryPoints(new SpringMvcRoutes());
  }

  @Test
  void aRouteIsThePathOfItsClassAndItsMethod() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @RestController
                            @RequestMapping("/orders")
                            class Orders {
                              @GetMapping("/{id}") String one() { return ""; }
                              @PostMapping String place() { return ""; }
                              @GetMapping("/") String slash() { return ""; }
                              String none() { return ""; }
                            }
                            """)))
        .containsExactly(
            "GET /orders/ -> app.Orders.slash",
            "GET /orders/{id} -> app.Orders.one",
            "POST /orders -> app.Orders.place");
  }

  @Test
  void eachPathIsCombinedWithEachMethodAndPrefix() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @org.springframework.stereotype.Controller
                            @RequestMapping(path = {"a", "/b/"})
                            class Many {
                              @RequestMapping(value = {"x", "y"},
                                  method = {RequestMethod.GET, RequestMethod.POST})
                              String any() { return ""; }
                            }
                            """)))
        .containsExactly(
            "GET /a/x -> app.Many.any",
            "GET /a/y -> app.Many.any",
            "GET /b/x -> app.Many.any",
            "GET /b/y -> app.Many.any",
            "POST /a/x -> app.Many.any",
            "POST /a/y -> app.Many.any",
            "POST /b/x -> app.Many.any",
            "POST /b/y -> app.Many.any");
  }

  @Test
  void constantsArePutInAndPatternsOfVariablesLeftOut() {
    assertThat(
            routes(
                new Fixture()
                    .java("class Paths { static final String API = \"/api\"; }")
                    .java(
                        WEB
                            + """
                            @RestController
                            class Files {
                              static final String ID = "/{id:[a-z]{2,3}\\\\d+}";
                              @GetMapping(Paths.API + "/files" + ID) String one() { return ""; }
                            }
                            """)))
        .containsExactly("GET /api/files/{id} -> app.Files.one");
  }

  @Test
  void aConstantThatIsNotTheProjectsLeavesAGuess() {
    List<EntryPoint> found =
        new Fixture()
            .java(
                WEB
                    + """
                    @RestController
                    class Far {
                      @GetMapping(org.other.Names.ROOT) String one() { return ""; }
                    }
                    """)
            .facts(new SpringMvcRoutes())
            .entryPoints();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).path()).isEqualTo("/{ROOT}");
    assertThat(found.get(0).certainty()).isEqualTo(Certainty.GUESSED);
  }

  @Test
  void aMappingWithoutMethodsServesAny() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @RestController
                            class Any {
                              @RequestMapping("/any") String any() { return ""; }
                            }
                            """)))
        .containsExactly("ANY /any -> app.Any.any");
  }

  @Test
  void annotationsOfTheProjectCarryMappings() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            import org.springframework.core.annotation.AliasFor;
                            @PostMapping("/default")
                            @interface Command {
                              @AliasFor(annotation = PostMapping.class, attribute = "path")
                              String[] at() default {};
                            }
                            """)
                    .java(
                        WEB
                            + """
                            @RestController @RequestMapping("/v1")
                            @interface V1 {}
                            """)
                    .java(
                        """
                        @V1 class Commands {
                          @Command(at = "/run") void run() {}
                          @Command void other() {}
                        }
                        """)))
        .containsExactly(
            "POST /v1/default -> app.Commands.other", "POST /v1/run -> app.Commands.run");
  }

  @Test
  void mappingsAreInheritedFromInterfacesAndBaseClasses() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @RequestMapping("/api")
                            interface UserApi {
                              @GetMapping("/users/{id}") String user(@PathVariable String id);
                            }
                            """)
                    .java(
                        WEB
                            + """
                            @RestController
                            class UserController implements UserApi {
                              public String user(String id) { return ""; }
                            }
                            """)
                    .java(
                        WEB
                            + """
                            abstract class Crud<T> {
                              @GetMapping("/all") public String all() { return ""; }
                              @PostMapping public String create(T t) { return ""; }
                            }
                            """)
                    .java(
                        WEB
                            + """
                            @RestController @RequestMapping("/cars")
                            class Cars extends Crud<String> {
                              @Override public String create(String t) { return ""; }
                            }
                            """)))
        .containsExactly(
            "GET /api/users/{id} -> app.UserController.user",
            "GET /cars/all -> app.Cars.all",
            "POST /cars -> app.Cars.create");
  }

  @Test
  void clientsAdviceAndAbstractControllersAreNoEntryPoints() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @org.springframework.cloud.openfeign.FeignClient(name = "stock")
                            @RequestMapping("/stock")
                            interface StockClient {
                              @GetMapping("/{id}") String stock();
                            }
                            """)
                    .java(
                        "class StockFallback implements StockClient {"
                            + " public String stock() { return null; } }")
                    .java(
                        WEB
                            + """
                            @RestControllerAdvice
                            class Advice {
                              @ExceptionHandler(Exception.class) void failed() {}
                            }
                            """)
                    .java(
                        WEB
                            + """
                            @RestController
                            abstract class Base {
                              @GetMapping("/base") String base() { return ""; }
                            }
                            """)))
        .isEmpty();
  }

  @Test
  void theContextPathOfTheModulesApplicationComesFirst() {
    String controller =
        WEB
            + """
            @RestController
            class %s {
              @GetMapping("${paths.%s:/fallback}") String one() { return ""; }
            }
            """;

    assertThat(
            routes(
                new Fixture()
                    .java("one", controller.formatted("One", "one"))
                    .java("two", controller.formatted("Two", "two"))
                    .resource(
                        "one",
                        "one/src/main/resources/application.properties",
                        "server.servlet.context-path=${CONTEXT:/shop}\npaths.one=/first\n")
                    .resource(
                        "two",
                        "two/src/main/resources/application.yml",
                        """
                        # two
                        server:
                          port: @port@
                          servlet:
                            context-path: "/two" # here
                        spring:
                          mvc:
                            servlet:
                              path: /mvc
                        ---
                        spring.config.activate.on-profile: test
                        server:
                          servlet:
                            context-path: /only-in-a-profile
                        """)))
        .containsExactly("GET /shop/first -> app.One.one", "GET /two/mvc/fallback -> app.Two.one");
  }

  @Test
  void handlersOfOneRouteAreToldApartByTheirNames() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @RestController
                            class Twice {
                              @GetMapping(value = "/t", params = "a") String first() { return ""; }
                              @GetMapping(value = "/t", params = "b") String second() { return ""; }
                            }
                            """)))
        .containsExactly("GET /t -> app.Twice.first", "GET /t (Twice.second) -> app.Twice.second");
  }

  @Test
  void messageMappingsAreListeners() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.messaging.handler.annotation.MessageMapping;
                        @org.springframework.stereotype.Controller
                        @MessageMapping("/chat")
                        class Chat { @MessageMapping("say") void say(String text) {} }
                        """)))
        .containsExactly("listener app.Chat.say -> app.Chat.say on /chat/say");
  }

  @Test
  void theDispatchersPathInADescriptorComesFirst() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @RestController
                            class Old { @GetMapping("/old") String old() { return ""; } }
                            """)
                    .resource(
                        "",
                        "src/main/webapp/WEB-INF/web.xml",
                        """
                        <web-app>
                          <servlet>
                            <servlet-name>mvc</servlet-name>
                            <servlet-class>
                              org.springframework.web.servlet.DispatcherServlet
                            </servlet-class>
                          </servlet>
                          <servlet-mapping>
                            <servlet-name>mvc</servlet-name>
                            <url-pattern>/app/*</url-pattern>
                          </servlet-mapping>
                        </web-app>
                        """)))
        .containsExactly("GET /app/old -> app.Old.old");
  }

  @Test
  void ofSeveralServletsThatOneServesAControllerWhoseFileLooksForIt() {
    String servlet =
        """
        <servlet>
          <servlet-name>%s</servlet-name>
          <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class>
          <init-param>
            <param-name>contextConfigLocation</param-name>
            <param-value>classpath:web/%s.xml</param-value>
          </init-param>
        </servlet>
        <servlet-mapping><servlet-name>%s</servlet-name>%s</servlet-mapping>
        """;
    String descriptor =
        "<web-app>"
            + servlet.formatted("shop", "shop", "shop", "<url-pattern>/shop/*</url-pattern>")
            + servlet.formatted(
                "admin",
                "admin",
                "admin",
                "<url-pattern>/a/*</url-pattern><url-pattern>/b/*</url-pattern>")
            + servlet.formatted("up", "up", "up", "<url-pattern>/up</url-pattern>")
            + "</web-app>";
    Fixture fixture = new Fixture();
    for (String each : List.of("shop", "admin", "up")) {
      fixture.resource(
          "",
          "src/main/resources/web/" + each + ".xml",
          "<beans><component-scan base-package=\"app.%s\"/></beans>".formatted(each));
    }

    assertThat(
            routes(
                fixture
                    .resource("", "src/main/webapp/WEB-INF/web.xml", descriptor)
                    .java(
                        "package app.admin;\n"
                            + WEB
                            + "@RestController class Admin {"
                            + " @GetMapping(\"/x\") String x() { return null; } }")
                    .java(
                        "package app.up;\n"
                            + WEB
                            + "@RestController class Up { @GetMapping String up() { return null; } }")
                    .java(
                        "package app.other;\n"
                            + WEB
                            + "@RestController class Other {"
                            + " @GetMapping(\"/x\") String x() { return null; } }")))
        .containsExactly(
            "GET /a/x -> app.admin.Admin.x",
            "GET /b/x -> app.admin.Admin.x",
            "GET /shop/x -> app.other.Other.x",
            "GET /up -> app.up.Up.up");
  }

  @Test
  void settingsThatAreNoYamlAreNamed() {
    assertThat(
            new Fixture()
                .resource("", "src/main/resources/application.yml", "a: [1\nb: 2\n")
                .facts(new SpringMvcRoutes())
                .unread())
        .extracting(each -> each.file())
        .containsExactly("src/main/resources/application.yml");
  }

  @Test
  void configurersPutPrefixesBeforeSomeControllers() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        import org.springframework.web.servlet.config.annotation.*;
                        class Config implements WebMvcConfigurer {
                          public void configurePathMatch(PathMatchConfigurer configurer) {
                            configurer.addPathPrefix(
                                "/api", type -> type.isAnnotationPresent(RestController.class));
                          }
                        }
                        """)
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        @RestController class Orders { @GetMapping("/orders") void all() {} }
                        """)
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        @org.springframework.stereotype.Controller
                        class Pages { @GetMapping("/home") void home() {} }
                        """)))
        .containsExactly("GET /api/orders -> app.Orders.all", "GET /home -> app.Pages.home");
  }

  @Test
  void modesOfAPortletAreNoRoutes() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        @org.springframework.stereotype.Controller
                        @RequestMapping("VIEW")
                        class Portlet {
                          @RequestMapping void show(javax.portlet.RenderRequest request) {}
                        }
                        """)))
        .isEmpty();
  }

  @Test
  void aLibraryTakesTheSettingsOfTheApplicationThatHoldsIt() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        "orders",
                        """
                        import org.springframework.web.bind.annotation.*;
                        @RestController class Orders { @GetMapping("/orders") void all() {} }
                        """)
                    .resource(
                        "orders",
                        "orders/pom.xml",
                        "<project><artifactId>orders</artifactId></project>")
                    .resource(
                        "shop",
                        "shop/pom.xml",
                        """
                        <project><artifactId>shop</artifactId>
                          <dependencies><dependency><artifactId>orders</artifactId></dependency></dependencies>
                        </project>
                        """)
                    .resource(
                        "shop", "shop/application-dev.yml", "server.servlet.context-path: /shop")
                    .resource(
                        "shop", "shop/application-prod.yml", "server.servlet.context-path: /shop")
                    .resource(
                        "other",
                        "other/application.properties",
                        "server.servlet.context-path=/other")))
        .containsExactly("GET /shop/orders -> app.Orders.all");
  }

  @Test
  void codeMapsTheDispatcherServlet() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.web.servlet.support.*;
                        class Start extends AbstractAnnotationConfigDispatcherServletInitializer {
                          protected String[] getServletMappings() { return new String[] {"/app/*"}; }
                        }
                        """)
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        @RestController class Orders { @GetMapping("/orders") void all() {} }
                        """)))
        .containsExactly("GET /app/orders -> app.Orders.all");
  }

  @Test
  void aControllerMayBorrowTheMappingsOfAClientInterface() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.web.service.annotation.*;
                        @HttpExchange("/stock") interface Stock { @GetExchange("/{id}") void item(); }
                        """)
                    .java(
                        """
                        import org.springframework.web.bind.annotation.*;
                        @RestController class StockController implements Stock {
                          public void item() {}
                        }
                        """)))
        .containsExactly("GET /stock/{id} -> app.StockController.item");
  }

  @Test
  void controllersBesideSpringDataRestShareItsBasePath() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import org.springframework.data.rest.webmvc.BasePathAwareController;
                        import org.springframework.web.bind.annotation.GetMapping;
                        @BasePathAwareController
                        class Orders { @GetMapping("/orders/late") void late() {} }
                        """)
                    .resource("", "application.properties", "spring.data.rest.base-path=/api")))
        .containsExactly("GET /api/orders/late -> app.Orders.late");
  }
}
