package dev.msvc.generators.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real buf says of contracts. */
class ContractIT {
  @TempDir Path folder;

  @BeforeEach
  void bufIsThere() {
    String skipped =
        "SKIPPED: contracts are not linted: there is no buf on PATH or in ~/.cache/msvc-test-cluster;"
            + " run test-cluster/build";
    if (buf() == null) {
      System.err.println(skipped);
    }
    assumeTrue(buf() != null, skipped);
  }

  @Test
  void contractsAreCleanAndFormatted() throws Exception {
    for (String name : List.of("minimal", "full", "hostile")) {
      write(name, Specs.text(name), "none");

      assertThat(run(name, "lint")).as(name).isEmpty();
      assertThat(run(name, "format", "--diff", "src/main/proto")).as(name).isEmpty();
    }
  }

  @Test
  void whatIsAddedReorderedMadeOptionalOrDeletedBreaksNobody() throws Exception {
    write("before", "com.acme.orders", Specs.ORDERS, Specs.VALUES);

    write(
        "now",
        "com.acme.orders",
        """
        Order:
          fields:
            lines: list(OrderLine)
            number: {type: optional string, max: 20}
            size: [LARGE, HUGE, SMALL]
            by: Payment
            extra: text
            total: money
          entities: {OrderLine: {fields: {product: uuid}}}
          commands: {pay: {emits: OrderPaid}}
          events: {OrderPaid: {fields: {}}}
        """,
        Specs.VALUES);

    assertThat(run("now", "lint")).isEmpty();
    assertThat(run("now", "breaking", "--against", folder.resolve("before").toString())).isEmpty();
  }

  @Test
  void whatComesBackAsItWasBreaksNobody() throws Exception {
    write("whole", "com.acme.orders", "Order: {fields: {a: string, b: int}}", "");
    write("before", Specs.text("com.acme.orders", "Order: {fields: {a: string}}", ""), "whole");

    write("now", "com.acme.orders", "Order: {fields: {a: string, b: int}}", "");

    assertThat(run("now", "breaking", "--against", folder.resolve("before").toString())).isEmpty();
    assertThat(run("now", "breaking", "--against", folder.resolve("whole").toString())).isEmpty();
  }

  @Test
  void aCallThatGoesAwayAndATypeThatChangesAreTold() throws Exception {
    write("before", "com.acme.orders", "Order: {fields: {a: string, b: int}}", "");

    write(
        "now",
        "com.acme.orders",
        "Order: {fields: {a: string, b: date}, operations: [create, get]}",
        "");

    assertThat(run("now", "breaking", "--against", folder.resolve("before").toString()))
        .contains("Previously present RPC \"DeleteOrder\" on service \"OrderService\" was deleted.")
        .contains("\"b\" on message \"Order\" was deleted without reserving the name \"b\"");
  }

  private void write(String to, String packageName, String aggregates, String values)
      throws IOException {
    write(to, Specs.text(packageName, aggregates, values), "before");
  }

  /** A contract whose numbers start from those of another, where there is one. */
  private void write(String to, String service, String from) throws IOException {
    Path lock = folder.resolve(from).resolve(NumberLock.FILE);
    Map<String, String> kept =
        Files.exists(lock) ? Map.of(NumberLock.FILE, Files.readString(lock)) : Map.of();
    for (PlannedFile each :
        new ProtoGenerator().files(Specs.blueprint(service, Organisation.DEFAULT, kept))) {
      Path file = folder.resolve(to).resolve(each.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.text());
    }
  }

  /** All that buf says. */
  private String run(String in, String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(String.valueOf(buf())));
    all.addAll(List.of(command));
    Process process =
        new ProcessBuilder(all)
            .directory(folder.resolve(in).toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    assertThat(code == 0).as(said).isEqualTo(said.isEmpty());
    return said;
  }

  private static @Nullable Path buf() {
    String chosen = System.getenv("MSVC_TEST_CLUSTER_CACHE");
    Path cache =
        chosen == null
            ? Path.of(System.getProperty("user.home"), ".cache", "msvc-test-cluster")
            : Path.of(chosen);
    List<Path> folders = new ArrayList<>();
    for (String each : String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1)) {
      folders.add(Path.of(each));
    }
    if (Files.isDirectory(cache)) {
      try (Stream<Path> made = Files.list(cache)) {
        made.map(each -> each.resolve("bin")).sorted().forEach(folders::add);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return folders.stream()
        .map(each -> each.resolve("buf"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
