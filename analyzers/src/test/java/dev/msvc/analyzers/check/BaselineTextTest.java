package dev.msvc.analyzers.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.Baseline;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.UserError;
import dev.msvc.model.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BaselineTextTest {
  private static final String HEAD =
      """
      # msvc/baseline/v1: made by msvc check; it only shrinks.
      # Where a merge conflicts, keep the lines of both sides and run it with --update.
      """;

  private static Baseline baseline(String file, String... ids) {
    SortedSet<String> all = new TreeSet<>(List.of(ids));
    return new Baseline(new TreeMap<>(Map.of(file, all)));
  }

  private static Baseline read(String text) {
    return BaselineText.read(new TreeMap<>(Map.of("a+b.txt", text)));
  }

  @Test
  void holdsOneSortedIdALine() {
    Baseline baseline = baseline("a+b.txt", "join/x.Y.z/b+c", "dependency/x.Y/x.Z");

    assertThat(BaselineText.write(baseline))
        .containsEntry("a+b.txt", HEAD + "dependency/x.Y/x.Z\njoin/x.Y.z/b+c\n")
        .containsEntry("findings.txt", HEAD);
    assertThat(BaselineText.read(BaselineText.write(baseline)).ids()).isEqualTo(baseline.ids());
  }

  @Test
  void anyNameComesBackAsItWas() {
    Baseline baseline =
        baseline(
            "a+b.txt",
            "foreign-key/a\nb.c/d\\e ",
            "foreign-read/x.Y/\u0440\u0430\u0431\u043e\u0442\u0430",
            "foreign-read/x.Y/\ud83d\ude00",
            "foreign-read/x.Y/# no comment",
            "join/x.Y.z/\u202e<<<<<<<");

    assertThat(BaselineText.read(BaselineText.write(baseline)).ids()).isEqualTo(baseline.ids());
  }

  @Test
  void isReadWithTheLineEndsOfWindowsInAnyOrderAndTwice() {
    String text = HEAD + "join/x.Y.z/b+c\ndependency/x.Y/x.Z\n\njoin/x.Y.z/b+c\n";

    assertThat(read(text.replace("\n", "\r\n")).ids())
        .containsExactly("dependency/x.Y/x.Z", "join/x.Y.z/b+c");
  }

  @Test
  void anUnfinishedMergeIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> read(HEAD + "<<<<<<< HEAD\ndependency/x.Y/x.Z\n"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "msvc-baseline/a+b.txt:3: a merge was not finished: the line begins with <<<<<<<");
  }

  @Test
  void damageIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> read(HEAD + "dependency/x.Y/x.Z\ndepend\n"))
        .hasMessage("msvc-baseline/a+b.txt:4: 'depend' is no id of a violation");
    assertThatThrownBy(() -> read(HEAD + "dependency/x.Y/x\\Z\n"))
        .hasMessage("msvc-baseline/a+b.txt:3: a '\\' stands for nothing here");
    assertThatThrownBy(() -> read("")).hasMessage("msvc-baseline/a+b.txt:1: the file is empty");
    assertThatThrownBy(() -> read("\u0000\u0001"))
        .hasMessage("msvc-baseline/a+b.txt:1: the first line does not say msvc/baseline/v1");
  }

  @Test
  void aNewerFormatIsNamed() {
    assertThatThrownBy(() -> read(HEAD.replace("/v1", "/v2")))
        .hasMessage(
            "msvc-baseline/a+b.txt:1: it was made by a newer msvc as msvc/baseline/v2; this one"
                + " reads msvc/baseline/v1");
  }

  @Test
  void filesAreNamedAfterTheirContextsAsEveryFileSystemTakesThem() {
    assertThat(BaselineText.file(between("orders", "stock-2"))).isEqualTo("orders+stock-2.txt");
    assertThat(BaselineText.file(between("A/b", "..", "x"))).isEqualTo("findings.txt");
    assertThat(BaselineText.file(between("../A", "\u00e9+")))
        .isEqualTo("%2e%2e%2f%41+%c3%a9%2b.txt");
  }

  private static Violation between(String... contexts) {
    List<String> pair = contexts.length == 2 ? List.of(contexts) : List.of();
    return new Violation("x", "x", "x", Severity.LOW, pair, pair, "", "", List.of());
  }

  @Test
  void everyRuleHasAPage() {
    assertThat(BoundaryRules.all())
        .extracting(FindingRule::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> Files.exists(Path.of("..", BoundaryRules.page(id))));
  }
}
