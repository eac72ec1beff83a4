package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"bash,-n", "zsh,-n", "fish,--no-execute"})
  void shellAcceptsItsScript(String shell, String checkOnly) throws Exception {
    assumeThat(isHere(shell)).as(shell + " is on this machine").isTrue();
    Path script = folder.resolve("script");
    Files.writeString(script, msvc("completion", shell).out());

    Process process =
        new ProcessBuilder(shell, checkOnly, script.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(said).isZero();
  }

  @Test
  void bashCompletesCommandsListsAndFormats() throws IOException, InterruptedException {
    assumeThat(isHere("bash")).isTrue();
    Path script = folder.resolve("script");
    Files.writeString(script, msvc("completion", "bash").out());

    assertThat(completed(script, "msvc", "ana")).containsExactly("analyze");
    assertThat(completed(script, "msvc", "get", "tab")).containsExactly("tables");
    assertThat(completed(script, "msvc", "get", "tables", "-o", "")).contains("json", "yaml");
  }

  @Test
  void fishKnowsEveryCommand() {
    assertThat(msvc("completion", "fish").out())
        .contains("-a analyze", "-a get", "-a explain", "-a export", "-a doctor")
        .contains("'__fish_seen_subcommand_from get' -f -a 'contexts classes tables");
  }

  @Test
  void unknownShellNamesTheKnownOnes() {
    Run run = msvc("completion", "csh");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there are bash, zsh, fish");
  }

  private static List<String> completed(Path script, String... words)
      throws IOException, InterruptedException {
    String ask =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_msvc; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script, quoted(words), words.length - 1);
    Process process = new ProcessBuilder("bash", "-c", ask).start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    process.waitFor();
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String quoted(String... words) {
    return String.join(" ", Arrays.stream(words).map(word -> "'" + word + "'").toList());
  }

  private static boolean isHere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
