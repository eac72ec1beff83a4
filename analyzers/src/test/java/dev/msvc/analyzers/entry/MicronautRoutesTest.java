package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicronautRoutesTest {
  private static final String WEB = "import io.micronaut.http.annotation.*;\n";

  private static List<String> routes(Fixture fixture) {
    return fixture.entryPoints(new MicronautRoutes());
  }

  @Test
  void aRouteIsThePathOfItsControllerAndItsMethod() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @Controller("/orders/")
                            class Orders {
                              @Get String all() { return ""; }
                              @Get("/{id}") String one() { return ""; }
                              @Post("/") String place() { return ""; }
                              @Put(uri = "{id}") String change() { return ""; }
                              @Delete(value = "/{id}") void drop() {}
                              @Patch void patch() {}
                              @Head("x") void head() {}
                              @Options("x") void options() {}
                              @Trace("x") void trace() {}
                              @CustomHttpMethod(method = "LOCK", value = "/{id}") void lock() {}
                              String none() { return ""; }
                            }
                            """)))
        .containsExactly(
            "DELETE /orders/{id} -> app.Orders.drop",
            "GET /orders -> app.Orders.all",
            "GET /orders/{id} -> app.Orders.one",
            "HEAD /orders/x -> app.Orders.head",
            "LOCK /orders/{id} -> app.Orders.lock",
            "OPTIONS /orders/x -> app.Orders.options",
            "PATCH /orders -> app.Orders.patch",
            "POST /orders -> app.Orders.place",
            "PUT /orders/{id} -> app.Orders.change",
            "TRACE /orders/x -> app.Orders.trace");
  }

  @Test
  void aControllerWithoutAPathServesTheRootAndAMethodMaySayMany() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + """
                            @Controller
                            class Root {
                              @Get String home() { return ""; }
                              @Get(uris = {"/a", "/b"}) String many() { return ""; }
                              @Post(uri = "/c", uris = "/d") void both() {}
                            }
                            """)))
        .containsExactly(
            "GET / -> app.Root.home",
            "GET /a -> app.Root.many",
            "GET /b -> app.Root.many",
            "POST /c -> app.Root.both",
            "POST /d -> app.Root.both");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{?max,offset*}; /books",
        "/{?max}; /books",
        "/{id}{?max}{&more}; /books/{id}",
        "/{id}{#part}; /books/{id}",
        "/{id:[a-z]{2,3}}; /books/{id}",
        "/{id:.*}/x; /books/{id}/x",
        "/{+path}; /books/{path}",
        "{/id}; /books/{id}",
        "/all{/parts*}; /books/all/{parts}",
        "/${books.new:fresh}; /books/recent"
      })
  void ofATemplateOnlyThePathIsKept(String template, String path) {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + "@Controller(\"/books\") class Books { @Get(\""
                            + template
                            + "\") void it() {} }")
                    .resource(
                        "", "src/main/resources/application.properties", "books.new=recent\n")))
        .containsExactly("GET " + path + " -> app.Books.it");
  }

  @Test
  void aControllerServesWhatItsInterfaceSays() {
    Fixture system =
        new Fixture()
            .java(
                WEB
                    + """
                    interface Operations<T> {
                      @Get("/{id}") T one(String id);
                      @Post void add(T it);
                      @Get("/old") T moved();
                    }
                    """)
            .java(
                WEB
                    + """
                    @Controller("/pets")
                    class Pets implements Operations<String> {
                      @Override public String one(String id) { return id; }
                      @Override public void add(String it) {}
                      @Override @Get("/new") public String moved() { return ""; }
                    }
                    """)
            .java(
                """
                @io.micronaut.http.client.annotation.Client(id = "pets", path = "/pets")
                interface PetClient extends Operations<String> {}
                """)
            .java("class Fallback implements Operations<String> {}");

    assertThat(routes(system))
        .containsExactly(
            "GET /pets/new -> app.Pets.moved",
            "GET /pets/{id} -> app.Pets.one",
            "POST /pets -> app.Pets.add");
  }

  @Test
  void methodsOfABaseClassAreServedBelowEachController() {
    assertThat(
            routes(
                new Fixture()
                    .java(WEB + "abstract class Base { @Get(\"/all\") public void all() {} }")
                    .java(WEB + "@Controller(\"/a\") class A extends Base {}")
                    .java(WEB + "@Controller(\"/b\") class B extends Base {}")))
        .containsExactly("GET /a/all -> app.A.all", "GET /b/all -> app.B.all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Controller class A { @Error public void wrong() {} }",
        "@Controller abstract class A { @Get public void any() {} }",
        "@Controller class A { public void any() {} }",
        "class A { @Get public void any() {} }",
        "@io.micronaut.http.client.annotation.Client(\"/a\") interface A { @Get void any(); }",
        "@org.springframework.stereotype.Controller class A { @Get public void any() {} }"
      })
  void whatIsNoRoute(String code) {
    assertThat(routes(new Fixture().java(WEB + code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "application.yml; micronaut: {server: {context-path: /shop}}",
        "application.yml; micronaut.server.context-path: shop/",
        "application.properties; micronaut.server.context-path=/shop"
      })
  void theContextPathComesFirst(String file, String text) {
    assertThat(
            routes(
                new Fixture()
                    .java(WEB + "@Controller(\"a\") class A { @Get(\"b\") void it() {} }")
                    .resource("", "src/main/resources/" + file, text)))
        .containsExactly("GET /shop/a/b -> app.A.it");
  }

  @Test
  void anAnnotationOfTheSystemsOwnMayMakeTheController() {
    assertThat(
            routes(
                new Fixture()
                    .java(WEB + "@Controller(\"/api\") @interface Api {}")
                    .java(WEB + "@Api class A { @Get(\"/a\") void it() {} }")))
        .containsExactly("GET /api/a -> app.A.it");
  }

  @Test
  void aMappingOfItsOwnComesBeforeTheControllersPath() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        WEB
                            + "@Controller(\"/a\") @UriMapping(\"/b\")"
                            + " class A { @Get void it() {} }")))
        .containsExactly("GET /b -> app.A.it");
  }

  @Test
  void constantsArePutInAndThoseOfLibrariesStandByName() {
    Fixture system =
        new Fixture()
            .java("class Paths { static final String API = \"/api\"; }")
            .java(
                WEB
                    + """
                    @Controller(Paths.API)
                    class A {
                      @Get(Paths.API + "/x") void known() {}
                      @Get(org.lib.Routes.LIST) void unknown() {}
                    }
                    """);

    assertThat(routes(system))
        .containsExactly("GET /api/api/x -> app.A.known", "GET /api/{LIST} -> app.A.unknown");
    assertThat(system.facts(new MicronautRoutes()).entryPoints())
        .extracting(EntryPoint::certainty)
        .containsExactly(Certainty.PARSED, Certainty.GUESSED);
  }

  @Test
  void controllersInKotlinAreRead() {
    assertThat(
            routes(
                new Fixture()
                    .kotlin(
                        WEB.replace(";", "")
                            + """
                            @Controller("/a")
                            class A {
                              @Get("/{id}")
                              fun one(id: String): String = id
                            }
                            """)))
        .containsExactly("GET /a/{id} -> app.A.one");
  }
}
