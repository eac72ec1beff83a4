package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCodeGeneratorTest {
  private static final String MAIN = "src/main/java/com/acme/orders/";

  @Test
  void anAggregateIsWhatItHoldsAndDoes() {
    String order =
        file(
            """
            Order:
              fields: {number: string, status: [NEW, PAID], tags: list(string)}
              commands: {pay: {fields: {by: string}, sets: {status: PAID}, emits: OrderPaid}}
              events: {OrderPaid: {fields: {by: string, number: string}}}
            """,
            MAIN + "domain/order/Order.java");

    assertThat(order)
        .contains("@Table(name = \"orders\")", "private List<String> tags = new ArrayList<>();")
        .contains(
            """
              public void pay(String by) {
                Check.text("by", by, 255);
                if (status == OrderStatus.PAID) {
                  throw new RuleViolationException("order %s is already PAID".formatted(id));
                }
                status = OrderStatus.PAID;
                happened(new OrderEvent.OrderPaid(id, by, number));
              }
            """);
  }

  @Test
  void daysAndTimesAreOfYearsThatTheContractAndTheDatabaseKnow() {
    String details =
        file(
            """
            Order:
              fields: {day: date, at: optional instant, days: list(date), until: optional date, times: map(instant), opens: time}
            """,
            MAIN + "domain/order/OrderDetails.java");

    assertThat(details)
        .contains("    Check.date(\"day\", day);")
        .contains("    if (at != null) {\n      at = Check.instant(\"at\", at);")
        .contains("days = Check.each(\"days\", days, each -> Check.date(\"days\", each));")
        .contains("    if (until != null) {\n      Check.date(\"until\", until);")
        .contains(
            "times = Check.entries(\"times\", times, each -> Check.instant(\"times\", each));")
        .contains("opens = Check.present(\"opens\", opens).truncatedTo(ChronoUnit.MICROS);");
  }

  @Test
  void aRowThatIsRefusedIsNotWrittenToLogs() {
    assertThat(file("Order: {fields: {a: int}}", "src/main/resources/application.yaml"))
        .contains("        logServerErrorDetail: \"false\"\n");
  }

  @Test
  void whatCannotBeAskedIsNotThere() {
    List<String> paths = paths("Order: {fields: {number: string}, operations: [get]}");

    assertThat(paths)
        .contains(MAIN + "adapter/rest/OrderController.java")
        .doesNotContain(
            MAIN + "adapter/rest/OrderRequest.java", MAIN + "adapter/rest/OrderPage.java");
    assertThat(
            paths(
                """
                Order: {fields: {number: string}, operations: []}
                Other: {fields: {number: string}}
                """))
        .contains(MAIN + "domain/order/Order.java")
        .noneMatch(each -> each.endsWith("OrderController.java"));
  }

  @Test
  void wordsOfSqlAreQuotedInBothPlaces() {
    String spec = "Order: {fields: {user: string}}";

    assertThat(file(spec, MAIN + "domain/order/Order.java"))
        .contains("@Column(name = \"\\\"user\\\"\")");
    assertThat(file(spec, "src/main/resources/db/migration/V1__orders.sql"))
        .contains("  \"user\" varchar(255) not null");
  }

  @Test
  void aTypeThatIsCalledLikeOneOfOursIsCalledOtherwiseInJavaOnly() {
    String spec = "Page: {fields: {title: string}}";

    assertThat(file(spec, MAIN + "adapter/rest/PageAggregateController.java"))
        .contains("@RequestMapping(\"/pages\")", "PageAggregate ");
  }

  @Test
  void textOfUsersStaysText() {
    String spec =
        """
        Order:
          description: "*/ class Evil {} /** \\" \\\\u000a"
          fields: {code: {type: string, pattern: "[\\"'x]+"}}
        """;

    assertThat(file(spec, MAIN + "domain/order/Order.java")).doesNotContain("*/ class Evil");
    assertThat(file(spec, MAIN + "domain/order/OrderDetails.java"))
        .contains("Pattern.compile(\"[\\\"'x]+\")");
  }

  @Test
  void aTypeThatIsCalledLikeWhatIsMadeOfAnotherIsCalledOtherwiseInJavaOnly() {
    String spec = "Order: {fields: {response: [YES, NO]}}\nOrderPage: {fields: {a: int}}";

    assertThat(paths(spec))
        .contains(
            MAIN + "domain/order/OrderResponseKind.java",
            MAIN + "adapter/rest/OrderResponse.java",
            MAIN + "domain/orderpage/OrderPageAggregate.java",
            MAIN + "adapter/rest/OrderPage.java");
  }

  @Test
  void anEventSaysWhenItHappened() {
    String spec =
        "Order: {fields: {a: int}, emits: {create: Made}, events: {Made: {fields: {orderId: uuid, at: instant}}}}";

    assertThat(file(spec, MAIN + "domain/order/Order.java"))
        .contains("happened(new OrderEvent.Made(id, Instant.now()));");
  }

  @Test
  void anEventSaysAFieldThatAParameterHides() {
    String spec =
        "Order: {fields: {details: map(string)}, emits: {create: Made}, events: {Made: {fields: {details: map(string)}}}}";

    assertThat(file(spec, MAIN + "domain/order/Order.java"))
        .contains("happened(new OrderEvent.Made(id, Map.copyOf(this.details)));");
  }

  @Test
  void anEventThatIsCalledLikeAClassOfOursHidesNone() {
    String spec =
        "Order: {fields: {a: int}, emits: {create: OrderEvent, delete: Instant}, events: {OrderEvent: {}, Instant: {}}}";

    assertThat(file(spec, MAIN + "domain/order/OrderEvent.java"))
        .contains("record OrderEventEvent(", "record InstantEvent(");
    assertThat(
            file(
                "Aggregate: {fields: {a: int}, emits: {create: Made}, events: {Made: {}}}",
                MAIN + "domain/aggregate/AggregateAggregateEvent.java"))
        .contains("record Made(UUID idOfAggregate)");
  }

  @Test
  void patternsOfCommandsAreThereOnceForEach() {
    String spec =
        """
        Order:
          fields: {a: int}
          commands:
            pay: {fields: {code: {type: string, pattern: A}}}
            send: {fields: {code: {type: string, pattern: B}}}
            drop: {fields: {code: {type: string, pattern: A}}}
        """;

    assertThat(file(spec, MAIN + "domain/order/Order.java"))
        .containsOnlyOnce("Pattern CODE = Pattern.compile(\"A\");")
        .containsOnlyOnce("Pattern SEND_CODE = Pattern.compile(\"B\");")
        .contains("import java.util.regex.Pattern;", "Check.matching(\"code\", code, SEND_CODE);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Order: {fields: {hashCode: int}} ~ 'hashCode'",
        "Order: {fields: {is: boolean}} ~ 'is': Java takes it for the beginning of a getter",
        "Order: {fields: {on: {type: boolean, unique: true}}} ~ 'on' cannot be unique",
        "Order: {fields: {paid: boolean}, commands: {paid: {}}} ~ 'paid' is a field and a command",
        "Order: {fields: {a: int}, emits: {create: Made}, events: {Made: {fields: {b: int}}}} ~ 'b' of event 'Made'"
      })
  void whatNoCodeCanBeMadeOfIsRefusedInWords(String spec, String message) {
    assertThatThrownBy(() -> files(spec)).isInstanceOf(Unmade.class).hasMessageContaining(message);
  }

  private static List<PlannedFile> files(String aggregates) {
    String yaml =
        "schema: msvc/service/v1\nname: orders\npackage: com.acme.orders\naggregates:\n"
            + aggregates.indent(2);
    return new JavaSpringGenerator()
        .files(
            new Blueprint(
                ServiceDocument.read("service.yaml", yaml, Organisation.DEFAULT).get(0),
                Organisation.DEFAULT,
                Templates.BUNDLED));
  }

  private static List<String> paths(String aggregates) {
    return files(aggregates).stream().map(PlannedFile::path).toList();
  }

  private static String file(String aggregates, String path) {
    return files(aggregates).stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path))
        .text();
  }
}
