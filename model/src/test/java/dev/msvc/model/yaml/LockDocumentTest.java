package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import dev.msvc.model.UserError;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockDocumentTest {
  private static final Lock LOCK =
      new Lock(
          "1.2.3",
          new TreeMap<>(Map.of("order", "orders", "no", "no")),
          new TreeMap<>(Map.of("a.Order", "order", "a.Line@web", "order", "a.No", "no")),
          new TreeMap<>(Map.of("a.Money", Placement.SHARED)),
          new TreeMap<>(Map.of("orders", "order", "odd \"name\": #\n", "order", "true", "no")));

  @Test
  void oneLineAClassSortedAndInQuotesWhereYamlNeedsThem() {
    assertThat(LockDocument.write(LOCK))
        .endsWith(
            """
            schema: msvc/lock/v1
            madeBy: "1.2.3"
            contexts:
              "no": "no"
              order: orders
            classes:
              a.Line@web: order
              a.No: "no"
              a.Order: order
            unplaced:
              a.Money: shared
            tables:
              "odd \\"name\\": #\\u000a": order
              orders: order
              "true": "no"
            """);
  }

  @Test
  void whatWasWrittenIsRead() {
    assertThat(LockDocument.read(LockDocument.write(LOCK))).isEqualTo(LOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema: msvc/lock/v9\\nmadeBy: 7.1|1:1: it was made by msvc 7.1 as msvc/lock/v9",
        "schema: msvc/lock/v1\\n<<<<<<< ours|2:1: a merge was not finished",
        "schema: msvc/lock/v1\\nclasses:\\n  a.B: nowhere|3:8: no context has the id 'nowhere'",
        "schema: msvc/lock/v1\\nunplaced:\\n  a.B: lost|3:8: 'lost' is no role",
        "schema: msvc/lock/v1\\nextra: 1|2:1: 'extra' is no part of it",
        "madeBy: 1|1:1: there is no line schema",
        "- a|1:1: this is not what msvc accept writes",
        "schema: msvc/lock/v1\\nclasses: [a]|2:10: 'classes' is no list of names",
      })
  void aDamagedFileIsNamedWithItsPlace(String text, String message) {
    UserError wrong =
        catchThrowableOfType(UserError.class, () -> LockDocument.read(text.replace("\\n", "\n")));

    assertThat(wrong.message()).startsWith("msvc.lock:" + message);
    assertThat(wrong.exitCode()).isEqualTo(3);
  }
}
