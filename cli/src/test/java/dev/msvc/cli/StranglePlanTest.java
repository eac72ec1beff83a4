package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.model.Analysis;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StranglePlanTest {
  private static final String READS = "- {prefix: /orders, methods: [GET, HEAD, OPTIONS]}\n";
  private static final String WRITES = "- {path: /orders, methods: [POST], writes: orders}\n";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("strangle/order.yaml");
  }

  /** The small shop, whose orders can be read, too. */
  private static Analysis shop(String... routes) {
    Analysis small = Shop.small();
    Facts facts = small.facts();
    List<EntryPoint> entries = new ArrayList<>(facts.entryPoints());
    EntryPoint like =
        entries.stream().filter(each -> each.id().equals("POST /orders")).findFirst().orElseThrow();
    for (String path : routes) {
      entries.add(
          new EntryPoint(
              "GET " + path,
              EntryPointKind.HTTP,
              "GET",
              path,
              path.contains("invoice") ? "shop.catalog.Product" : like.className(),
              "find",
              new Place("src/Order.java", 9),
              like.certainty()));
    }
    return new Analysis(
        new Facts(
            facts.summary(),
            facts.types(),
            facts.references(),
            facts.tables(),
            facts.mappings(),
            facts.relations(),
            facts.accesses(),
            facts.joins(),
            facts.routineCalls(),
            facts.database(),
            entries,
            facts.transactions(),
            facts.traits(),
            facts.coverage(),
            facts.unread()),
        small.decomposition(),
        small.advice());
  }

  private Run plan(Analysis analysis, String... args) {
    List<String> all = new ArrayList<>(List.of("strangle", "plan", "order"));
    all.addAll(List.of(args));
    return Run.msvc(analysis, Run.there(folder, all.toArray(String[]::new)));
  }

  @Test
  void aPlanIsShownAndWrittenAndIsOneThatLintTakes() throws IOException {
    Run run = plan(shop("/orders/{id}"), "-y", "--monolith", "http://shop:8443");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("+++ b/strangle/order.yaml", "+" + READS.strip());
    assertThat(run.err())
        .contains("wrote " + folder.resolve("strangle/order.yaml"), "strangle lint order");
    assertThat(Files.readString(file()))
        .contains(READS, "monolith: http://shop:8443\n", "# - {writes: [acme], soak: 4h}\n")
        .contains("- {weight: 20, soak: 1h}\n", "- success-rate: {min: 99.5%}\n")
        .contains("- client-errors: {worse: 2%}\n");

    Run lint = Run.msvc(Run.there(folder, "strangle", "lint", "order"));

    assertThat(lint.exitCode()).as(lint.err()).isZero();
    assertThat(plan(shop("/orders/{id}"), "-y", "--monolith", "http://shop:8443").err())
        .contains("strangle/order.yaml says so already");
  }

  @Test
  void aPlanBesideAnotherComesAfterItWhereItCallsIt() throws IOException {
    String[] goods = {"strangle", "plan", "goods", "-b", "catalog", "-y"};
    Run first = Run.msvc(shop("/orders/{id}", "/invoices"), Run.there(folder, goods));
    assertThat(first.exitCode()).as(first.err()).isZero();

    Run run = plan(shop("/orders/{id}", "/invoices"), "-y");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("  after goods: it calls catalog at 1 place");
    assertThat(Files.readString(file())).contains("\nafter: [goods]\n");
    Run again = Run.msvc(shop("/orders/{id}", "/invoices"), Run.there(folder, goods));
    assertThat(again.err()).as("no circle").contains("strangle/goods.yaml says so already");
    assertThat(Run.msvc(Run.there(folder, "strangle", "status")).out())
        .containsSubsequence("goods", "order");
  }

  @Test
  void withoutAnAnswerOrWithDiffNothingIsWritten() {
    assertThat(plan(shop("/orders/{id}"), "--diff", "--exit-code").exitCode()).isEqualTo(4);
    assertThat(plan(shop("/orders/{id}")).exitCode()).isEqualTo(2);
    Terminal no = new Terminal(true, true, new BufferedReader(new StringReader("n\n")));
    Run refused =
        Run.msvc(
            (root, inputs, progress) -> shop("/orders/{id}"),
            no,
            Map.of(),
            Run.there(folder, "strangle", "plan", "order"));

    assertThat(refused.err()).contains("nothing was written").doesNotContain("next:");
    assertThat(file()).doesNotExist();
  }

  @Test
  void whatNobodyChangedIsPlannedAnewAndWhatSomebodyChangedIsKept() throws IOException {
    plan(shop("/orders/{id}"), "-y");
    assertThat(plan(shop("/orders/{id}"), "-y", "--service", "http://orders:80").exitCode())
        .isZero();
    String edited = Files.readString(file()).replace("weight: 20,", "weight: 25,");
    Files.writeString(file(), edited);

    Run run = plan(shop("/orders/{id}"), "-y");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out()).contains("-- {weight: 25, soak: 1h}", "+- {weight: 20, soak: 1h}");
    assertThat(run.err()).contains("strangle/order.yaml was changed since it was proposed");
    assertThat(Files.readString(file())).isEqualTo(edited);
    assertThat(plan(shop("/orders/{id}"), "--diff").exitCode()).isZero();
  }

  @Test
  void urlsAmongThoseOfOthersAreTold() {
    Run run = plan(shop("/orders", "/orders/{id}", "/orders/{id}/invoice"), "--diff");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "1 of its entry points stay with the monolith",
            "Among URLs of others, left out: 1\n"
                + "  GET /orders/{id} (OrderService.find): only the prefix /orders",
            "\n    catalog: GET /orders/{id}/invoice (");
  }

  @Test
  void whatNoGateOfThePlanSeesIsSaid() {
    Run run = plan(shop("/orders"), "--diff", "-o", "wide");

    assertThat(run.out())
        .contains(
            "its gates do not see another answer with 200: first compare, with 'msvc compare order'",
            "+# To it 404 and 401 are answers.",
            "+# - compare: {max: 1%}\n+# mirror: {share: 10%}");
  }

  private void openapi(Path file, String... paths) throws IOException {
    StringBuilder text = new StringBuilder("openapi: 3.1.0\npaths:\n");
    for (String each : paths) {
      text.append("  ").append(each).append(": {get: {}}\n");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.toString());
  }

  @Test
  void whatTheServiceLacksByItsOpenApiIsTold() throws IOException {
    openapi(folder.resolve("order/src/main/openapi/openapi.yaml"), "/orders", "/customers");
    Path all = folder.resolve("all.yaml");
    openapi(all, "/orders/{number}");
    String lacks = "has nothing for these, which go to the service: it may answer 404\n";

    Run lacking = plan(shop("/orders/{id}"), "-y");
    Run none = plan(shop("/orders/{id}"), "--openapi", "all.yaml", "--diff");

    assertThat(lacking.out())
        .contains("order/src/main/openapi/openapi.yaml " + lacks + "  GET /orders/{id}\n");
    assertThat(none.exitCode()).as(none.err()).isZero();
    assertThat(none.out()).doesNotContain("has nothing for");

    Run lint = Run.msvc(Run.there(folder, "strangle", "lint", "order"));
    Files.writeString(all, "openapi: 3.1.0\npaths: {/orders: {post: {}}, /customers: {get: {}}}\n");
    Run other = Run.msvc(Run.there(folder, "strangle", "lint", "order", "--openapi", "all.yaml"));

    assertThat(lint.out()).as("something is below the prefix").doesNotContain("has nothing for");
    assertThat(other.exitCode()).as("it warns alone").isZero();
    assertThat(other.out())
        .contains("all.yaml " + lacks + "  {prefix: /orders, methods: [")
        .as("writes stay where they are")
        .doesNotContain("writes:");
  }

  @Test
  void anOpenApiThatIsNoneIsRefused() throws IOException {
    Files.writeString(folder.resolve("no.yaml"), "paths: {}\n");

    Run none = plan(shop("/orders/{id}"), "--openapi", "no.yaml", "--diff");
    Run gone = plan(shop("/orders/{id}"), "--openapi", "gone.yaml", "--diff");

    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("no.yaml is no OpenAPI that says any path");
    assertThat(gone.exitCode()).isEqualTo(3);
    assertThat(gone.err()).contains("there is no file gone.yaml");
  }

  @Test
  void withoutReadsThereIsNoPlan() {
    Run run = plan(shop(), "-y");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains(WRITES.strip().substring(2));
    assertThat(run.err())
        .contains(
            "every URL of order may change something", "sync: {lag: {query: QUERY, below: 5000}}");
    assertThat(file()).doesNotExist();
  }

  @Test
  void anotherContextIsNamedAndAnUnknownOneAnswered() {
    Run named =
        Run.msvc(
            shop("/invoices"),
            Run.there(folder, "strangle", "plan", "goods", "-b", "catalog", "--diff"));
    Run unknown = Run.msvc(shop(), Run.there(folder, "strangle", "plan", "ordr", "--diff"));

    assertThat(named.out()).contains("+canary: {header: X-Canary, value: goods}");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("there is no context 'ordr'; say which with -b", "order");
  }

  @Test
  void anAddressThatIsNoneIsAWrongOption() {
    Run run = plan(shop("/orders"), "-y", "--service", "orders:80/x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--service is an address as http://HOST:PORT");
  }

  @Test
  void noSymbolicLinkIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("strangle"), elsewhere);

    assertThat(plan(shop("/orders"), "-y").exitCode()).isEqualTo(3);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void programsGetTheProposalAsItsSchemaSays() throws IOException {
    Run run = plan(shop("/orders", "/orders/{id}", "/orders/{id}/invoice"), "--diff", "-o", "json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("schema").asText()).isEqualTo("msvc/shift-proposal/v1");
    assertThat(json.at("/routes/0/path").asText()).isEqualTo("/orders");
    assertThat(json.at("/leftOut/0/rivals/0/context").asText()).isEqualTo("catalog");
    assertThat(ServiceSchemaTest.accepts("shift-proposal", run.out())).isTrue();
    assertThat(run.err()).contains("+++ b/strangle/order.yaml");
  }
}
