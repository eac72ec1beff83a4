package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JaxRsResourcesTest {
  private static final String RS = "import jakarta.ws.rs.*;\n";

  private static List<String> routes(Fixture fixture) {
    return fixture.entryPoints(new JaxRsResources());
  }

  @Test
  void aRouteIsThePathOfApplicationResourceAndMethod() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + "@ApplicationPath(\"/api\")"
                            + " class App extends jakarta.ws.rs.core.Application {}")
                    .java(
                        RS
                            + """
                            @Path("/loans/")
                            public class Loans {
                              @GET public String all() { return ""; }
                              @POST @Path("{loanId: [0-9]+}/charges") public void charge() {}
                              @PATCH @Path("x") public void patch() {}
                              public void none() {}
                            }
                            """)
                    .resource(
                        "",
                        "src/main/resources/application.properties",
                        "server.servlet.context-path=/bank")))
        .containsExactly(
            "GET /bank/api/loans -> app.Loans.all",
            "PATCH /bank/api/loans/x -> app.Loans.patch",
            "POST /bank/api/loans/{loanId}/charges -> app.Loans.charge");
  }

  @Test
  void aPathThatIsNotInTheSystemIsAnOpenPart() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + """
                            @Path(org.other.Paths.LOANS)
                            public class Loans {
                              @GET public String all() { return ""; }
                              @GET @Path(org.other.Paths.ONE) public String one() { return ""; }
                            }
                            """)))
        .containsExactly("GET /{LOANS} -> app.Loans.all", "GET /{LOANS}/{ONE} -> app.Loans.one");
  }

  @Test
  void resourcesInheritFromTheirInterfaces() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        """
                        import javax.ws.rs.*;
                        @Path("users") interface Users { @GET @Path("/{id}") String user(String id); }
                        """)
                    .java(
                        "class UserResource implements Users {"
                            + " public String user(String id) { return id; } }")))
        .containsExactly("GET /users/{id} -> app.UserResource.user");
  }

  @Test
  void locatorsHandOnToTheResourcesTheyReturn() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + """
                            @Path("shops")
                            class Shops {
                              @Path("{id}/stock") public Stock stock() { return new Stock(); }
                            }
                            """)
                    .java(
                        RS
                            + """
                            class Stock {
                              @GET public String all() { return ""; }
                              @DELETE @Path("{item}") public void delete() {}
                              @Path("again") public Stock again() { return this; }
                            }
                            """)))
        .containsExactly(
            "DELETE /shops/{id}/stock/{item} -> app.Stock.delete",
            "GET /shops/{id}/stock -> app.Stock.all");
  }

  @Test
  void annotationsOfTheProjectCanNameAMethod() {
    assertThat(
            routes(
                new Fixture()
                    .java(RS + "@HttpMethod(\"PURGE\") @interface PURGE {}")
                    .java(RS + "@Path(\"cache\") class Cache { @PURGE public void purge() {} }")))
        .containsExactly("PURGE /cache -> app.Cache.purge");
  }

  @Test
  void clientInterfacesAreNoResources() {
    assertThat(
            routes(
                new Fixture()
                    .java(RS + "@Path(\"remote\") interface Remote { @GET String get(); }")))
        .isEmpty();
  }

  @Test
  void theServletsPathInADescriptorComesFirst() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + "@Path(\"pets\") class Pets { @GET public String all() { return null;"
                            + " } }")
                    .resource(
                        "",
                        "src/main/webapp/WEB-INF/web.xml",
                        """
                        <web-app>
                          <servlet-mapping>
                            <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
                            <url-pattern>/rest/*</url-pattern>
                          </servlet-mapping>
                        </web-app>
                        """)))
        .containsExactly("GET /rest/pets -> app.Pets.all");
  }

  @Test
  void eachOfSeveralApplicationsServesItsOwn() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        "package shop.api;\n"
                            + RS
                            + "@ApplicationPath(\"/api\")"
                            + " class Api extends jakarta.ws.rs.core.Application {}")
                    .java(
                        "package shop.admin;\n"
                            + RS
                            + "@ApplicationPath(\"/admin\")"
                            + " class Admin extends jakarta.ws.rs.core.Application {"
                            + " java.util.Set<Class<?>> getClasses() {"
                            + " return java.util.Set.of(shop.api.Health.class); } }")
                    .java(
                        "package shop.api;\n"
                            + RS
                            + "@Path(\"o\") class Orders { @GET void all() {} }")
                    .java(
                        "package shop.api;\n"
                            + RS
                            + "@Path(\"h\") class Health { @GET void all() {} }")
                    .java(
                        "package shop.admin.users;\n"
                            + RS
                            + "@Path(\"u\") class Users { @GET void all() {} }")))
        .containsExactly(
            "GET /admin/h -> shop.api.Health.all",
            "GET /admin/u -> shop.admin.users.Users.all",
            "GET /api/o -> shop.api.Orders.all");
  }

  @Test
  void serversInSpringXmlHaveAddresses() {
    assertThat(
            routes(
                new Fixture()
                    .java(RS + "@Path(\"o\") public class Orders { @GET public void all() {} }")
                    .resource(
                        "",
                        "cxf.xml",
                        """
                        <beans xmlns:jaxrs="r">
                          <bean id="orders" class="app.Orders"/>
                          <jaxrs:server id="s" address="/v1">
                            <jaxrs:serviceBeans><ref bean="orders"/></jaxrs:serviceBeans>
                          </jaxrs:server>
                        </beans>
                        """)))
        .containsExactly("GET /v1/o -> app.Orders.all");
  }

  @Test
  void settingsOfAServerMayHaveAnotherName() {
    assertThat(
            routes(
                new Fixture()
                    .java(RS + "@Path(\"o\") public class Orders { @GET public void all() {} }")
                    .resource(
                        "",
                        "core.properties",
                        "cxf.path=/rest\nserver.servlet.context-path=/shop\n")
                    .resource("", "texts.properties", "hint=set the path\n")))
        .containsExactly("GET /shop/rest/o -> app.Orders.all");
  }

  @Test
  void theBodyOfALocatorSaysWhatItReturns() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + """
                            @Path("admin")
                            class Admin {
                              @Path("users") public Object users() { return new Users(); }
                              @Path("keys") public Object keys(boolean old) {
                                Keys keys = new Keys();
                                if (old) { return null; }
                                return keys;
                              }
                              @Path("any") public Object any() { return made(); }
                              private Object made() { return new Users(); }
                              @Path("policies") public Policies policies() { return find(); }
                              Policies find() { return null; }
                              @Path("lost") public Object lost(Object other) { return other; }
                            }
                            """)
                    .java(RS + "class Users { @GET public void all() {} }")
                    .java(RS + "class Keys { @POST public void add() {} }")
                    .java(RS + "interface Policies { @GET void list(); }")
                    .java("class RolePolicies implements Policies { public void list() {} }")
                    .java("class TimePolicies implements Policies { public void list() {} }")))
        .containsExactly(
            "GET /admin/any -> app.Users.all",
            "GET /admin/policies -> app.RolePolicies.list",
            "GET /admin/policies (TimePolicies.list) -> app.TimePolicies.list",
            "GET /admin/users -> app.Users.all",
            "POST /admin/keys -> app.Keys.add");
  }

  @Test
  void aClassThatResourcesExtendHasNoRoutesItself() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        RS
                            + """
                            class Base { @GET @Path("{id}") public String one() { return ""; } }
                            class Middle extends Base { @GET public String all() { return ""; } }
                            @Path("users") class Users extends Middle {}
                            @Path("groups") class Groups extends Base {}
                            """)))
        .containsExactly(
            "GET /groups/{id} -> app.Groups.one",
            "GET /users -> app.Users.all",
            "GET /users/{id} -> app.Users.one");
  }

  @Test
  void aResourceThatNobodyIsSeenToLocateIsAGuess() {
    assertThat(
            new Fixture()
                .java(RS + "class Hidden { @GET @Path(\"{id}\") public void one() {} }")
                .java(RS + "interface Client { @GET void get(); }")
                .facts(new JaxRsResources())
                .entryPoints())
        .extracting(each -> each.id() + " " + each.certainty())
        .containsExactly("GET /{id} GUESSED");
  }
}
