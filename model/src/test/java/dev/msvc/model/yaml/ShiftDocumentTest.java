package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Ability;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.StickyWord;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftDocumentTest {
  private static final String PLAN =
      """
      schema: msvc/shift/v1
      router: {local: {listen: 127.0.0.1:8080}}
      monolith: http://127.0.0.1:8081
      service: http://127.0.0.1:8082
      routes:
      - {prefix: /orders, methods: [GET, HEAD]}
      - {path: /orders/count, methods: [GET]}
      - {prefix: /orders, methods: [POST, DELETE], writes: Order}
      canary: {header: X-Canary, value: orders}
      cohort: {header: X-Tenant}
      stages:
      - {canary: true, soak: 5m}
      - {weight: 5, soak: 30m}
      - {weight: 100, soak: 1d}
      - {writes: [acme], soak: 1d}
      - {writes: all, soak: 7d}
      gates:
      - success-rate: {min: 99.5%, requests: 200}
      sync: {lag: {sql: SELECT 0, at: service, below: 1}, databases: {service: {url: "jdbc:x:y"}}}
      """;

  @Test
  void rulesAreInTheOrderInWhichNoneHidesAnother() {
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", PLAN);

    assertThat(plan.rules())
        .extracting(Rule::id, Rule::kind)
        .containsExactly(
            tuple("orders-count-canary", Rule.Kind.CANARY),
            tuple("orders-count", Rule.Kind.READ),
            tuple("orders-canary", Rule.Kind.CANARY),
            tuple("orders-writes-stage-4", Rule.Kind.COHORT),
            tuple("orders", Rule.Kind.READ),
            tuple("orders-writes", Rule.Kind.WRITE));
  }

  @Test
  void aStageBringsItsOwnOnTopOfWhatCameBefore() {
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", PLAN);

    assertThat(plan.weights(-1).areNone()).isTrue();
    assertThat(plan.weights(1).service())
        .containsEntry("orders", 5)
        .containsEntry("orders-canary", 100)
        .containsEntry("orders-writes", 0);
    assertThat(plan.weights(3).service())
        .containsEntry("orders", 100)
        .containsEntry("orders-writes-stage-4", 100)
        .containsEntry("orders-writes", 0);
    assertThat(plan.weights(4).service().values()).containsOnly(100);
    assertThat(plan.kept()).isEmpty();
    assertThat(
            ShiftDocument.read("orders", "o.yaml", PLAN.replace("- {writes: all, soak: 7d}\n", ""))
                .kept())
        .containsExactly("orders-writes");
  }

  @Test
  void clientsKeepTheirArmByACookieOrAHeader() {
    ShiftPlan plan =
        ShiftDocument.read("orders", "strangle/orders.yaml", PLAN + "sticky: {cookie: sid}\n");

    assertThat(plan.sticky())
        .hasValue(new StickyWord(Selector.In.COOKIE, "sid", OptionalInt.empty(), 20));
    assertThat(plan.needs()).containsEntry(Ability.STICKY, 20);
    assertThat(
            ShiftDocument.read(
                    "orders", "o.yaml", PLAN + "sticky: {header: X-User, requests: 40}\n")
                .sticky()
                .orElseThrow()
                .requests())
        .hasValue(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sticky: {} | 20:9: sticky names a header or a cookie",
        "sticky: {cookie: sid, header: X-User} | 20:9: sticky names a header or a cookie",
        "sticky: {cookie: 'a b'} | 20:18: 'a b' is no name of a header or a cookie",
        "sticky: {cookie: sid, requests: 0} | 20:33: '0' is no number from 1 to 9999",
        "sticky: {cookie: sid, request: 4} | 20:23: sticky has no key 'request'",
      })
  void stickinessThatIsNoneIsRefused(String line, String message) {
    assertThatThrownBy(() -> ShiftDocument.read("orders", "o.yaml", PLAN + line + "\n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("o.yaml:" + message);
  }

  @Test
  void stickinessWithoutASplitIsRefused() {
    assertThatThrownBy(
            () ->
                ShiftDocument.read(
                    "orders",
                    "o.yaml",
                    PLAN.replace("- {weight: 5, soak: 30m}\n", "") + "sticky: {cookie: sid}\n"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("o.yaml:19:9: no stage splits requests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 100, soak: 1d | weight: 5, soak: 1d | 14:3: the weight is 5 and was 5",
        "weight: 5, soak: 30m | weight: 101, soak: 30m | 13:12: the weight is '101'",
        "weight: 5, soak: 30m | weight: 2.5, soak: 30m | 13:12: the weight is '2.5'",
        "weight: 5, soak: 30m | weight: -5, soak: 30m | 13:12: the weight is '-5'",
        "weight: 5, soak: 30m | weight: 5 | 13:3: the stage has no soak",
        "weight: 5, soak: 30m | weight: 5, soak: 0m | 13:21: '0m' is no length of time",
        "weight: 5, soak: 30m | weight: 5, wieght: 6, soak: 1m | 13:15: a stage has no key"
            + " 'wieght'",
        "service: http://127.0.0.1:8082 | service: orders | 4:10: 'orders' is no address of the"
            + " service",
        "methods: [GET, HEAD]} | methods: [GET, POST]} | 6:3: the route may change something",
        "methods: [GET, HEAD]} | methods: [GET, FETCH]} | 6:36: 'FETCH' is no method of HTTP",
        "path: /orders/count | path: orders/count | 7:10: 'orders/count' is no path",
        "path: /orders/count, methods: [GET] | prefix: /orders, methods: [GET] | 7:3: the same"
            + " requests are in line 6, too",
        "writes: [acme] | writes: [acme, acme2], canary: true | 15:3: a stage moves one thing",
        "cohort: {header: X-Tenant} | # none | 15:3: nothing says whose rows a request changes",
        "canary: {header: X-Canary, value: orders} | # none | 12:3: nothing says which requests"
            + " ask",
        "sync: | # sync: | 12:1: writes go to the service, and nothing says how",
        "- success-rate: {min: 99.5%, requests: 200} | # none | 1:1: no gate says when to go on",
        "min: 99.5% | min: 101% | 18:23: '101%' is no share",
        "success-rate: {min: 99.5%, requests: 200} | latency: {below: 300ms} | 18:12: nothing says"
            + " where the numbers",
        "success-rate: {min: 99.5%, requests: 200} | client-errors: {requests: 200} | 18:18: nothing"
            + " says how many requests may be answered with 4xx",
        "success-rate: {min: 99.5%, requests: 200} | client-errors: {min: 99%} | 18:19: client-errors"
            + " has no key 'min'",
        "success-rate: {min: 99.5%, requests: 200} | client-errors: {worse: 1} | 18:18: the share"
            + " that may be worse than the monolith's is 1.0",
        "schema: msvc/shift/v1 | schema: msvc/shift/v2 | 1:9: 'msvc/shift/v2' was made for a newer"
            + " msvc",
      })
  void whatCouldDoHarmIsRefusedWithItsLine(String was, String is, String message) {
    String text = PLAN.replace(was, is);
    assertThat(text).isNotEqualTo(PLAN);

    assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("strangle/orders.yaml:" + message);
  }

  @Test
  void gatesThatOnlyCompareDoWhereBothAnswerAtEveryStage() {
    String all = PLAN.replace("min: 99.5%", "worse: 1%");
    assertThatThrownBy(() -> ShiftDocument.readToBegin("orders", "o.yaml", all))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("o.yaml:18:1: nothing is compared at 100 %");
    // one that began by it can be taken back
    assertThat(ShiftDocument.read("orders", "o.yaml", all).gates()).hasSize(1);
    String compares =
        all.replace("- {weight: 100, soak: 1d}\n", "").replace("- {writes: all, soak: 7d}\n", "");

    ShiftPlan plan = ShiftDocument.readToBegin("orders", "o.yaml", compares);

    assertThat(plan.gates()).singleElement().satisfies(gate -> assertThat(gate.alone()).isEmpty());
    assertThat(plan.stages()).hasSize(3);
    for (int stage = 0; stage < 3; stage++) {
      assertThat(plan.compares(plan.weights(stage))).as("stage %d", stage).isTrue();
    }
    assertThat(plan.compares(plan.weights(-1))).isFalse();
  }

  @Test
  void answersWith4xxAreComparedOrBoundOrBoth() {
    String gates =
        """
        gates:
        - client-errors: {worse: 1%}
        - client-errors: {max: 5%, tolerance: 2%, requests: 50, name: at most}
        - client-errors: {worse: 1%, max: 5%, name: both}
        """;

    ShiftPlan plan =
        ShiftDocument.readToBegin("orders", "o.yaml", PLAN.replaceAll("gates:\n.*\n", gates));

    assertThat(plan.gates())
        .containsExactly(
            new GateSpec.ClientErrors(
                GateSpec.Basis.named("client-errors"), Limit.worseBy(0.01).tolerating(0.01)),
            new GateSpec.ClientErrors(
                new GateSpec.Basis("at most", GateSpec.Basis.WINDOW, 50),
                Limit.atMost(0.05).tolerating(0.02)),
            new GateSpec.ClientErrors(
                GateSpec.Basis.named("both"),
                new Limit(OptionalDouble.of(0.05), OptionalDouble.of(0.01), 0.05)));
    assertThat(plan.gates())
        .extracting(gate -> gate.alone().isPresent())
        .as("asked where nothing is the monolith's any more")
        .containsExactly(false, true, true);
  }

  @Test
  void aGateThatOnlyCompares4xxIsNotEnoughAt100Percent() {
    String all = PLAN.replace("success-rate: {min: 99.5%,", "client-errors: {worse: 1%,");

    assertThatThrownBy(() -> ShiftDocument.readToBegin("orders", "o.yaml", all))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("o.yaml:18:1: nothing is compared at 100 %");
    assertThat(
            ShiftDocument.readToBegin("orders", "o.yaml", all.replace("worse: 1%", "max: 5%"))
                .gates())
        .hasSize(1);
  }

  @Test
  void armsCompareByTheRulesOfKindsThatBothAnswer() {
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", PLAN);

    assertThat(plan.compared(plan.weights(1)))
        .as("writes are the monolith's alone")
        .extracting(Rule::id)
        .containsExactly("orders-count-canary", "orders-count", "orders-canary", "orders");
    assertThat(plan.compared(plan.weights(2))).isEmpty();
    assertThat(plan.compared(plan.weights(3)))
        .as("reads are the service's alone")
        .extracting(Rule::id)
        .containsExactly("orders-writes-stage-4", "orders-writes");
  }

  @Test
  void halfACredentialIsRefused() {
    String metrics =
        "metrics: {url: http://p, source: micrometer, service: {j: s}, monolith: {j: m}, %s: X}\n";

    assertThatThrownBy(
            () -> ShiftDocument.read("orders", "o.yaml", PLAN + metrics.formatted("passwordEnv")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("o.yaml:20:")
        .hasMessageContaining("a password and no user");
    assertThatThrownBy(
            () -> ShiftDocument.read("orders", "o.yaml", PLAN + metrics.formatted("userEnv")))
        .hasMessageContaining("a user and no password");
  }
}
