package dev.msvc.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorTest {
  @Test
  void labelsAndExpressionsAreWrittenAsTheApiTakesThem() {
    assertThat(
            Selector.of(
                Trees.object(
                    """
                    spec:
                      selector:
                        matchLabels: {app: web}
                        matchExpressions:
                        - {key: tier, operator: In, values: [a, b]}
                        - {key: old, operator: NotIn, values: [c]}
                        - {key: live, operator: Exists}
                        - {key: gone, operator: DoesNotExist}
                    """)))
        .isEqualTo("app=web,tier in (a,b),old notin (c),live,!gone");
    assertThat(Selector.of(Trees.object("spec: {selector: {app: web}}"))).isEqualTo("app=web");
    assertThat(Selector.of(Trees.object("spec: {}"))).isEmpty();
  }
}
