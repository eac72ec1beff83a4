package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a shift's plan and its reader say the same. */
class ShiftSchemaTest {
  private static String example() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "strangle.md"));
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(yaml.find()).isTrue();
    return yaml.group(1);
  }

  @Test
  void theExampleOfTheGuideIsShortAndIsReadAsTheSchemaSays() throws Exception {
    assertThat(example().lines().count()).isLessThanOrEqualTo(16);
    assertThat(ServiceSchemaTest.accepts("shift", example())).isTrue();
    assertThat(ShiftDocument.read("orders", "strangle/orders.yaml", example()).stages()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight: 5|weight: 500",
        "weight: 5|wieght: 5",
        "soak: 30m|soak: soon",
        "methods: [GET, HEAD]|methods: [GET, FETCH]",
        "prefix: /orders|prefix: orders",
        "service: http://127.0.0.1:8082|service: orders",
        "value: orders|valeu: orders",
        "gates:|gatse:",
        "listen: 127|lisetn: 127"
      })
  void bothRefuse(String edit) throws Exception {
    String[] parts = edit.split("\\|", -1);
    String text = example().replace(parts[0], parts[1]);
    assertThat(text).isNotEqualTo(example());

    assertThat(ServiceSchemaTest.accepts("shift", text)).isFalse();
    if (!edit.startsWith("listen")) {
      assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
          .isInstanceOf(UserError.class);
    }
  }
}
