package dev.msvc.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesInTest {
  @Test
  void namesInCommentsAndTextsAreNone() {
    NamesIn names =
        NamesIn.of(
            "// Comment\n/* Block\n Two */ /** {@link Doc} */ \"Text \\\" Still\" '\"' \"\"\"\n"
                + "  Lines \"of\" it\n  \"\"\" '\\'' Used");

    assertThat(names.used()).containsExactly("Used");
  }

  @Test
  void whatStandsBehindADotIsNoNameOfItsOwn() {
    NamesIn names = NamesIn.of("List.of(order.total(), Map.Entry::getKey, 0x1F, 10L)");

    assertThat(names.used()).containsExactlyInAnyOrder("List", "order", "Map", "getKey");
  }

  @Test
  void typesAreDeclaredByClassInterfaceEnumAndRecord() {
    NamesIn names =
        NamesIn.of(
            "class A {} interface B {} enum C { D } record E(F f) {} @interface G {}"
                + " String record = Record.class.getName(); class /* x */ H {}");

    assertThat(names.declared()).containsExactlyInAnyOrder("A", "B", "C", "E", "G");
  }

  @Test
  void aTextThatIsNotClosedGoesToTheEnd() {
    assertThat(NamesIn.of("A \"B").used()).containsExactly("A");
    assertThat(NamesIn.of("A /* B").used()).containsExactly("A");
    assertThat(NamesIn.of("A \"\"\" B").used()).containsExactly("A");
  }
}
