package dev.msvc.generators.service;

import static dev.msvc.generators.service.Samples.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesTest {
  private static final String HOSTILE = "https://x\" # '{{ .Values.y }}' \\ ${{ env \"HOME\" }}";

  @Test
  void callersComeByThePathsOfAggregatesAndTheServicesOfTheContract() {
    List<JsonNode> all = objects(Organisation.DEFAULT, "deploy/gateway/");

    assertThat(kind(all, "HTTPRoute").at("/spec/rules/0/matches"))
        .extracting(each -> each.at("/path/value").asText())
        .containsExactly("/invoices", "/orders");
    assertThat(kind(all, "GRPCRoute").at("/spec/rules/0/matches"))
        .extracting(each -> each.at("/method/service").asText())
        .containsExactly("acme.orders.v1.InvoiceService", "acme.orders.v1.OrderService");
  }

  @Test
  void routesOfBothKindsHaveNamesOfTheirOwn() {
    List<JsonNode> all = objects(Organisation.DEFAULT, "deploy/gateway/");

    assertThat(kind(all, "HTTPRoute").at("/spec/hostnames/0").asText())
        .isEqualTo("order-book.example.com");
    assertThat(kind(all, "GRPCRoute").at("/spec/hostnames/0").asText())
        .isEqualTo("order-book-grpc.example.com");
  }

  @ParameterizedTest
  @EnumSource(Organisation.Gateway.class)
  void thereIsOneWayInOrNone(Organisation.Gateway gateway) {
    Organisation organisation = Organisation.DEFAULT.with(gateway).with(Organisation.Mesh.ISTIO);

    List<String> ways =
        files(organisation)
            .map(PlannedFile::path)
            .filter(
                each -> each.matches("deploy/(gateway/httproute|istio/gateway|kong/kong)\\.yaml"))
            .toList();

    assertThat(ways).hasSize(gateway == Organisation.Gateway.NONE ? 0 : 1);
  }

  @ParameterizedTest
  @EnumSource(Organisation.Gateway.class)
  void aTeamWithoutAMeshGetsNone(Organisation.Gateway gateway) {
    if (gateway == Organisation.Gateway.ISTIO) {
      return;
    }

    assertThat(files(Organisation.DEFAULT.with(gateway)))
        .noneMatch(each -> each.text().contains("istio"));
  }

  @Test
  void callsWithAnApiKeyReachTheServiceWhichLooksAtIt() {
    Organisation organisation =
        Organisation.DEFAULT.with(Organisation.Gateway.KONG).with(Organisation.Mesh.ISTIO);

    List<JsonNode> istio = Samples.yaml(keyed(organisation), "deploy/istio/authorizationpolicy");
    JsonNode kong = Samples.yaml(keyed(organisation), "deploy/kong/kong").get(0);

    assertThat(istio.get(0).at("/spec/rules/1/when/0/key").asText())
        .isEqualTo("request.headers[x-api-key]");
    assertThat(kong.path("services"))
        .hasSize(2)
        .allSatisfy(
            service -> {
              assertThat(service.at("/routes/0/plugins/0/name").asText()).isEqualTo("jwt");
              assertThat(service.at("/routes/0").has("headers")).isFalse();
              assertThat(service.at("/routes/1").has("plugins")).isFalse();
              assertThat(service.at("/routes/1/headers").has("x-api-key")).isTrue();
              assertThat(service.at("/routes/1/paths")).isEqualTo(service.at("/routes/0/paths"));
              assertThat(service.at("/plugins/0/name").asText()).isEqualTo("rate-limiting");
            });
    assertThat(files(organisation))
        .noneMatch(each -> each.text().contains("api-key") || each.text().contains("apiKeys"));
  }

  private static List<PlannedFile> keyed(Organisation organisation) {
    return Part.service(Samples.keyed(organisation));
  }

  @Test
  void sharesOfASplitMakeAHundred() {
    List<JsonNode> all =
        objects(Organisation.DEFAULT.with(Organisation.Mesh.ISTIO), "deploy/istio/virtual");

    assertThat(kind(all, "VirtualService").at("/spec/http"))
        .hasSize(2)
        .allSatisfy(
            route ->
                assertThat(
                        route.at("/route/0/weight").asInt() + route.at("/route/1/weight").asInt())
                    .isEqualTo(100));
  }

  @Test
  void faultsAreNotAppliedWithTheRest() {
    assertThat(files(Organisation.DEFAULT.with(Organisation.Mesh.ISTIO)))
        .filteredOn(each -> each.text().contains("fault:"))
        .extracting(PlannedFile::path)
        .containsExactly("deploy/istio/tests/fault-injection.yaml");
  }

  @Test
  void anIssuerIsTextToIstioAndKongWhateverIsInIt() {
    Organisation shop = Samples.shop(Map.of(), HOSTILE);

    List<JsonNode> istio = objects(shop.with(Organisation.Mesh.ISTIO), "deploy/istio/");
    List<JsonNode> kong = objects(shop.with(Organisation.Gateway.KONG), "deploy/kong/issuer");

    assertThat(kind(istio, "RequestAuthentication").at("/spec/jwtRules/0/issuer").asText())
        .isEqualTo(HOSTILE);
    assertThat(
            kind(istio, "AuthorizationPolicy")
                .at("/spec/rules/0/from/0/source/requestPrincipals/0")
                .asText())
        .isEqualTo(HOSTILE + "/*");
    // decK puts out two braces where it reads them in backticks
    assertThat(kong.get(0).at("/consumers/0/jwt_secrets/0/key").asText())
        .isEqualTo(HOSTILE.replace("${{", "${{ `${{` }}"));
  }

  @Test
  void askedForByItselfAGatewayHasAParent() {
    List<JsonNode> all =
        Samples.yaml(
            new GatewayGenerator()
                .files(Samples.orders(Organisation.DEFAULT.with(Organisation.Gateway.NONE))),
            "deploy/gateway/");

    assertThat(kind(all, "HTTPRoute").at("/spec/parentRefs/0/namespace").asText())
        .isEqualTo("gateway");
  }

  private static List<JsonNode> objects(Organisation organisation, String below) {
    return Samples.yaml(files(organisation).toList(), below);
  }

  private static Stream<PlannedFile> files(Organisation organisation) {
    return Part.service(Samples.orders(organisation)).stream()
        .filter(each -> each.path().startsWith("deploy/"));
  }
}
