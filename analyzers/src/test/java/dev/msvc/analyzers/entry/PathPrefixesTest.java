package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPrefixesTest {
  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.function.Predicate;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
      """;

  private static Fixture controllers() {
    return new Fixture()
        .java("package app.admin.order; " + controller("AdminOrders"))
        .java("package app.shop.order; " + controller("ShopOrders"))
        .java("package app.status; " + controller("Status"));
  }

  private static String controller(String name) {
    return "import org.springframework.web.bind.annotation.*;"
        + " @RestController public class %s { @GetMapping(\"/%s\") void all() {} }"
            .formatted(name, name.toLowerCase(java.util.Locale.ROOT));
  }

  private static List<String> routes(Fixture fixture) {
    return fixture.facts(new SpringMvcRoutes()).entryPoints().stream()
        .map(each -> each.id())
        .toList();
  }

  private static List<String> unread(Fixture fixture) {
    return fixture.facts(new SpringMvcRoutes()).unread().stream().map(Unread::reason).toList();
  }

  @Test
  void aMapOfPrefixesIsFollowedThroughMethodsToSettingsAndTheirDefaults() {
    Fixture fixture =
        controllers()
            .java(
                """
                import org.springframework.boot.context.properties.ConfigurationProperties;
                @ConfigurationProperties(prefix = "shop.web")
                class Web {
                  private Api adminApi = new Api("/admin-api", "**.admin.**");
                  private Api shopApi = new Api("/shop-api", "**.shop.**");
                  Api getAdminApi() { return adminApi; }
                  Api getShopApi() { return shopApi; }
                  static class Api {
                    private String prefix;
                    private String controller;
                    Api(String prefix, String controller) {
                      this.prefix = prefix;
                      this.controller = controller;
                    }
                    String getPrefix() { return prefix; }
                    String getController() { return controller; }
                  }
                }
                """)
            .java(
                IMPORTS
                    + """
                    import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
                    import org.springframework.context.annotation.Bean;
                    import org.springframework.util.AntPathMatcher;
                    class Config {
                      @Bean WebMvcRegistrations registrations(Web web) {
                        return new WebMvcRegistrations() {
                          public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                            RequestMappingHandlerMapping made = new RequestMappingHandlerMapping();
                            made.setPathPrefixes(prefixes(web));
                            return made;
                          }
                          private Map<String, Predicate<Class<?>>> prefixes(Web web) {
                            Map<String, Predicate<Class<?>>> all = new LinkedHashMap<>();
                            put(all, web.getAdminApi(), new AntPathMatcher("."));
                            put(all, web.getShopApi(), new AntPathMatcher("."));
                            return all;
                          }
                          private void put(Map<String, Predicate<Class<?>>> all, Web.Api api,
                              AntPathMatcher matcher) {
                            all.put(api.getPrefix(),
                                type -> type.isAnnotationPresent(RestController.class)
                                    && matcher.match(api.getController(),
                                        type.getPackage().getName()));
                          }
                        };
                      }
                    }
                    """)
            .resource("", "src/main/resources/application.yml", "shop.web.shop-api.prefix: /s\n");

    assertThat(routes(fixture))
        .containsExactly("GET /admin-api/adminorders", "GET /s/shoporders", "GET /status");
    assertThat(unread(fixture)).isEmpty();
  }

  @Test
  void prefixesOfALoopAreOneForEachElement() {
    assertThat(
            routes(
                controllers()
                    .java(
                        IMPORTS
                            + """
                            class Mapping extends RequestMappingHandlerMapping {
                              Mapping() {
                                Map<String, Predicate<Class<?>>> all = new HashMap<>();
                                for (String each : List.of("admin", "shop")) {
                                  all.put("/" + each, type ->
                                      type.getPackageName().contains("." + each + "."));
                                }
                                setPathPrefixes(all);
                              }
                            }
                            """)))
        .containsExactly("GET /admin/adminorders", "GET /shop/shoporders", "GET /status");
  }

  @Test
  void aPrefixThatIsOnlyKnownAtRunTimeIsTold() {
    Fixture fixture =
        controllers()
            .java(
                IMPORTS
                    + """
                    class Mapping extends RequestMappingHandlerMapping {
                      Mapping(Source source) { setPathPrefixes(source.prefixes()); }
                    }
                    interface Source { Map<String, Predicate<Class<?>>> prefixes(); }
                    """);

    assertThat(routes(fixture)).contains("GET /status");
    assertThat(unread(fixture))
        .containsExactly("routes have a prefix that is only known when the program runs");
  }

  @Test
  void aPredicateThatIsNotUnderstoodPutsNoPrefixBeforeAll() {
    Fixture fixture =
        controllers()
            .java(
                IMPORTS
                    + """
                    class Mapping extends RequestMappingHandlerMapping {
                      Mapping(Source source) {
                        setPathPrefixes(Map.of("/x", type -> source.isOurs(type)));
                      }
                    }
                    interface Source { boolean isOurs(Class<?> type); }
                    """);

    assertThat(routes(fixture))
        .containsExactly("GET /adminorders", "GET /shoporders", "GET /status");
    assertThat(unread(fixture))
        .containsExactly("which routes have the prefix '/x' is only known when the program runs");
  }

  @Test
  void aNegatedPredicateIsNegated() {
    assertThat(
            routes(
                controllers()
                    .java(
                        IMPORTS
                            + """
                            import org.springframework.web.servlet.config.annotation.*;
                            class Config implements WebMvcConfigurer {
                              public void configurePathMatch(PathMatchConfigurer configurer) {
                                configurer.addPathPrefix("/api", type ->
                                    type.isAnnotationPresent(RestController.class)
                                        && !type.getName().startsWith("app.status"));
                              }
                            }
                            """)))
        .containsExactly("GET /api/adminorders", "GET /api/shoporders", "GET /status");
  }

  @Test
  void aRouteOfTwoControllersIsTold() {
    String orders = "@RestController class %s { @GetMapping(%s) void all() {} }";

    assertThat(
            unread(
                new Fixture()
                    .java(IMPORTS + orders.formatted("Orders", "\"/orders/{id}\""))
                    .java(IMPORTS + orders.formatted("AppOrders", "\"/orders/{key}\""))
                    .java(IMPORTS + orders.formatted("Json", "path = \"/a\", produces = \"j\""))
                    .java(IMPORTS + orders.formatted("Xml", "path = \"/a\", produces = \"x\""))))
        .singleElement()
        .asString()
        .startsWith("a route is served by two controllers, as GET /orders/{} by ")
        .endsWith("a prefix of one was missed, or it is open which answers");
  }

  @Test
  void patternsOfPackagesMatchAsThoseOfPaths() {
    String pattern = ControllerPredicates.ant("**.admin.**");

    assertThat("a.b.admin").matches(pattern);
    assertThat("admin.order").matches(pattern);
    assertThat("a.admin.b.c").matches(pattern);
    assertThat("a.administration").doesNotMatch(pattern);
    assertThat("a.b").matches(ControllerPredicates.ant("a.*"));
    assertThat("a.b.c").doesNotMatch(ControllerPredicates.ant("a.*"));
  }
}
