package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of what runs, where {@code --traces} names an access log. */
class TracesTest {
  @TempDir private Path folder;

  @BeforeEach
  void system() throws IOException {
    Files.writeString(
        folder.resolve("Orders.java"),
        """
        package shop;
        import org.springframework.web.bind.annotation.*;
        @RestController
        class Orders {
          @GetMapping("/orders/{id}") String one(@PathVariable int id) { return ""; }
          @GetMapping("/orders") String all() { return ""; }
        }
        """);
    String line = "192.0.2.7 - - [26/Nov/2026:09:00:00 +0000] \"GET %s HTTP/1.1\" 200 5\n";
    Files.writeString(
        folder.resolve("access.log"),
        line.formatted("/orders/1").repeat(3) + line.formatted("/other/alice"));
  }

  private Run run(String... args) {
    String[] all = new String[args.length + 6];
    System.arraycopy(
        new String[] {
          "-C", folder.toString(), "--no-cache", "--no-history", "--traces", "access.log"
        },
        0,
        all,
        0,
        6);
    System.arraycopy(args, 0, all, 6, args.length);
    return Run.msvc(Monolith::analyze, all);
  }

  @Test
  void getTrafficListsEntryPointsByVolumeAndSaysWhatWasMatched() {
    Run run = run("get", "traffic");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(each -> each.replaceAll(" +", " ")))
        .containsExactly(
            "ENTRY POINT CONTEXT REQUESTS SHARE ERRORS P50 P95",
            "GET /orders/{id} %s 3 100%% 0 - -".formatted(context(run)));
    assertThat(run.err()).contains("matched 3 of 4 requests of access logs, 2026-11-26");
    assertThat(run("get", "unmatched").out()).contains("GET /other/*").doesNotContain("alice");
  }

  private static String context(Run run) {
    String row = run.out().lines().skip(1).findFirst().orElseThrow();
    return row.split("\\s{2,}")[1];
  }

  @Test
  void theFirstScreenAndExplanationsSayIt() {
    assertThat(run("analyze").out()).contains("3 of 4   75%  requests of access logs, 2026-11-26");
    assertThat(run("explain", "GET /orders/{id}").out()).contains("3 requests, 0 errors");
    assertThat(run("explain", "GET /orders").out()).contains("no request was seen");
    assertThat(run("get", "traffic", "-o", "json").out())
        .contains("\"schema\": \"msvc/traffic/v1\"", "\"requests\": 4", "\"matched\": 3");
  }

  @Test
  void withoutTracesNothingIsSaidButHowToNameThem() {
    Run run = Run.msvc(Monolith::analyze, "-C", folder.toString(), "--no-cache", "get", "traffic");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("name them with --traces FILE");
    assertThat(
            Run.msvc(Monolith::analyze, "-C", folder.toString(), "--no-cache", "get", "contexts")
                .out())
        .doesNotContain("LOAD");
  }
}
