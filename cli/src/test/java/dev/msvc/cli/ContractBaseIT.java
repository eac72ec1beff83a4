package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers of an earlier contract are told of a new one; the real buf decides. */
class ContractBaseIT {
  private static final String SPEC =
      """
      name: orders
      package: com.acme.orders
      aggregates:
        Order:
          fields:
            number: string
            note: optional text
      """;

  @TempDir Path root;

  private @Nullable Path buf;

  @BeforeEach
  void aServiceThatIsCommitted() throws IOException, GitAPIException {
    buf = Buf.find();
    String skipped =
        "SKIPPED: contracts are not compared: there is no buf on PATH or in"
            + " ~/.cache/msvc-test-cluster; run test-cluster/build";
    if (buf == null) {
      System.err.println(skipped);
    }
    assumeTrue(buf != null, skipped);
    Files.createDirectories(root.resolve("orders"));
    spec(SPEC);
    assertThat(run("generate", "proto", "orders").exitCode()).isZero();
    try (Git git = Git.init().setDirectory(root.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("Orders").setAuthor("Ann", "ann@acme.org").setSign(false).call();
    }
  }

  @Test
  void callersOfACommitCanGoOnWhereAFieldIsAdded() throws IOException {
    spec(SPEC + "      paid: boolean\n");

    Run run = run("generate", "proto", "orders", "--contract-base", "HEAD");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("contract   callers of HEAD can go on");
  }

  @Test
  void callersOfACommitBreakWhereAnOperationIsGone() throws IOException {
    spec(SPEC + "    operations: [get]\n");

    Run run = run("generate", "proto", "orders", "--contract-base", "HEAD", "--diff");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("contract   callers of HEAD break")
        .containsPattern(
            "breaks     orders/src/main/proto/acme/orders/v1/order_service.proto:\\d+:\\d+:"
                + ".*RPC \"DeleteOrder\"");
    assertThat(run("generate", "proto", "orders", "-o", "json", "--contract-base", "HEAD").out())
        .contains("\"breaks\": [ \"orders/src/main/proto");
  }

  @Test
  void theContractIsFoundFromAnyFolderOfTheRepository() throws IOException {
    spec(SPEC + "    operations: [get]\n");
    Path beside = Files.createDirectories(root.resolve("tools"));

    Run run =
        run(
            beside,
            "generate",
            "proto",
            "orders",
            "--out",
            "../orders",
            "--contract-base",
            "HEAD",
            "--diff");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("contract   callers of HEAD break");
  }

  @Test
  void whatWasDeployedIsComparedWithUnasked() throws IOException {
    copy(root.resolve("orders"), root.resolve("orders/.msvc/contract"));
    spec(SPEC + "    operations: [get]\n");

    Run run = run("generate", "proto", "orders");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("contract   callers of what was deployed last break");
  }

  @Test
  void withoutBufThatIsSaidAndTheRestGoesOn() throws IOException {
    copy(root.resolve("orders"), root.resolve("orders/.msvc/contract"));
    buf = Path.of("/nowhere/buf");

    assertThat(run("generate", "proto", "orders").out())
        .contains("contract   not compared with what was deployed last, since buf is not on");
    assertThat(run("generate", "proto", "orders", "--contract-base", "HEAD").exitCode())
        .isEqualTo(8);
  }

  @Test
  void aCommitThatIsNotThereIsNamed() {
    Run run = run("generate", "proto", "orders", "--contract-base", "v1");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("git knows no commit 'v1'");
  }

  private Run run(String... args) {
    return run(root, args);
  }

  private Run run(Path from, String... args) {
    String path = String.valueOf(Objects.requireNonNull(buf).getParent());
    return Run.msvc(
        (tree, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        new Terminal(false, false, new BufferedReader(new StringReader(""))),
        Map.of("PATH", path),
        Run.there(from, args));
  }

  private void spec(String text) throws IOException {
    Files.writeString(root.resolve("orders/service.yaml"), text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(each));
        if (!each.startsWith(from.resolve(".msvc"))) {
          Files.createDirectories(target.getParent());
          Files.copy(each, target);
        }
      }
    }
  }
}
