package dev.msvc.generators.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
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
  private static final String ORDERS =
      """
      Order:
        fields:
          number: {type: string, max: 20}
          size: [SMALL, MIDDLE, LARGE]
          total: money
          lines: list(OrderLine)
          rate: optional decimal(5,2)
          by: Payment
        entities: {OrderLine: {fields: {product: uuid, from: time, until: date}}}
        commands: {pay: {fields: {note: optional text}, emits: OrderPaid}}
        events: {OrderPaid: {fields: {at: instant}}}
      """;

  private static final String VALUES =
      """
      Payment: {abstract: true, fields: {day: date}}
      Card: {extends: Payment, fields: {token: string}}
      Invoice: {extends: Payment}
      """;

  /** Each name is one that protobuf, its Java or buf has a use for. */
  private static final String HOSTILE =
      """
      OrderABC:
        id: string
        description: "Says \\"hi\\" */ \\u2028 option java_package = \\"evil\\";\\n} message Evil {\\n[=x] ${x} \\\\"
        fields:
          option: string
          message: text
          rpc: {type: string, pattern: "a|\\"b\\\\\\\\c\\"|[x\\\\]\\\\d]", description: "the \\"rpc\\"\\n;}"}
          repeated: list(string)
          repeatedCount: int
          oneof: map(bytes)
          oneofMap: string
          reserved: boolean
          descriptor: string
          serializedSize: int
          defaultInstance: string
          unknownFields: list(string)
          vatID: string
          x1Y2z: string
          amount: money
          amountBuilder: string
          syntax: double
          to: {type: long, min: -5}
          max: {type: "decimal(5,5)", min: 0, max: 0.5}
          string: date
          int32: time
          google: instant
          buf: Google
          pick: list(Shape)
          kind: [NEW, inProgress, Unspecified, A__B, C_]
          kindValue: int
          monies: map(money)
          uuids: map(uuid)
          exact: {type: string, min: 3, max: 3}
          mail: {type: optional string, format: email}
        entities: {Message: {fields: {id2: string}}}
        commands: {doIt: {}, payNow: {fields: {how: [A, B], request: string}}}
      Values: {id: long, fields: {events: string}}
      Events: {fields: {on: boolean}, operations: [get], events: {Done: {}}}
      Version: {fields: {a: string}}
      Silent: {fields: {a: string}, operations: []}
      """;

  private static final String HOSTILE_VALUES =
      """
      Google: {fields: {google: string, protobuf: text}}
      Shape: {abstract: true, fields: {name: string, fill: [RED, BLUE]}}
      Circle: {extends: Shape, fields: {r: double}}
      Object1: {extends: Shape, fields: {any: Google}}
      """;

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
    for (List<String> each :
        List.of(
            List.of("com.acme.orders", "Order: {fields: {number: string}}", ""),
            List.of("orders", ORDERS, VALUES),
            List.of("com.acme.google.buf_.message", HOSTILE, HOSTILE_VALUES))) {
      write("now", each.get(0), each.get(1), each.get(2));

      assertThat(run("now", "lint")).isEmpty();
      assertThat(run("now", "format", "--diff", "src/main/proto")).isEmpty();
    }
  }

  @Test
  void whatIsAddedReorderedMadeOptionalOrDeletedBreaksNobody() throws Exception {
    write("before", "com.acme.orders", ORDERS, VALUES);

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
        VALUES);

    assertThat(run("now", "lint")).isEmpty();
    assertThat(run("now", "breaking", "--against", folder.resolve("before").toString())).isEmpty();
  }

  @Test
  void whatComesBackAsItWasBreaksNobody() throws Exception {
    write("whole", "com.acme.orders", "Order: {fields: {a: string, b: int}}", "");
    write("before", "com.acme.orders", "Order: {fields: {a: string}}", "", "whole");

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
    write(to, packageName, aggregates, values, "before");
  }

  /** A contract whose numbers start from those of another, where there is one. */
  private void write(String to, String packageName, String aggregates, String values, String from)
      throws IOException {
    String text =
        "name: orders\npackage: %s\naggregates:\n%s%s"
            .formatted(
                packageName,
                aggregates.indent(2),
                values.isEmpty() ? "" : "values:\n" + values.indent(2));
    Path lock = folder.resolve(from).resolve(NumberLock.FILE);
    Blueprint blueprint =
        new Blueprint(
            ServiceDocument.read("service.yaml", text, Organisation.DEFAULT).get(0),
            Organisation.DEFAULT,
            Templates.BUNDLED,
            Files.exists(lock) ? Map.of(NumberLock.FILE, Files.readString(lock)) : Map.of());
    for (PlannedFile each : new ProtoGenerator().files(blueprint)) {
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
