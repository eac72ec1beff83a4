package dev.msvc.cluster.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.GitWord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before repositories of the real git; skipped where that is not here. */
class GitBranchTest {
  private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void repository() throws Exception {
    Assumptions.assumeTrue(gitIsHere(), "git is here");
    git("init", "--quiet", "--initial-branch=main", "work");
    write("work/prod/route.yaml", "weight: 0\r\n");
    write("work/run.sh", "true\n");
    git("-C", "work", "update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",sub");
    git("-C", "work", "-c", "core.autocrlf=false", "add", "prod", "run.sh");
    git("-C", "work", "update-index", "--chmod=+x", "run.sh");
    git("-C", "work", "commit", "--quiet", "--message", "begin");
    git("clone", "--quiet", "--bare", "work", "deploy.git");
  }

  private static boolean gitIsHere() {
    try {
      return new ProcessBuilder("git", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException none) {
      return false;
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String git(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=ann", "-c", "user.email=ann@example"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s\n%s", command, out).isZero();
    return out;
  }

  private static GitWord word(String repository, GitWord.Access access) {
    return new GitWord(
        repository, "main", "prod/route.yaml", Duration.ofMinutes(1), Optional.empty(), access, 1);
  }

  private GitBranch branch() {
    String url = folder.resolve("deploy.git").toString();
    return new GitBranch(word(url, new GitWord.Access.Usual()), url, Map.of());
  }

  private static boolean pushed(GitBranch branch, Head head, String text) {
    return branch.push(
        head, text, "a step\n", GitBranch.person("msvc strangle", "ann@laptop", WHEN));
  }

  @Test
  void p2ACommitChangesOneFileAndNothingElseOfTheTree() throws Exception {
    try (GitBranch branch = branch()) {
      Head head = branch.head();
      assertThat(head.text()).isEqualTo("weight: 0\r\n");

      assertThat(pushed(branch, head, "weight: 5\r\n")).isTrue();
    }
    assertThat(git("-C", "deploy.git", "diff", "--raw", "--no-abbrev", "main~", "main"))
        .matches(":100644 100644 \\w{40} \\w{40} M\tprod/route.yaml\n");
    assertThat(git("-C", "deploy.git", "ls-tree", "-r", "main"))
        .contains("160000 commit " + "1".repeat(40) + "\tsub", "100755 blob", "\trun.sh");
    assertThat(git("-C", "deploy.git", "log", "-1", "--format=%an <%ae> %ai %cn", "main"))
        .isEqualTo("msvc strangle <ann@laptop> 2026-01-01 00:00:00 +0000 msvc strangle\n");
    git("-C", "deploy.git", "fsck", "--strict");
  }

  @Test
  void p3WhereTheHeadIsAnotherOneNothingIsPushed() throws Exception {
    try (GitBranch branch = branch();
        GitBranch others = branch()) {
      Head head = branch.head();
      assertThat(pushed(others, others.head(), "weight: 37\r\n")).isTrue();

      assertThat(pushed(branch, head, "weight: 5\r\n")).isFalse();

      assertThat(branch.head().text()).isEqualTo("weight: 37\r\n");
      assertThat(branch.head().commits()).hasSize(2);
    }
  }

  @Test
  void noHookRunsAndNothingIsLeftBehind() throws Exception {
    for (String hook : List.of("pre-receive", "update", "post-receive", "post-update")) {
      write("deploy.git/hooks/" + hook, "#!/bin/sh\ntouch " + folder.resolve("ran") + "\nexit 1\n");
      Files.setPosixFilePermissions(
          folder.resolve("deploy.git/hooks/" + hook), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    List<Path> before = temporary();
    try (GitBranch branch = branch()) {
      assertThat(pushed(branch, branch.head(), "weight: 5\r\n")).isTrue();
    }
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(temporary()).isEqualTo(before);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().startsWith("msvc-git"))
          .sorted()
          .toList();
    }
  }

  @Test
  void manyCommitsAreNotFetched() throws Exception {
    for (int i = 0; i < 50; i++) {
      git("-C", "work", "commit", "--quiet", "--allow-empty", "--message", "more " + i);
    }
    git("-C", "work", "push", "--quiet", folder.resolve("deploy.git").toString(), "main");
    try (GitBranch branch = branch()) {
      Head head = branch.head();
      assertThat(head.commits()).hasSize(30);
      assertThat(pushed(branch, head, "weight: 5\r\n")).isTrue();
      assertThat(branch.head().commits()).hasSize(30);
    }
    assertThat(git("-C", "deploy.git", "rev-list", "--count", "main").strip()).isEqualTo("52");
  }

  /** The program is one of the test's, which goes no further than this machine. */
  @Test
  void throughTheProgramSshAsGitDoes() throws Exception {
    Path ssh = folder.resolve("ssh");
    Files.writeString(
        ssh,
        """
        #!/bin/sh
        echo "$@" >> %s
        for last; do :; done
        exec sh -c "$last"
        """
            .formatted(folder.resolve("asked")));
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    String url = "ssh://deploy@git.example:2222" + folder.resolve("deploy.git");
    GitWord word = word(url, new GitWord.Access.Key("/keys/deploy"));
    try (GitBranch branch = new GitBranch(word, url, Map.of("GIT_SSH", ssh.toString()))) {
      Head head = branch.head();
      assertThat(pushed(branch, head, "weight: 5\r\n")).isTrue();
      assertThat(branch.head().text()).isEqualTo("weight: 5\r\n");
    }
    assertThat(Files.readAllLines(folder.resolve("asked")).get(0))
        .contains("BatchMode=yes", "-i /keys/deploy", "IdentitiesOnly=yes", "-p 2222")
        .contains("deploy@git.example git-upload-pack '" + folder.resolve("deploy.git") + "'");
  }

  private static void refused(GitBranch branch, int exitCode, String words) {
    assertThatThrownBy(branch::head)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.message()).contains(words);
              assertThat(error.exitCode()).isEqualTo(exitCode);
            });
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    String url = folder.resolve("deploy.git").toString();
    GitWord.Access usual = new GitWord.Access.Usual();
    try (GitBranch none = new GitBranch(word("/nowhere", usual), "/nowhere", Map.of());
        GitBranch token =
            new GitBranch(word(url, new GitWord.Access.Basic("", "GIT_TOKEN")), url, Map.of())) {
      refused(none, 8, "there is no repository /nowhere");
      refused(token, 8, "the variable GIT_TOKEN, which the plan names for git, is not set");
    }
    git("-C", "deploy.git", "branch", "--move", "main", "other");
    try (GitBranch branch = branch()) {
      refused(branch, 3, "has no branch main");
    }
    git("-C", "work", "rm", "--quiet", "prod/route.yaml");
    git("-C", "work", "commit", "--quiet", "--message", "gone");
    git("-C", "work", "push", "--quiet", url, "main");
    try (GitBranch branch = branch()) {
      refused(branch, 3, "has no file prod/route.yaml");
    }
  }

  /** P13: whoever goes back waits for Git no longer than that. */
  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:%d/deploy.git".formatted(silent.getLocalPort());
      long begin = System.nanoTime();
      try (GitBranch branch = new GitBranch(word(url, new GitWord.Access.Usual()), url, Map.of())) {
        refused(branch, 8, "cannot be reached");
      }
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(15);
    }
  }
}
