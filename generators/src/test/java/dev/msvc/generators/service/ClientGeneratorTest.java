package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClientGeneratorTest {
  private static final String HOME = "client/src/main/java/com/acme/orders/client/";
  private static final String TESTS = "client/src/test/java/com/acme/orders/client/";
  private static final Pattern VERSION = Pattern.compile("<([\\w-]+\\.version)>([^<]+)<");

  private final ClientGenerator generator = new ClientGenerator();

  @Test
  void onlyCallsThatChangeNothingAreRepeated() {
    String client =
        text(
            files(
                """
                Order:
                  fields: {number: string}
                  operations: [create, get, list, update, delete]
                  commands: {pay: {}}
                """),
            HOME + "OrderBookClient.java");

    assertThat(client.lines().filter(each -> each.contains("Method()")).map(String::strip))
        .containsExactly(
            "OrderServiceGrpc.getGetOrderMethod(),",
            "OrderServiceGrpc.getListOrdersMethod(),",
            "OrderServiceGrpc.getStreamOrdersMethod()));");
  }

  @Test
  void whatCannotBeReadIsNeverRepeated() {
    List<PlannedFile> files = files("Order: {fields: {number: string}, operations: [create]}");

    assertThat(text(files, HOME + "OrderBookClient.java"))
        .contains("REPEATABLE =\n      Collections.emptyList();");
    assertThat(text(files, TESTS + "OrderBookClientTest.java"))
        .contains("whatChangesSomethingIsSentOnce")
        .doesNotContain("aReadIsSentAgain");
  }

  @Test
  void itLooksForAllInstancesInTheNamespaceOfTheService() {
    String order = "Order: {fields: {number: string}}";

    assertThat(text(files(order), HOME + "OrderBookClient.java"))
        .contains("TARGET = \"dns:///order-book-headless:9090\";");
    assertThat(
            text(
                generator.files(blueprint(order, Samples.shop(Map.of(), "https://id.example.com"))),
                HOME + "OrderBookClient.java"))
        .contains("TARGET = \"dns:///order-book-headless.shop:9090\";");
  }

  @Test
  void itIsMadeOfTheVersionsThatTheServiceIsMadeOf() {
    String order = "Order: {fields: {number: string}}";
    Map<String, String> client = versions(text(files(order), "client/pom.xml"));
    Blueprint blueprint = blueprint(order + "\noptions: {boot: 3.5}", Organisation.DEFAULT);
    Map<String, String> service =
        versions(text(new JavaSpringGenerator().files(blueprint), "pom.xml"));

    assertThat(service.keySet())
        .contains("grpc-java.version", "protobuf-java.version", "protovalidate.version");
    service.keySet().retainAll(client.keySet());
    assertThat(client).containsAllEntriesOf(service);
  }

  @Test
  void namesOfItsOwnClassesAreNotThoseOfAggregates() {
    List<PlannedFile> files =
        files(
            """
            OrderBookClient: {fields: {number: string}}
            CallLog: {fields: {number: string}}
            Duration: {fields: {number: string}}
            Channel: {fields: {number: string}}
            """);

    assertThat(files)
        .filteredOn(each -> each.path().endsWith(".java"))
        .hasSize(8)
        .allSatisfy(each -> assertThat(each.text()).doesNotContain("import com.acme.orders.domain"))
        .allSatisfy(
            each -> assertThat(each.text()).doesNotContain("import com.acme.orders.adapter"));
  }

  private static Map<String, String> versions(String pom) {
    Map<String, String> versions = new TreeMap<>();
    Matcher matcher = VERSION.matcher(pom);
    while (matcher.find()) {
      versions.put(matcher.group(1), matcher.group(2));
    }
    return versions;
  }

  private List<PlannedFile> files(String aggregates) {
    return generator.files(blueprint(aggregates, Organisation.DEFAULT));
  }

  private static Blueprint blueprint(String aggregates, Organisation organisation) {
    String text =
        """
        schema: msvc/service/v1
        name: order-book
        package: com.acme.orders
        aggregates:
        """
            + aggregates
                .lines()
                .map(each -> each.startsWith("options") ? each : "  " + each)
                .reduce("", (all, each) -> all + each + "\n");
    return new Blueprint(
        ServiceDocument.read("service.yaml", text, organisation).get(0),
        organisation,
        Templates.BUNDLED);
  }

  private static String text(List<PlannedFile> files, String path) {
    return files.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow().text();
  }
}
