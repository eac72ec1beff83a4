package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.GateSpec.Basis;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Limit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Gates that need no metrics, and those that miss them. */
class GatesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Of machines that have much else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aCommandPassesWith0AndFailsWithAnythingElse() {
    assertThat(command("true")).isEqualTo("PASS: ended with 0");
    assertThat(command("sh", "-c", "echo stock differs; exit 3"))
        .isEqualTo("FAIL: ended with 3, and said: stock differs");
  }

  @Test
  void noShellReadsACommand() {
    assertThat(command("echo", "$HOME; exit 1", "`id`"))
        .isEqualTo("PASS: ended with 0, and said: $HOME; exit 1 `id`");
  }

  @Test
  void p8ACommandThatDoesNotEndOrStartSaysNothing() {
    assertThat(command(SECOND, "sleep", "60")).isEqualTo("UNKNOWN: did not end in 1000 ms");
    assertThat(command("/no/such/program"))
        .isEqualTo("UNKNOWN: /no/such/program cannot be started");
  }

  @Test
  void whatACommandLeavesRunningIsNotWaitedFor() {
    long start = System.nanoTime();

    assertThat(command("sh", "-c", "sleep 60 & exit 0")).startsWith("PASS");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void whatACommandSaysIsCutAndCleaned() {
    String said =
        command(
            "sh", "-c", "printf '\\033[31mred\\007\\n'; head -c 1000000 /dev/zero | tr '\\0' x");

    assertThat(said).startsWith("PASS: ended with 0, and said: [31mred xxx").hasSizeLessThan(400);
  }

  @Test
  void anAnswerHasTheStatusOrNot() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          int status = exchange.getRequestURI().getPath().equals("/moved") ? 302 : 200;
          exchange.getResponseHeaders().add("Location", "/");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();

    assertThat(http(url + "/health")).isEqualTo("PASS: answered 200, and must 200");
    assertThat(http(url + "/moved")).isEqualTo("FAIL: answered 302, and must 200");
    server.stop(0);
    assertThat(http(url + "/health")).isEqualTo("UNKNOWN: nothing listens there");
  }

  @Test
  void onlyWhoMayApproves() {
    assertThat(approval(Set.of("ann", "bob"), null))
        .isEqualTo("INSUFFICIENT: none of ann, bob approved yet");
    assertThat(approval(Set.of("ann", "bob"), "eve"))
        .isEqualTo("INSUFFICIENT: approved by eve, and only ann, bob may");
    assertThat(approval(Set.of("ann", "bob"), "bob")).isEqualTo("PASS: approved by bob");
    assertThat(approval(Set.of("ann", "bob"), "eve@x bob@laptop"))
        .isEqualTo("PASS: approved by bob@laptop");
    assertThat(approval(Set.of(), null)).isEqualTo("INSUFFICIENT: nobody approved yet");
    assertThat(approval(Set.of(), "eve")).isEqualTo("PASS: approved by eve");
  }

  @Test
  void p8WithoutMetricsNothingPasses() {
    Basis basis = Basis.named("gate");
    for (GateSpec gate :
        List.of(
            new GateSpec.SuccessRate(basis, Limit.atMost(0.01)),
            new GateSpec.ClientErrors(basis, Limit.worseBy(0.01)),
            GateSpec.Latency.below(basis, 0.95, SECOND),
            new GateSpec.Saturation(basis, "1", 2),
            new GateSpec.Query(
                basis,
                "1",
                Optional.empty(),
                new GateSpec.Bounds(OptionalDouble.of(0), OptionalDouble.empty())))) {
      assertThat(said(gate, null)).isEqualTo("UNKNOWN: nothing says where its numbers are");
    }
  }

  @Test
  void whatIsNoGateIsRefused() {
    Basis basis = Basis.named("gate");

    assertThatThrownBy(() -> GateSpec.Latency.below(basis, 95, SECOND))
        .hasMessage("95.0 is no quantile: it lies between 0 and 1");
    assertThatThrownBy(() -> Limit.atMost(1.2))
        .hasMessage("the share that may be bad is 1.2, and must lie between 0 and 1");
    assertThatThrownBy(
            () -> new GateSpec.HttpCheck(basis, URI.create("file:///etc/passwd"), 200, SECOND))
        .hasMessageContaining("can't be asked");
    assertThatThrownBy(() -> new GateSpec.CommandCheck(basis, List.of(), SECOND))
        .hasMessage("gate names no program");
  }

  private static String command(String... words) {
    return command(PATIENCE, words);
  }

  private static String command(Duration timeout, String... words) {
    return said(new GateSpec.CommandCheck(Basis.named("gate"), List.of(words), timeout), null);
  }

  private static String http(String url) {
    return said(new GateSpec.HttpCheck(Basis.named("gate"), URI.create(url), 200, PATIENCE), null);
  }

  private static String approval(Set<String> who, String by) {
    return said(new GateSpec.Approval(Basis.named("gate"), new TreeSet<>(who)), by);
  }

  private static String said(GateSpec gate, String approvedBy) {
    Evidence before = Evidence.from(Instant.EPOCH);
    Look look =
        new Gates(
                Optional.empty(),
                Map.of(),
                () -> approvedBy == null ? List.of() : List.of(approvedBy.split(" ")))
            .look(gate, before);
    Judgement judgement = look.judgement();
    assertThat(look.evidence()).isEqualTo(before);
    return judgement.outcome() + ": " + judgement.words();
  }
}
