package dev.msvc.analyzers.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestingTest {
  @Test
  void bracketsMayNestThreeHundredDeep() {
    assertThatCode(() -> Nesting.check("(".repeat(300) + ")".repeat(300)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Nesting.check("class A {\n" + "(".repeat(1000)))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            refused -> org.assertj.core.api.Assertions.assertThat(refused.line()).isEqualTo(2))
        .hasMessage("brackets nested deeper than 300");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"((((\";\n",
        "'(';",
        "// ((((\n",
        "/* (((( \n */",
        "\"\"\"\n((( \\\"\"\" (\"\"\";"
      })
  void bracketsInTextsAndCommentsDoNotNest(String each) {
    assertThatCode(() -> Nesting.check(each.repeat(400))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b(c, d).e();\n",
        "if (a) { b(); }\n",
        "{1, -2, 3.5},\n",
        "case 1 -> { return x * 2; }\n",
        "void f() { if (a) b(); else c(); }\n",
      })
  void alongFileOfShortStatementsIsFine(String each) {
    assertThatCode(() -> Nesting.check("class A {" + each.repeat(20_000) + "}"))
        .doesNotThrowAnyException();
  }

  @Test
  void whatPeopleAndTheirGeneratorsWriteIsFine() {
    assertThatCode(() -> Nesting.check("s = a" + " + b".repeat(5_000) + ";"))
        .doesNotThrowAnyException();
    assertThatCode(() -> Nesting.check("s = a" + ".b(c)".repeat(2_000) + ";"))
        .doesNotThrowAnyException();
    assertThatCode(() -> Nesting.check("if (a) {}" + " else if (b) {}".repeat(3_000)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+a", ".a()", "/a", "if(a)", "<A", "!", "?a:b", "a->"})
  void anEndlessStatementIsRefused(String each) {
    assertThatThrownBy(() -> Nesting.check(each.repeat(10_001)))
        .hasMessage("a statement of more than 10000 operators, dots and brackets");
  }

  @Test
  void anEndlessListIsRefused() {
    assertThatCode(() -> Nesting.check("int[] a = {" + "1, ".repeat(100_000) + "2};"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Nesting.check("class A { int a" + ", a".repeat(500_000) + "; }"))
        .hasMessage("more than 30000 parts of one list");
  }

  @Test
  void endlessElseAndEndlessCastsAreRefused() {
    assertThatThrownBy(() -> Nesting.check("if (a) {}" + "else if (b) {}".repeat(10_001)))
        .hasMessage("more than 10000 'else' in one block");
    assertThatThrownBy(() -> Nesting.check("a = " + "(A) ".repeat(200) + "b;"))
        .hasMessageStartingWith("more than 100 casts");
  }
}
