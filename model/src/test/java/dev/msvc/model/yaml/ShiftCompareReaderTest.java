package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.CompareWord;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.ShiftPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftCompareReaderTest {
  private static ShiftPlan plan(String more) {
    return ShiftDocument.read(
        "orders",
        "strangle/orders.yaml",
        """
        router: local
        monolith: http://127.0.0.1:1
        service: http://127.0.0.1:2
        routes:
        - {prefix: /orders, methods: [GET]}
        - {prefix: /orders, methods: [POST], writes: Order}
        stages: [{weight: 100, soak: 1s}]
        ungated: a test
        """
            + more);
  }

  @Test
  void aPlanSaysHowAnswersAreComparedAndWhatIsCopied() {
    ShiftPlan plan =
        plan(
            """
            compare: {ignore: [$.at, '$.items[].at', $..etag, 'header:X-Id'], max: 0.5%, requests: 20}
            mirror: {share: 10%, writes: [orders-writes], noise: true}
            """);

    assertThat(plan.compare())
        .isEqualTo(
            new CompareWord(List.of("$.at", "$.items[].at", "$..etag", "header:X-Id"), 0.005, 20));
    assertThat(plan.mirror().orElseThrow().share()).isEqualTo(0.1);
    assertThat(plan.mirror().orElseThrow().writes()).containsExactly("orders-writes");
    assertThat(plan.mirror().orElseThrow().noise()).isTrue();
    assertThat(plan("mirror: {share: 10%}\n").mirror().orElseThrow().noise()).isFalse();
  }

  @Test
  void aPlanThatSaysNothingMirrorsNothing() {
    assertThat(plan("").mirror()).isEmpty();
    assertThat(plan("").compare()).isEqualTo(CompareWord.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compare: {ignore: [at]}|9:20: 'at' is neither a path of JSON nor a header",
        "compare: {max: 200%}|9:16: '200%' is no share",
        "mirror: {writes: [orders-writes]}|mirror says no share",
        "mirror: {share: 0%}|a share of nothing is no mirror",
        "mirror: {share: 1%, writes: [orders]}|'orders' is no route that changes something",
        "mirror: {share: 1%, noise: maybe}|9:28: noise is 'maybe'"
      })
  void whatIsWrongIsSaidWithItsLine(String text, String message) {
    assertThatThrownBy(() -> plan(text + "\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  private static ShiftPlan gated(String gates, String more) {
    return ShiftDocument.readToBegin(
        "orders",
        "strangle/orders.yaml",
        """
        router: local
        monolith: http://127.0.0.1:1
        service: http://127.0.0.1:2
        routes: [{prefix: /orders, methods: [GET]}]
        stages: [{weight: 100, soak: 1s}]
        gates: [%s]
        """
                .formatted(gates)
            + more);
  }

  @Test
  void aGateComparesWhatIsCopied() {
    String both = "{success-rate: {min: 99%}}, {compare: {max: 0.1%, requests: 200}}";

    assertThat(gated(both, "mirror: {share: 10%}\n").gates().get(1))
        .isEqualTo(
            new GateSpec.Compare(
                new GateSpec.Basis("compare", GateSpec.Basis.WINDOW, 200), Limit.atMost(0.001)));
    assertThatThrownBy(() -> gated(both, ""))
        .hasMessageContaining("6:37: nothing is copied to the service");
    assertThatThrownBy(() -> gated("{compare: {max: 1%}}", "mirror: {share: 10%}\n"))
        .hasMessageContaining("no other gate says when to go on");
  }
}
