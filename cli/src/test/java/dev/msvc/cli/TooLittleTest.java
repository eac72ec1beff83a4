package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Analysis;
import dev.msvc.model.Coverage;
import dev.msvc.model.Share;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Below half of the files or statements: the whole result, said first, and exit 7, everywhere. */
class TooLittleTest {
  private static final String FILES =
      "Not enough to judge: only 9 of 20 Java files were understood (see msvc get unread)";
  private static final String STATEMENTS =
      "Not enough to judge: only 9 of 20 SQL statements were understood (see msvc get unread)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "analyze -o wide",
        "analyze -o json",
        "analyze -o yaml",
        "analyze -o name",
        "get tables",
        "get contexts -o wide",
        "get classes -o json",
        "get entrypoints -o yaml",
        "get transactions -o name",
        "get unread",
        "get grants",
        "explain catalog",
        "explain catalog -o json",
        "export markdown",
        "export mermaid"
      })
  void everyCommandGivesTheWholeAndSaysThatItIsThin(String command) {
    String[] words = command.split(" ");
    Run whole = msvc(understood(new Share(20, 20), new Share(20, 20)), words);
    Run files = msvc(understood(new Share(9, 20), Share.NONE), words);
    Run statements = msvc(understood(new Share(20, 20), new Share(9, 20)), words);

    assertThat(whole.exitCode()).isZero();
    assertThat(files.exitCode()).isEqualTo(7);
    assertThat(statements.exitCode()).isEqualTo(7);
    assertThat(firstLine(files)).isEqualTo(FILES);
    assertThat(firstLine(statements)).isEqualTo(STATEMENTS);
    assertThat(statements.out().lines().count())
        .isGreaterThanOrEqualTo(whole.out().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept --diff",
        "accept --diff --exit-code",
        "rename catalog goods --diff",
        "rename catalog goods --diff --exit-code"
      })
  void whatIsDecidedOnTooLittleSaysSoToo(String command) {
    Run thin = msvc(understood(new Share(20, 20), new Share(9, 20)), command.split(" "));

    assertThat(thin.exitCode()).isEqualTo(7);
    assertThat(thin.err()).startsWith(STATEMENTS);
    assertThat(thin.out()).contains("+++ b/msvc.");
  }

  @Test
  void halfIsEnoughAndSoAreFewerThanTwenty() {
    assertThat(msvc(understood(new Share(10, 20), new Share(1, 19)), "analyze").exitCode())
        .isZero();
    assertThat(msvc(understood(new Share(1, 19), new Share(10, 20)), "get", "tables").exitCode())
        .isZero();
  }

  @Test
  void filesOfOtherLanguagesCount() {
    Coverage kotlin =
        Coverage.of(
            new Share(10, 10),
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Map.of("Kotlin", new Share(0, 11)));

    Run run = msvc(Shop.with(kotlin), "analyze");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.lines().get(0)).contains("only 10 of 21 source files were understood");
  }

  /** Documents stay pure: what is told goes where people look, and comes first there. */
  private static String firstLine(Run run) {
    return (run.err() + run.out()).lines().findFirst().orElse("");
  }

  private static Analysis understood(Share files, Share statements) {
    return Shop.with(Coverage.of(files, statements, Share.NONE, Share.NONE, Share.NONE, Map.of()));
  }
}
