package dev.msvc.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaSourceTest {
  private final JavaSource source =
      new JavaSource("com.acme", List.of("com.acme.domain.Address", "com.acme.domain.order.Order"));

  @Test
  void whatIsNamedIsImportedAndNothingElse() {
    String text =
        source.tidy(
            """
            package com.acme.domain.order;

            import java.util.regex.Pattern;
            import static a.B.c;

            /** A {@link UUID}. */
            class Order {
              String text = "Instant";
              List<Address> all = other.Money.all();
            }
            """);

    assertThat(text)
        .isEqualTo(
            """
            package com.acme.domain.order;

            import com.acme.domain.Address;
            import java.util.List;

            /** A {@link UUID}. */
            class Order {
              String text = "Instant";
              List<Address> all = other.Money.all();
            }
            """);
  }

  @Test
  void anImportThatIsWrittenGoesBeforeOurs() {
    assertThat(source.tidy("package a;\nimport b.List;\nclass A { List l; }\n"))
        .contains("import b.List;")
        .doesNotContain("java.util");
  }
}
