package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SparkRoutesTest {
  private final Fixture system = new Fixture();

  private List<String> routes() {
    return system.entryPoints(new SparkRoutes());
  }

  private List<String> certainties() {
    return system.facts(new SparkRoutes()).entryPoints().stream()
        .map(SparkRoutesTest::certainty)
        .toList();
  }

  private static String certainty(EntryPoint entry) {
    return entry.id() + " " + entry.certainty();
  }

  @Test
  void callsOfSparkAddRoutes() {
    system.java(
        """
        import spark.Spark;
        class Main {
          public static void main(String[] args) {
            Spark.port(80);
            Spark.get("/orders/:id", (request, response) -> "one");
            Spark.post("/orders", "application/json", new Place());
            Spark.before("/*", (request, response) -> {});
            Spark.path("/api", () -> Spark.delete("/orders/:id/*", Main::drop));
          }
          static Object drop(Object request, Object response) { return ""; }
        }
        class Place implements spark.Route {
          public Object handle(spark.Request request, spark.Response response) { return ""; }
        }
        """);

    assertThat(routes())
        .containsExactly(
            "DELETE /api/orders/{id}/* -> app.Main.drop",
            "GET /orders/{id} -> app.Main.main",
            "POST /orders -> app.Place.handle");
  }

  @Test
  void groupsNestAndPathsComeFromMethodsAndConstants() {
    system
        .java(
            "class Paths { static class Orders { static final String BASE = \"/api/orders\", ID = \"/:id\"; } }")
        .java(
            "interface Controller { String base(); default String at(Object... more) {"
                + " return more.length == 0 ? base() : base() + \"/\" + unknown(more); } }")
        .java(
            """
            import static spark.Spark.*;
            class Orders implements Controller {
              String mime;
              public String base() { return Paths.Orders.BASE; }
              void setupRoutes() {
                path(base(), () -> {
                  before("", mime, this::check);
                  get("", mime, this::index);
                  if (mime != null) {
                    path(Paths.Orders.ID, () -> {
                      put("", mime, this::update);
                      get(String.format("%s/edit", "/forms"), this::edit, new Object());
                    });
                  }
                });
                path(at(), () -> head("", this::index));
                path(at("old"), () -> get("", this::index));
                get(System.getenv("HOME"), this::index);
                more();
                new java.util.HashMap<String, String>() {{ put("key", "value"); }};
              }
              private void more() { get("/more", this::index); }
              void get(String one) { get("/no"); }
              Object index(Object a, Object b) { return null; }
              Object update(Object a, Object b) { return null; }
              Object edit(Object a, Object b) { return null; }
              void check(Object a, Object b) {}
            }
            """);

    assertThat(certainties())
        .containsExactly(
            "GET /api/orders PARSED",
            "GET /api/orders/{id}/forms/edit PARSED",
            "GET /api/orders/{} GUESSED",
            "GET /more PARSED",
            "GET /{unknown} GUESSED",
            "HEAD /api/orders INFERRED",
            "PUT /api/orders/{id} PARSED");
  }

  @Test
  void whatABaseClassAddsBelongsToEachClassBelow() {
    system.java(
        """
        import static spark.Spark.get;
        import static spark.Spark.path;
        abstract class Base {
          abstract String base();
          public void routes() { path(base(), () -> get("/all", this::all)); }
          Object all(Object a, Object b) { return null; }
        }
        class Users extends Base { String base() { return "/users"; } }
        class Orders extends Base { String base() { return "/orders"; } }
        class Own extends Base {
          String base() { return "/own"; }
          public void routes() { get("/other", this::all); }
        }
        """);

    assertThat(routes())
        .containsExactly(
            "GET /orders/all -> app.Orders.all",
            "GET /other -> app.Own.all",
            "GET /users/all -> app.Users.all");
  }

  @Test
  void anInstanceOfSparkAddsRoutes() {
    system.java(
        """
        import spark.Service;
        class Main {
          void run() {
            Service http = Service.ignite().port(80);
            http.get("/a", (q, a) -> "");
            http.path("/b", () -> http.post("/c", (q, a) -> ""));
          }
        }
        """);

    assertThat(routes()).containsExactly("GET /a -> app.Main.run", "POST /b/c -> app.Main.run");
  }

  @Test
  void callsOfJavalinAddRoutes() {
    system
        .java(
            """
            import io.javalin.Javalin;
            import io.javalin.http.*;
            class Main {
              public static void main(String[] args) {
                Javalin app = Javalin.create().start(7000);
                app.get("/orders/<id>", Orders.one, Role.ADMIN);
                app.get("plain", ctx -> ctx.result(""));
                app.addHandler(HandlerType.PUT, "/orders/:id", Orders::change);
                var other = Javalin.create(config -> {
                  config.http.gzip = true;
                  config.routes.delete("/config", Orders::change);
                  config.router.mount(router -> router.get("/mounted", Orders::change));
                });
                other.post("/other", new Place());
                Javalin.create().patch("/chain", Orders::change);
              }
            }
            class Place implements Handler { public void handle(Context context) {} }
            """)
        .java(
            """
            import io.javalin.http.*;
            class Orders {
              static Handler one = ctx -> ctx.result("");
              static void change(Context context) {}
            }
            """);

    assertThat(routes())
        .containsExactly(
            "DELETE /config -> app.Orders.change",
            "GET /mounted -> app.Orders.change",
            "GET /orders/{id} -> app.Orders.one",
            "GET /plain -> app.Main.main",
            "PATCH /chain -> app.Orders.change",
            "POST /other -> app.Place.handle",
            "PUT /orders/{id} -> app.Orders.change");
  }

  @Test
  void groupsOfJavalinNestWithSlashesBetween() {
    system.java(
        """
        import static io.javalin.apibuilder.ApiBuilder.*;
        import io.javalin.Javalin;
        class Main {
          void run() {
            Javalin.create().routes(() -> {
              path("users", () -> {
                get(Users::all);
                post(ctx -> {}, Role.ADMIN);
                patch(Users.one);
                put(new PutUser(), Role.ADMIN);
                path("{id}", new UserRoutes());
                path("x", UserRoutes::more);
              });
              crud("orders/{id}", new OrderCrud());
            });
            Javalin.create(config -> config.router.apiBuilder(() -> get("/built", Users::all)));
          }
        }
        class Users {
          static io.javalin.http.Handler one = context -> {};
          static void all(Object context) {}
        }
        class PutUser implements io.javalin.http.Handler { public void handle(Object context) {} }
        class UserRoutes implements io.javalin.apibuilder.EndpointGroup {
          public void addEndpoints() { delete(Users::all); }
          static void more() { get("more", Users::all); }
        }
        class OrderCrud implements io.javalin.apibuilder.CrudHandler {
          public void getAll(Object context) {}
          public void getOne(Object context, String id) {}
          public void create(Object context) {}
          public void update(Object context, String id) {}
          public void delete(Object context, String id) {}
        }
        """);

    assertThat(routes())
        .containsExactly(
            "DELETE /orders/{id} -> app.OrderCrud.delete",
            "DELETE /users/{id} -> app.Users.all",
            "GET /built -> app.Users.all",
            "GET /orders -> app.OrderCrud.getAll",
            "GET /orders/{id} -> app.OrderCrud.getOne",
            "GET /users -> app.Users.all",
            "GET /users/x/more -> app.Users.all",
            "PATCH /orders/{id} -> app.OrderCrud.update",
            "PATCH /users -> app.Users.one",
            "POST /orders -> app.OrderCrud.create",
            "POST /users -> app.Main.run",
            "PUT /users -> app.PutUser.handle");
  }

  @Test
  void kotlinImportsWithoutSayingStatic() {
    system.kotlin(
        """
        import io.javalin.Javalin
        import io.javalin.apibuilder.ApiBuilder.*
        object Users {
          fun all(context: Any) {}
        }
        fun main() {
          Javalin.create { config ->
            config.router.apiBuilder {
              path("users") {
                get("/all") { it.result("") }
                post(Users::all)
              }
            }
          }
        }
        """);

    assertThat(routes())
        .containsExactly("GET /users/all -> app.F0Kt.main", "POST /users -> app.Users.all");
  }

  @Test
  void variablesOfOneNameEnd() {
    system.java(
        """
        import io.javalin.*;
        import spark.*;
        class Main {
          void run() {
            var one = two.next();
            var two = one.next();
            one.get("/x", a -> a);
            three.forEach(four -> four.get("/y", three -> three.get("/z", a -> four)));
          }
        }
        """);

    assertThat(routes()).isEmpty();
  }

  @Test
  void whatIsCalledTheSameElsewhereAddsNothing() {
    system.java(
        """
        import static org.other.Web.*;
        import static spark.Spark.path;
        class Main {
          void run(java.util.Map<String, Object> map, Client client) {
            map.put("a", "b");
            client.get("/x", r -> r);
            get("/y", r -> r);
            path("/z", () -> get("/y", r -> r));
          }
        }
        class Client { void get(String path, java.util.function.Function<Object, Object> f) {} }
        """);

    assertThat(routes()).isEmpty();
  }

  @Test
  void groupsThatAddEachOtherOftenEnd() {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      groups.append("path(\"/%d\", this::all);".formatted(i)).append("path(\"/x\", () -> one());");
    }
    system.java(
        "import static spark.Spark.*; class Main { void all() { one(); two(); } void one() {"
            + groups
            + "two(); } void two() { get(\"/x\", (a, b) -> 1);"
            + groups
            + "} }");

    assertThat(routes()).isNotEmpty();
  }

  @Test
  void groupsThatAddEachOtherEnd() {
    system.java(
        """
        import static spark.Spark.*;
        class Main {
          void one() { get("/one", (a, b) -> ""); path("/1", () -> two()); path("/3", this::two); }
          void two() { get("/two", (a, b) -> ""); path("/2", () -> one()); path("/4", this::one); }
        }
        """);

    assertThat(routes()).contains("GET /one -> app.Main.one", "GET /1/two -> app.Main.two");
  }

  /** Lambdas whose parameters have the same few names, and come of each other. */
  @Test
  @Timeout(20)
  void whereManyChainsStartAtNamesThatComeOfEachOtherTheSearchEnds() {
    StringBuilder chains = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      chains.append(
          "other.each(r -> r.all().each(x -> x.put(\"k\", r.get(\"a\", 1))));"
              + " other.all(x -> x.values().each(r -> r.put(\"b\", x)));");
    }
    system.java(
        "import io.javalin.Javalin; class Main { void run(Unknown other) { "
            + chains
            + " var app = Javalin.create(); app.start(9).get(\"/x\", c -> {}); } }");

    assertThat(routes()).containsExactly("GET /x -> app.Main.run");
  }
}
