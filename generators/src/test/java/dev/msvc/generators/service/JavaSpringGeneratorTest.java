package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JavaSpringGeneratorTest {
  private static final String HOME = "src/main/java/com/acme/orders/";

  private static List<PlannedFile> files(String spec) {
    return new JavaSpringGenerator()
        .files(
            new Blueprint(
                ServiceDocument.read("service.yaml", spec, Organisation.DEFAULT).get(0),
                Organisation.DEFAULT,
                Templates.BUNDLED));
  }

  private static String spec(String aggregate, String more) {
    return """
        name: order-book
        package: com.acme.orders
        aggregates:
          Order: %s
        %s
        """
        .formatted(aggregate, more);
  }

  private static List<String> paths(List<PlannedFile> files) {
    return files.stream().map(PlannedFile::path).toList();
  }

  private static String text(List<PlannedFile> files, String ending) {
    return files.stream()
        .filter(each -> each.path().endsWith(ending))
        .map(PlannedFile::text)
        .collect(Collectors.joining());
  }

  @Test
  void theJavaOfAServiceIsTheSameWhereverItIsNamed() {
    String spec = spec("{fields: {number: string}}", "options: {java: 21}");
    ServiceSpec service = ServiceDocument.read("service.yaml", spec, Organisation.DEFAULT).get(0);
    List<String> named = new ArrayList<>();
    for (Organisation.Pipeline each : Organisation.Pipeline.values()) {
      List<PlannedFile> all =
          Part.service(new Blueprint(service, Organisation.DEFAULT.with(each), Templates.BUNDLED));
      assertThat(all)
          .filteredOn(file -> !file.path().startsWith("client/"))
          .noneMatch(
              file ->
                  file.text().matches("(?s).*(temurin[:-]17|java-version: .17|Java 17|>17</).*"));
      all.stream()
          .flatMap(file -> file.text().lines())
          .map(String::strip)
          .filter(line -> line.matches(".*(temurin|java-version|java\\.version>|Java 21).*"))
          .filter(line -> !line.startsWith("distribution"))
          .forEach(named::add);
    }

    assertThat(named)
        .contains(
            "<java.version>21</java.version>",
            "FROM docker.io/library/maven:3.9-eclipse-temurin-21 AS build",
            "FROM eclipse-temurin:21-jre",
            "java-version: \"21\"",
            "image: maven:3.9-eclipse-temurin-21")
        .anyMatch(line -> line.endsWith("Java 21, Maven 3.8 or later."));
  }

  @Test
  void whoeverCallsTheServiceMayBeOlder() {
    List<PlannedFile> files =
        new ClientGenerator()
            .files(
                new Blueprint(
                    ServiceDocument.read(
                            "service.yaml",
                            spec("{fields: {number: string}}", "options: {java: 25}"),
                            Organisation.DEFAULT)
                        .get(0),
                    Organisation.DEFAULT,
                    Templates.BUNDLED));

    assertThat(text(files, "client/pom.xml"))
        .contains("<maven.compiler.release>8</maven.compiler.release>");
  }

  @Test
  void whatNothingUsesIsNotThere() {
    assertThat(paths(files(spec("{id: long, fields: {number: string}, operations: [create]}", ""))))
        .contains(HOME + "domain/Aggregate.java", HOME + "config/SecurityConfiguration.java")
        .doesNotContain(
            HOME + "domain/Money.java",
            HOME + "domain/DomainEvent.java",
            HOME + "domain/TimeOrderedUuid.java",
            HOME + "application/Page.java",
            HOME + "adapter/rest/IfMatch.java",
            HOME + "adapter/events/DomainEventLog.java");
  }

  @Test
  void whatIsUsedIsThereHoweverDeepItIs() {
    assertThat(
            paths(
                files(
                    spec(
                        "{fields: {number: string}, operations: [list, update]}",
                        "values: {Price: {fields: {parts: list(money)}}}"))))
        .contains(
            HOME + "domain/Money.java",
            HOME + "domain/TimeOrderedUuid.java",
            HOME + "application/Page.java",
            HOME + "adapter/rest/IfMatch.java");
  }

  @Test
  void theLineOfSpringBootIsChosenByTheDescription() {
    String four = spec("{fields: {number: string}}", "");
    String three = spec("{fields: {number: string}}", "options: {boot: 3.5}");

    assertThat(text(files(four), "pom.xml"))
        .contains("<version>4.1.2</version>", "spring-boot-starter-webmvc<")
        .doesNotContain("spring-grpc");
    assertThat(text(files(four), "main/resources/application.yaml"))
        .contains("      shutdown.grace-period: 20s", "      keepalive.connection.max-age: 5m");
    assertThat(text(files(three), "pom.xml"))
        .contains("<version>3.5.7</version>", "spring-boot-starter-web<", "grpc-bom")
        .doesNotContain("netty.version");
    assertThat(text(files(three), "main/resources/application.yaml"))
        .contains("      shutdown-grace-period: 20s", "      keep-alive.max-age: 5m");
    assertThat(paths(files(three)))
        .contains(
            HOME + "config/TracingConfiguration.java", HOME + "adapter/grpc/CallObservation.java");
    assertThat(paths(files(four))).doesNotContain(HOME + "adapter/grpc/CallObservation.java");
  }

  @Test
  void whatIsAskedForIsThereAndElseNothingOfIt() {
    String plain = spec("{fields: {number: string}}", "");
    String keyed = spec("{fields: {number: string}}", "options: {apiKeys: true}");

    assertThat(paths(files(keyed))).contains(HOME + "config/ApiKeys.java");
    assertThat(text(files(keyed), "SecurityConfiguration.java")).contains("byKey(keys)");
    assertThat(files(plain))
        .noneMatch(each -> each.text().contains("ApiKey"))
        .noneMatch(each -> each.text().contains("consul"));
  }

  @Test
  void aDescriptionStaysText() {
    String hostile =
        "description: \"*/ class X {} /* </description> ]]> \\u0022 \\\\u002a/ @@ ${x} | `rm` <b> --\"";

    List<PlannedFile> files = files(spec("{fields: {number: string}}", hostile));

    assertThat(text(files, "OrderBookApplication.java"))
        .contains("/** *\\57 class X {} /* </description> ]]> \\\" \\\\u002a/ @@");
    assertThat(text(files, "pom.xml"))
        .contains("<description>*/ class X {} /* &lt;/description&gt; ]]&gt; &quot; \\u002a/");
  }

  @Test
  void anAggregateThatCanOnlyBeReadByIdIsAskedForOneThatIsNotThere() {
    List<PlannedFile> files =
        files(spec("{id: long, fields: {number: string}, operations: [get]}", ""));

    assertThat(text(files, "SecurityTest.java"))
        .contains(".get(\"/orders/1\").status()", ".isEqualTo(404)");
  }
}
