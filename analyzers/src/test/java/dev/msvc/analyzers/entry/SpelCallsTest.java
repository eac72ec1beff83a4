package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.ReferenceKind;
import org.junit.jupiter.api.Test;

class SpelCallsTest {
  private static final String IMPORTS =
      """
      import org.springframework.security.access.prepost.*;
      import org.springframework.cache.annotation.Cacheable;
      import org.springframework.beans.factory.annotation.Value;
      import org.springframework.stereotype.Service;
      """;

  @Test
  void aBeanOfAnExpressionIsCalledByTheAnnotatedMethod() {
    assertThat(
            new Fixture()
                .java(
                    IMPORTS
                        + "@Service(\"ss\") class Rights { boolean may(String s) { return true; } }")
                .java(IMPORTS + "@Service class Keys { String of() { return \"\"; } }")
                .java(
                    IMPORTS
                        + """
                        class Orders {
                          static final String READ = "@ss.may('read')";
                          @PreAuthorize("@ss.may('write')") void write() {}
                          @PreAuthorize(READ) void read() {}
                          @Cacheable(key = "@keys.of() + #id") void cached() {}
                          @Value("#{@keys.of()}") String value() { return ""; }
                          @PreAuthorize("hasRole('a@ss.org')") void mail() {}
                          @PreAuthorize("@other.may()") void elsewhere() {}
                          @Reading void composed() {}
                        }
                        @PreAuthorize("@ss.may('read')") @interface Reading {}
                        """)
                .references(ReferenceKind.CALL, new SpelCalls()))
        .containsExactly(
            "app.Orders.cached -> app.Keys",
            "app.Orders.composed -> app.Rights",
            "app.Orders.read -> app.Rights",
            "app.Orders.write -> app.Rights");
  }

  @Test
  void anAnnotatedClassCallsByEachMethodThatSaysNothingElse() {
    assertThat(
            new Fixture()
                .java(IMPORTS + "@Service(\"ss\") class Rights { boolean may() { return true; } }")
                .java(
                    IMPORTS
                        + """
                        @PreAuthorize("@ss.may()")
                        class Orders {
                          public void one() {}
                          @PreAuthorize("permitAll()") public void open() {}
                          private void own() {}
                        }
                        """)
                .references(ReferenceKind.CALL, new SpelCalls()))
        .containsExactly("app.Orders.one -> app.Rights");
  }
}
