package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KongRouteTest {
  @TempDir Path folder;

  private Run strangle(String what, String... more) throws Exception {
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        router: kong
        monolith: http://shop:8080
        service: http://orders:8080
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        canary: {header: X-Canary, value: orders}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        metrics: {url: "http://127.0.0.1:9", source: micrometer, service: {job: s}, monolith: {job: m}}
        gates: [success-rate: {min: 99%}]
        """);
    List<String> all = new ArrayList<>(List.of("strangle", what, "orders"));
    all.addAll(List.of(more));
    return Run.msvc(Run.there(folder, all.toArray(String[]::new)));
  }

  @Test
  void whatIsPrintedIsAsTheSchemaOfKongsFilesSays() throws Exception {
    Run run = strangle("route");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(run.out());
    try (InputStream schema = getClass().getResourceAsStream("/kong/kong_json_schema.json")) {
      var validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
              .getSchema(new ObjectMapper().readTree(schema));
      assertThat(validator.validate(read)).isEmpty();
    }
    assertThat(read.path("services")).hasSize(3);
    assertThat(read.path("upstreams").path(0).path("targets")).hasSize(2);
    assertThat(strangle("lint").exitCode()).isZero();
    assertThat(
            ServiceSchemaTest.accepts(
                "shift", Files.readString(folder.resolve("strangle/orders.yaml"))))
        .isTrue();
  }

  @Test
  void aFileIsComparedWithWhatItMustHold() throws Exception {
    Files.writeString(folder.resolve("kong.yaml"), strangle("route").out());
    assertThat(strangle("route", "--diff").exitCode()).isEqualTo(2);

    Run same = strangle("route", "--diff", "--exit-code", "--against", "kong.yaml");
    assertThat(same.exitCode()).as(same.out()).isZero();
    Files.writeString(
        folder.resolve("kong.yaml"),
        Files.readString(folder.resolve("kong.yaml")).replace("retries: 0", "retries: 5"));
    Run other = strangle("route", "--diff", "--exit-code", "--against", "kong.yaml");
    assertThat(other.exitCode()).isEqualTo(4);
    assertThat(other.out()).contains("-    retries: 5", "+    retries: 0");
    assertThat(strangle("route", "--parent", "edge").exitCode()).isEqualTo(2);
  }

  @Test
  void p22ToMoveItsWeightsIsRefusedWithTheLineAndWhatToDo() throws Exception {
    for (String what : new String[] {"start", "rollback", "status"}) {
      Run run = strangle(what);

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err())
          .contains(
              "strangle/orders.yaml:1: nothing of msvc moves the weights of kong",
              "deck gateway sync",
              "local, gateway-api, istio, haproxy, nginx");
    }
  }
}
