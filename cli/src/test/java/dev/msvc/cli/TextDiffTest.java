package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  @Test
  void nothingIsSaidWhereNothingDiffers() {
    assertThat(TextDiff.of("x", "a\n", "a\n")).isEmpty();
  }

  @Test
  void aNewFileIsAllNew() {
    assertThat(TextDiff.of("x", "", "a\nb\n"))
        .containsExactly("--- /dev/null", "+++ b/x", "@@ -0,0 +1,2 @@", "+a", "+b");
  }

  @Test
  void anAbsolutePathStandsBehindTheLetterAsInGit() {
    assertThat(TextDiff.of("/srv/x", "a\n", "b\n")).startsWith("--- a/srv/x", "+++ b/srv/x");
  }

  @Test
  void changesFarApartAreTwoHunks() {
    String before = numbers(1, 20);
    String after = before.replace("2\n3\n", "2\nnew\n").replace("\n19\n", "\n");

    assertThat(TextDiff.of("x", before, after))
        .containsExactly(
            "--- a/x",
            "+++ b/x",
            "@@ -1,6 +1,6 @@",
            " 1",
            " 2",
            "-3",
            "+new",
            " 4",
            " 5",
            " 6",
            "@@ -16,5 +16,4 @@",
            " 16",
            " 17",
            " 18",
            "-19",
            " 20");
  }

  @Test
  void longFilesAreComparedQuicklyAndShowOnlyWhatChanged() {
    String before = numbers(1, 100_000);
    String after = "0\n" + before.replace("\n50000\n", "\n") + "end\n";

    List<String> diff = TextDiff.of("x", before, after);

    assertThat(diff).contains("+0", "-50000", "+end").hasSizeLessThan(30);
  }

  @Test
  void linesThatAreTwiceInAFileAreComparedInOrder() {
    assertThat(TextDiff.of("x", "a\na\nb\n", "a\nb\na\n"))
        .containsExactly("--- a/x", "+++ b/x", "@@ -1,3 +1,3 @@", " a", "-a", " b", "+a");
  }
}
