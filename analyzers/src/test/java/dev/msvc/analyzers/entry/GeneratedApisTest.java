package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Unread;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes whose interface is generated from an API document, and stands in no source. */
class GeneratedApisTest {
  private static final String FILE = "src/main/resources/openapi.yaml";
  private static final String PETS =
      """
      openapi: 3.0.1
      info:
        title: Pet Shop API
      servers:
        - url: "{scheme}://example.org/v{version}"
          variables:
            scheme: {default: https}
            version: {default: '2'}
      paths:
        /pets:
          get:
            tags: [pets]
            operationId: list-pets
          post:
            tags: [pets]
            operationId: AddPet
        /pets/{petId}:
          parameters: []
          get:
            tags: [pets]
            operationId: getPet
          delete:
            tags: [pets]
      """;

  private static final String SPRING =
      """
      import org.springframework.http.ResponseEntity;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      import com.acme.api.*;
      import com.acme.api.PetsApi;
      import com.acme.api.PetsApiDelegate;
      """;

  private static final String METHODS =
      """
        @Override public ResponseEntity<Object> listPets() { return null; }
        @Override public ResponseEntity<Object> getPet(Integer petId) { return null; }
        @Override public ResponseEntity<Object> petsPetIdDelete(Integer petId) { return null; }
      }
      """;

  private final Fixture system = new Fixture();

  private FactCollector facts() {
    return system.facts(new SpringMvcRoutes(), new JaxRsResources());
  }

  private List<String> routes() {
    return facts().entryPoints().stream()
        .map(each -> each.id() + " -> " + each.className() + "." + each.method())
        .toList();
  }

  private Stream<String> ids() {
    return facts().entryPoints().stream().map(EntryPoint::id);
  }

  @Test
  void aSpringControllerTakesVerbsAndPathsFromTheDocument() {
    system
        .resource("", FILE, PETS)
        .resource(
            "",
            "src/main/resources/application.properties",
            "server.servlet.context-path=/shop\nopenapi.petShop.base-path=/unused")
        .java(
            SPRING
                + "@RestController @RequestMapping(\"api\") class A implements PetsApi {"
                + METHODS);

    assertThat(routes())
        .containsExactly(
            "DELETE /shop/api/pets/{petId} -> app.A.petsPetIdDelete",
            "GET /shop/api/pets -> app.A.listPets",
            "GET /shop/api/pets/{petId} -> app.A.getPet");
    assertThat(facts().entryPoints())
        .extracting(EntryPoint::certainty)
        .containsOnly(Certainty.INFERRED);
  }

  @Test
  void generatedControllersPutThePathOfTheServerBeforeADelegatesRoutes() {
    system
        .resource("", FILE, PETS)
        .java(SPRING + "@Service class A implements PetsApiDelegate {" + METHODS);

    assertThat(ids())
        .containsExactly("DELETE /v2/pets/{petId}", "GET /v2/pets", "GET /v2/pets/{petId}");
  }

  @Test
  void aSettingReplacesThePathOfTheServer() {
    system
        .resource("", FILE, PETS)
        .resource(
            "", "src/main/resources/application.yml", "openapi:\n  petShop:\n    base-path: /x")
        .java(SPRING + "@Service class A implements PetsApiDelegate {" + METHODS);

    assertThat(ids()).contains("GET /x/pets");
  }

  @Test
  void aControllerOfTheSystemStandsBeforeADelegateInsteadOfAGeneratedOne() {
    system
        .resource("", FILE, PETS)
        .java(SPRING + "@Service class A implements PetsApiDelegate {" + METHODS)
        .java(
            SPRING
                + "@Controller @RequestMapping(\"/mine\") class B implements PetsApi {"
                + " public PetsApiDelegate getDelegate() { return null; } }");

    assertThat(routes()).contains("GET /mine/pets -> app.A.listPets").hasSize(3);
  }

  @Test
  void aControllerOfTheSystemWithoutAMappingPutsNothingBeforeADelegatesRoutes() {
    system
        .resource("", FILE, PETS)
        .java(SPRING + "@Service class A implements PetsApiDelegate {" + METHODS)
        .java(SPRING + "@Controller class B implements PetsApi {}");

    assertThat(routes()).contains("GET /pets -> app.A.listPets").hasSize(3);
  }

  @Test
  void anotherGeneratorPutsNothingBeforeADelegatesRoutes() {
    system
        .resource("", FILE, PETS)
        .resource(
            "",
            "pom.xml",
            "<project><artifactId>swagger-codegen-maven-plugin</artifactId></project>")
        .java(SPRING + "@Service class A implements PetsApiDelegate {" + METHODS);

    assertThat(ids()).contains("GET /pets");
  }

