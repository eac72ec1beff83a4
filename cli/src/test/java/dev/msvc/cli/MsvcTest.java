package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsvcTest {
  @Test
  void versionIsTheBuilds() {
    Run run = msvc("version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("msvc \\d+\\.\\d+\\.\\d+\\S* \\(Java \\S+\\)\n");
    assertThat(msvc("--version")).isEqualTo(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "get", "explain", "export", "doctor", "completion", "version"})
  void helpStartsWithExamples(String command) {
    Run run = msvc(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0)).startsWith("msvc " + command + ": ");
    assertThat(run.lines().get(2)).isEqualTo("Examples:");
    assertThat(run.lines().get(3)).contains("msvc " + command);
    assertThat(run.lines()).allMatch(line -> line.length() <= 100).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void helpListsEachCommandWithWhatItDoes() {
    assertThat(msvc("--help").out())
        .contains("  analyze                    reads a monolith")
        .contains("  get                        lists what was found")
        .contains("  explain                    says why")
        .contains("  export                     writes a document")
        .contains("  doctor                     says what msvc needs")
        .contains("  completion                 prints a script")
        .contains("  version                    says which msvc");
  }

  @Test
  void nothingTypedIsUsage() {
    Run run = msvc();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).startsWith("msvc: ");
  }

  @Test
  void misspeltCommandNamesTheNearest() {
    Run run = msvc("analyse");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            error: unmatched argument at index 0: 'analyse'
            hint:  did you mean 'analyze'? 'msvc --help' shows what there is
            """);
  }

  @Test
  void misspeltCommandBeforeTheNameOfAnotherNamesTheNearest() {
    assertThat(msvc("analyse", "version").err()).contains("did you mean 'analyze'?");
  }

  @Test
  void whatResemblesNoCommandIsNotGuessedAt() {
    assertThat(msvc("foo").err())
        .isEqualTo(
            """
            error: unmatched argument at index 0: 'foo'
            hint:  'msvc --help' shows what there is
            """);
  }

  @Test
  void misspeltOptionNamesTheNearest() {
    Run run = msvc("get", "tables", "--sort-bye", "name");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--sort-bye", "did you mean '--sort-by'?");
  }

  @Test
  void unknownFormatNamesTheKnownOnes() {
    Run run = msvc("analyze", "-o", "xml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'xml' is not one of text, wide, json, yaml, name");
  }

  @Test
  void argumentsAreNotReadFromFiles() {
    assertThat(msvc(Shop.small(), "explain", "@/etc/hostname").err())
        .contains("there is no '@/etc/hostname' here");
  }

  @Test
  void userErrorsSayWhatAndWhatToDo() {
    Run run = msvc(failing(new UserError("no such folder: x", "name one", 3)), "analyze");

    assertThat(run).isEqualTo(new Run(3, "", "error: no such folder: x\nhint:  name one\n"));
  }

  @Test
  void outOfMemorySaysSoAndIsNoShorterAnswer() {
    Run run = msvc(failing(new OutOfMemoryError("Java heap space")), "analyze");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: out of memory").contains("MSVC_OPTS=-Xmx");
  }

  @Test
  void anythingElseIsOurBug() {
    Run run = msvc(failing(new StackOverflowError()), "analyze");

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("at dev.msvc.cli.", "this is a bug in msvc", "please report it");
  }

  @Test
  void closedPipeEndsQuietly() {
    StringWriter err = new StringWriter();
    int exitCode =
        Msvc.run(
            failing("Broken pipe"),
            err,
            Terminal.NONE,
            Map.of(),
            (root, inputs, progress) -> Shop.small(),
            "analyze");

    assertThat(exitCode).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void fullDiskIsSaid() {
    StringWriter err = new StringWriter();
    int exitCode =
        Msvc.run(
            failing("No space left on device"),
            err,
            Terminal.NONE,
            Map.of(),
            (root, inputs, progress) -> Shop.small(),
            "analyze",
            "-o",
            "json");

    assertThat(exitCode).isEqualTo(8);
    assertThat(err.toString())
        .isEqualTo(
            """
            error: the result cannot be written: No space left on device
            hint:  make room and run it again
            """);
  }

  private static Source failing(Throwable thrown) {
    return (root, inputs, progress) -> {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    };
  }

  private static Writer failing(String message) {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        throw new IOException(message);
      }

      @Override
      public void flush() throws IOException {
        throw new IOException(message);
      }

      @Override
      public void close() {}
    };
  }
}
