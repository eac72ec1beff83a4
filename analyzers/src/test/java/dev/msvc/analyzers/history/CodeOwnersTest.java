package dev.msvc.analyzers.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CodeOwnersTest {
  @Test
  void theLastLineThatMatchesCounts() {
    CodeOwners owners =
        new CodeOwners(
            """
            # all
            *            @acme/core
            /src/orders/ @acme/orders @bob # theirs
            *.sql        @acme/data
            /src/orders/free/
            """);

    assertThat(owners.of("pom.xml")).containsExactly("@acme/core");
    assertThat(owners.of("src/orders/Order.java")).containsExactly("@acme/orders", "@bob");
    assertThat(owners.of("src/orders/schema.sql")).containsExactly("@acme/data");
    assertThat(owners.of("src/orders/free/Free.java")).isEmpty();
    assertThat(owners.of("other/src/orders/Order.java")).containsExactly("@acme/core");
  }

  @Test
  void patternsAreThoseOfGitignore() {
    CodeOwners owners =
        new CodeOwners(
            """
            docs/*    @direct
            apps/     @anywhere
            **/logs   @logs
            a/**/z    @between
            with\\ space/ @space
            """);

    assertThat(owners.of("docs/a.md")).containsExactly("@direct");
    assertThat(owners.of("docs/deep/a.md")).isEmpty();
    assertThat(owners.of("x/apps/A.java")).containsExactly("@anywhere");
    assertThat(owners.of("apps")).isEmpty();
    assertThat(owners.of("build/logs/today/x")).containsExactly("@logs");
    assertThat(owners.of("a/z")).containsExactly("@between");
    assertThat(owners.of("a/b/c/z")).containsExactly("@between");
    assertThat(owners.of("with space/x")).containsExactly("@space");
  }

  @Test
  void eachSectionOfGitLabHasItsSay() {
    CodeOwners owners =
        new CodeOwners(
            """
            * @core
            [Data][2] @data
            *.sql
            ^[Docs]
            docs/ writer@acme.org
            """);

    assertThat(owners.of("db/a.sql")).containsExactly("@core", "@data");
    // an address is never shown
    assertThat(owners.of("docs/a.md")).containsExactly("@core", "writer");
  }

  @Test
  void aPatternFullOfStarsTakesNoTime() {
    PathPattern pattern = new PathPattern("*a".repeat(200) + "b/**/**/" + "**/x/".repeat(200));
    String[] path = ("a".repeat(2000) + "/x".repeat(200) + "/y").split("/");

    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(pattern.matches(path)).isFalse());
  }
}
