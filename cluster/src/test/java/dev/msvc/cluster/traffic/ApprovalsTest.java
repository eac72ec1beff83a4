package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.data.Databases;
import dev.msvc.cluster.gate.GateJudge;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
  private final ShiftPlan plan = plan("gates: [approval: {who: [ann, bob]}]");
  private final World world = new World(plan.weights(-1));

  private static ShiftPlan plan(String gates) {
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        router: local
        monolith: http://shop
        service: http://orders
        routes:
        - {prefix: /orders, methods: [GET]}
        stages:
        - {weight: 50, soak: 1m}
        - {weight: 100, soak: 1m}
        %s
        """
            .formatted(gates));
  }

  /** Gates as they are; that the share is as declared is not what this is about. */
  private Shifter shifter() {
    GateJudge gates =
        new GateJudge(
            plan, Map.of(), Databases.of(List.of(), Map.of()), () -> world.journal().approvals());
    Judge judge =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return new Judged(Verdict.PASS, "as declared", new TreeMap<>(), Map.of());
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return gates.gates(window, before);
          }
        };
    return new Shifter(
        plan, "plan", world.router(), world.store(), judge, world.clock(), "cron@server");
  }

  private Turn steps(int many) {
    Turn turn = shifter().step();
    for (int i = 1; i < many; i++) {
      world.pass(turn.again());
      turn = shifter().step();
    }
    return turn;
  }

  private boolean approve(String by) {
    return new Approvals(plan, world.store()).give(by, world.clock().instant(), "looks good");
  }

  @Test
  void aStageThatAsksForAWordWaitsForItAndTheNextOneAsksAgain() {
    assertThatThrownBy(() -> approve("ann@laptop")).hasMessageContaining("no stage of orders");
    assertThat(steps(20).said()).isEqualTo("approval: none of ann, bob approved yet");
    assertThat(world.live().service()).containsValue(50);

    assertThatThrownBy(() -> approve("eve@laptop"))
        .isInstanceOfSatisfying(
            UserError.class,
            refused -> {
              assertThat(refused.message()).isEqualTo("eve@laptop may not approve orders");
              assertThat(refused.hint()).contains("ann, bob");
              assertThat(refused.exitCode()).isEqualTo(3);
            });
    assertThat(approve("ann@laptop")).isTrue();
    assertThat(approve("ann@laptop")).isFalse();

    assertThat(steps(20).said()).isEqualTo("approval: none of ann, bob approved yet");
    assertThat(world.live().service()).containsValue(100);
    assertThat(world.journal().entries().stream().filter(each -> each.event() == Event.APPROVED))
        .satisfiesExactly(
            each -> {
              assertThat(each.by()).isEqualTo("ann@laptop");
              assertThat(each.stage()).isZero();
              assertThat(each.reason()).isEqualTo("looks good");
            });
    assertThat(approve("bob@x")).isTrue();
    assertThat(steps(10).kind()).isEqualTo(Turn.Kind.DONE);
    assertThat(world.journal().broken()).isEmpty();
  }

  @Test
  void aWordForAStageThatWentBackDoesNotCountForTheNextTime() {
    steps(10);
    approve("ann@laptop");
    shifter().rollback("no");
    assertThatThrownBy(() -> approve("bob@laptop")).hasMessageContaining("no stage of orders");
    shifter().again();

    assertThat(steps(20).said()).isEqualTo("approval: none of ann, bob approved yet");
    assertThat(world.journal().approvals()).isEqualTo(List.of());
  }

  @Test
  void whereNoGateAsksNobodyNeedsToApprove() {
    assertThatThrownBy(
            () ->
                new Approvals(plan("ungated: a test"), world.store())
                    .give("ann", world.clock().instant(), ""))
        .hasMessageContaining("no gate of orders asks");
  }
}