  @Test
  void theBuildMayPutTheServersPathOnTheInterface() {
    system
        .resource("", FILE, PETS)
        .resource(
            "",
            "build.gradle",
            "configOptions = [requestMappingMode: 'api_interface'] // openapi-generator")
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).contains("GET /v2/pets");
  }

  @Test
  void aResourceNeedsNoAnnotationOfJaxRs() {
    system
        .resource("", FILE, PETS.replaceAll("(?s)servers:.*paths:", "paths:"))
        .java(
            """
            import com.acme.api.PetsApi;
            import jakarta.ws.rs.core.Response;
            class A implements PetsApi {
              public Response listPets() { return null; }
              public Response getPet(Integer id) { return null; }
              void addPet() {}
            }
            @jakarta.ws.rs.ApplicationPath("/rest") class App extends jakarta.ws.rs.core.Application {}
            """);

    assertThat(routes())
        .containsExactly(
            "GET /rest/pets -> app.A.listPets", "GET /rest/pets/{petId} -> app.A.getPet");
    assertThat(facts().entryPoints())
        .extracting(EntryPoint::certainty)
        .containsOnly(Certainty.INFERRED);
  }

  @Test
  void thePathOfAJaxRsClassIsPartOfTheDocumentsPaths() {
    system
        .resource("", FILE, PETS)
        .java(
            """
            import com.acme.api.PetsApi;
            import javax.ws.rs.*;
            @Path("/pets") class A implements PetsApi {
              public void listPets() {}
              @GET @Path("/own") public void getPet(Integer id) {}
            }
            """);

    assertThat(routes())
        .containsExactlyInAnyOrder("GET /pets -> app.A.listPets", "GET /pets/own -> app.A.getPet");
    assertThat(facts().entryPoints())
        .filteredOn(each -> each.method().equals("listPets"))
        .extracting(EntryPoint::certainty)
        .as("some templates put the path of the server before it")
        .containsExactly(Certainty.GUESSED);
  }

  @Test
  void swaggerInJsonHasABasePath() {
    system
        .resource(
            "",
            "api/swagger.json",
            """
            {"swagger": "2.0", "info": {"title": "Orders"}, "basePath": "/api/",
             "paths": {"/": {"get": {}}, "/orders": {"get": {"operationId": "orders"}}}}
            """)
        .java(
            SPRING
                + """
                import com.acme.api.OrdersApiDelegate;
                @Component class A implements OrdersApiDelegate {
                  public Object orders() { return null; }
                  public Object rootGet() { return null; }
                }
                """);

    assertThat(ids()).containsExactly("GET /api/", "GET /api/orders");
  }

  @Test
  void pathsMayStandInOtherFiles() {
    system
        .resource(
            "",
            "api/openapi.yml",
            """
            openapi: "3.1.0"
            paths:
              x-codegen-contextRoot: /root
              /pets: {$ref: "./paths/pets.yml#/~1all"}
              /lost: {$ref: "./paths/none.yml"}
              /self: {$ref: "#/paths/~1self"}
            """)
        .resource("", "api/paths/pets.yml", "/all:\n  $ref: ../more.yml\n")
        .resource("", "api/more.yml", "get:\n  operationId: listPets\n")
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).containsExactly("GET /root/pets");
  }

  @Test
  void placeholdersOfTheBuildMayStandInADocument() {
    system
        .resource("", FILE, PETS.replace("  title:", "  version: @project.version@\n  title:"))
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).hasSize(3);
    assertThat(facts().unread()).isEmpty();
  }

  @Test
  void aTemplateThatOnlyQuotesADocumentIsNotListed() {
    system
        .resource("", "chart.yaml", "a: |\n  {\"openapi\": \"3.0.0\"}\n{{ if b }}\n")
        .resource("", FILE, PETS)
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).hasSize(3);
    assertThat(facts().unread()).isEmpty();
  }

  @Test
  void whatSaysItsRouteItselfHasNoOther() {
    system
        .resource("", FILE, PETS)
        .java(
            SPRING
                + "@RestController class A implements PetsApi {"
                + METHODS.replace(
                    "@Override public ResponseEntity<Object> listPets",
                    "@GetMapping(\"/own\") public Object listPets"));

    assertThat(routes())
        .containsExactly(
            "DELETE /pets/{petId} -> app.A.petsPetIdDelete",
            "GET /own -> app.A.listPets",
            "GET /pets/{petId} -> app.A.getPet");
  }

  @Test
  void aMethodThatCannotTakeTheVariablesIsNoneOfTheInterface() {
    system
        .resource("", FILE, PETS)
        .java(
            SPRING
                + """
                @RestController class A implements PetsApi {
                  public Object getPet() { return null; }
                  public Object petsPetIdDelete(Object one) { return null; }
                  @Override public Object petsPetIdDelete(Integer one) { return null; }
                }
                """);

    assertThat(routes()).containsExactly("DELETE /pets/{petId} -> app.A.petsPetIdDelete");
  }

  @Test
  void operationsOfOneNameAreToldApartByTheirTag() {
    system
        .resource(
            "",
            FILE,
            """
            openapi: 3.0.0
            paths:
              /a: {get: {operationId: list, tags: [Pet Toys]}}
              /b: {get: {operationId: list, tags: [users]}}
            """)
        .java(
            SPRING
                + "@RestController class A implements com.acme.api.PetToysApi {"
                + " public Object list() { return null; } }");

    assertThat(ids()).containsExactly("GET /a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@RestController class A implements PetsApi { Object listPets() { return null; } }",
        "@RestController class A { public Object listPets() { return null; } }",
        "@RestController abstract class A implements PetsApi { public Object listPets() { return null; } }",
        "class A implements java.util.Comparator { public Object listPets() { return null; } }",
        "class A implements org.other.Source { public Object listPets() { return null; } }",
        "class A implements com.acme.api.Source<A> { public Object listPets() { return null; } }",
        "interface PetsClient extends PetsApi {} class A implements Own { public Object listPets() { return null; } } interface Own {}",
        "@org.springframework.cloud.openfeign.FeignClient interface C extends PetsApi {}"
            + " class Fallback implements C { public Object listPets() { return null; } }",
        "@jakarta.decorator.Decorator class A implements PetsApi { public Object listPets() { return null; } }",
        "class A implements PetsApi { public Object listPets() { return null; }"
            + " public void a() {} public void b() {} }"
      })
  void whatOnlyLooksLikeAnImplementationHasNoRoute(String code) {
    system.resource("", FILE, PETS).java(SPRING + code);

    assertThat(ids()).isEmpty();
  }

  @Test
  void theDocumentThatCoversMostOfAClassCounts() {
    system
        .resource("", "a.yaml", "openapi: 3.0.0\npaths: {/old: {get: {operationId: listPets}}}")
        .resource("", FILE, PETS)
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).contains("GET /pets").hasSize(3);
    assertThat(facts().unread()).isEmpty();
  }

  @Test
  void ofDocumentsThatCoverAsMuchThatOfTheModuleCounts() {
    system
        .resource("a", "a/x.yaml", "openapi: 3.0.0\npaths: {/a: {get: {operationId: hello}}}")
        .resource("b", "b/x.yaml", "openapi: 3.0.0\npaths: {/b: {get: {operationId: hello}}}")
        .java(
            "b",
            SPRING
                + "@RestController class A implements HelloApi {"
                + " public Object hello() { return null; } }");

    assertThat(ids()).containsExactly("GET /b");
  }

  @Test
  void copiesOfADocumentAreOne() {
    system
        .resource("a", "a/x.yaml", PETS)
        .resource("b", "b/x.yaml", PETS)
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).hasSize(3);
    assertThat(facts().unread()).isEmpty();
  }

  @Test
  void whereDocumentsContradictEachOtherThereIsNoRouteAndThatIsSaid() {
    system
        .resource("", "v1.yaml", "openapi: 3.0.0\npaths: {/v1: {get: {operationId: hello}}}")
        .resource("", "v2.yaml", "openapi: 3.0.0\npaths: {/v2: {get: {operationId: hello}}}")
        .java(
            SPRING
                + "@RestController class A implements HelloApi {"
                + " public Object hello() { return null; } }");

    assertThat(ids()).isEmpty();
    assertThat(facts().unread())
        .containsExactly(
            new Unread(
                "/F0.java",
                8,
                "which of several API documents it implements is not known: v1.yaml, v2.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi: 3.0.0\npaths: [1",
        "openapi: 3.0.0\npaths: \u0000",
        "{\"openapi\": \"3.0.0\", \"paths\": }",
        "openapi: 3.0.0\npaths: {get: \uD800}"
      })
  void aBrokenDocumentIsListedAndNothingElseHappens(String text) {
    system
        .resource("", "broken.yaml", text)
        .resource("", FILE, PETS)
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).hasSize(3);
    assertThat(facts().unread()).extracting(Unread::file).containsExactly("broken.yaml");
  }

  @Test
  void aDocumentThatIsNestedTooDeepIsListed() {
    system
        .resource("", "deep.json", "{\"openapi\": \"3.0.0\", \"paths\": " + "[".repeat(100_000))
        .java("class A {}");

    assertThat(facts().unread()).extracting(Unread::file).containsExactly("deep.json");
  }

  @Test
  void aliasesAreNotFollowed() {
    StringBuilder bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    system.resource("", "bomb.yaml", bomb + "paths: *a39\n").java("class A {}");

    assertThat(facts().unread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi: 3.0.0",
        "openapi: 3.0.0\npaths: 7",
        "openapi: 3.0.0\npaths: [get]",
        "openapi: 3.0.0\npaths: {/x: y, /z: [get], no: {get: {operationId: listPets}}}",
        "openapi: 3.0.0\nservers: [x]\npaths: {/x: {get: [listPets]}}",
        "openapi: 3.0.0\nservers: {url: x}\npaths: {/x: {get: {operationId: [listPets]}}}",
        "openapi: 3.0.0\npaths: {/x: {$ref: \"../../../../etc#/a//b/~\"}}",
        "openapi: 4.0.0\npaths: {/x: {get: {operationId: listPets}}}",
        "openapi:\n  swagger: 2\npaths: {/x: {get: {operationId: listPets}}}",
        "a: b"
      })
  void aStrangeDocumentSaysNothing(String text) {
    system
        .resource("", FILE, text)
        .java(SPRING + "@RestController class A implements PetsApi {" + METHODS);

    assertThat(ids()).isEmpty();
    assertThat(facts().unread()).isEmpty();
  }
}
