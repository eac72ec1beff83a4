package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which line is which, where only comments and blank lines came or went. */
class MovedLinesTest {
  private static final String BEFORE =
      """
      package a;
      class Order {
        @Deprecated int total;
        int sum(int b) {
          return total + b;
        }
      }
      """;

  private static @Nullable MovedLines moved(String now) {
    return MovedLines.between(unit(BEFORE), unit(now));
  }

  private static SourceUnit unit(String text) {
    int lines = (int) text.lines().count();
    JavaSource.Content content = new JavaSource.Content(text, lines, false);
    return Objects.requireNonNull(CodeReader.read(new JavaSource("Order.java", "", () -> content)));
  }

  @Test
  void linesBelowACommentMove() {
    assertThat(moved(BEFORE.replace("    return", "    // it\n\n    return")))
        .isEqualTo(new MovedLines("Order.java", Map.of(2, 2, 3, 3, 4, 4, 5, 7, 6, 8, 7, 9), 2));
  }

  @Test
  void aCommentAtTheEndMovesNone() {
    assertThat(moved(BEFORE + "// end\n"))
        .isEqualTo(new MovedLines("Order.java", Map.of(2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7), 1));
  }

  @Test
  void oneLineThatIsTwoNowIsNotKnown() {
    assertThat(moved(BEFORE.replace("@Deprecated ", "@Deprecated\n"))).isNull();
  }

  @Test
  void twoLinesThatAreOneNowAreNotKnown() {
    assertThat(moved(BEFORE.replace("    return total + b;\n  }", "    return total + b; }")))
        .isNull();
  }

  @Test
  void anythingElseIsAnotherFile() {
    assertThat(moved(BEFORE.replace("total + b", "b + total"))).isNull();
    assertThat(moved(BEFORE.replace("@Deprecated", "@Override"))).isNull();
    assertThat(moved(BEFORE.replace("package a", "package b"))).isNull();
    assertThat(moved(BEFORE.replace("int sum", "final int sum"))).isNull();
    assertThat(moved(BEFORE.replace("total;", "total; int more;"))).isNull();
  }
}
