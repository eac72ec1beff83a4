package dev.msvc.model.shift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.yaml.ShiftDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShiftsTest {
  private static ShiftPlan plan(String name, String after) {
    return ShiftDocument.read(
        name,
        name + ".yaml",
        """
        router: local
        monolith: http://monolith
        service: http://%s
        routes:
        - {prefix: /%s, methods: [GET]}
        stages:
        - {weight: 20, soak: 1s}
        - {weight: 100, soak: 1s}
        ungated: a test
        after: [%s]
        """
            .formatted(name, name, after));
  }

  private static Shifts shifts(String... namesAndAfter) {
    TreeMap<String, ShiftPlan> plans = new TreeMap<>();
    for (String each : namesAndAfter) {
      String[] parts = each.split(" < ", -1);
      plans.put(parts[0], plan(parts[0], parts.length > 1 ? parts[1] : ""));
    }
    return new Shifts(plans);
  }

  @Test
  void eachComesBehindThoseThatItIsAfterAndGoesBackBeforeThem() {
    Shifts shifts = shifts("a < d", "b < a", "c < a, d", "d", "e");

    assertThat(shifts.order()).containsExactly("d", "a", "b", "c", "e");
    assertThat(shifts.dependants("d")).containsExactly("c", "b", "a");
    assertThat(shifts.dependants("a")).containsExactly("c", "b");
    assertThat(shifts.dependants("e")).isEmpty();
    assertThat(shifts.predecessors("c")).containsExactly("a", "c", "d");
  }

  @Test
  void aCircleIsFoundWithTheLinesThatMakeItAndNothingHangsOnOne() {
    Shifts shifts = shifts("a < b", "b < c", "c < a", "d < a", "e < nobody");

    assertThat(shifts.circle("a")).extracting(Predecessor::shift).containsExactly("b", "c", "a");
    assertThat(shifts.circle("a")).extracting(Predecessor::line).containsOnly(10);
    assertThat(shifts.circle("d")).isEmpty();
    assertThat(shifts.circle("e")).isEmpty();
    assertThat(shifts.order()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(shifts.dependants("a")).containsExactlyInAnyOrder("b", "c", "d");
  }

  @Test
  void orderAndDependantsAgreeForEveryGraph() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
      Collections.shuffle(names, random);
      List<String> all = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Set<String> after = new TreeSet<>();
        for (int j = 0; j < i; j++) {
          if (random.nextInt(3) == 0) {
            after.add(names.get(j));
          }
        }
        all.add(names.get(i) + " < " + String.join(", ", after));
      }
      Shifts shifts = shifts(all.toArray(String[]::new));
      List<String> order = shifts.order();

      assertThat(order).containsExactlyInAnyOrderElementsOf(names);
      for (String each : names) {
        for (Predecessor before : shifts.plan(each).after()) {
          assertThat(order.indexOf(before.shift())).isLessThan(order.indexOf(each));
          assertThat(shifts.dependants(before.shift())).contains(each);
        }
        List<String> dependants = shifts.dependants(each);
        for (String one : dependants) {
          assertThat(shifts.predecessors(one)).contains(each);
          assertThat(dependants.subList(0, dependants.indexOf(one)))
              .containsAll(shifts.dependants(one));
        }
      }
    }
  }

  @Test
  void oneMayBeginWhenAllStagesPassedOrFromTheWeightThatIsAllowed() {
    ShiftPlan customers = plan("customers", "");
    Predecessor done = plan("orders", "customers").after().get(0);
    Predecessor some = plan("orders", "{shift: customers, weight: 20}").after().get(0);

    ShiftState begun = state(customers, ShiftState.Phase.NEW, -1, false);
    assertThat(done.missing(customers, begun)).isEqualTo("customers was not begun yet");
    ShiftState first = state(customers, ShiftState.Phase.RUNNING, 0, false);
    assertThat(done.missing(customers, first)).isEqualTo("customers has passed 0 of its 2 stages");
    assertThat(some.missing(customers, first)).isEmpty();
    ShiftState last = state(customers, ShiftState.Phase.RUNNING, 1, false);
    assertThat(done.missing(customers, last)).isEqualTo("customers has passed 1 of its 2 stages");
    assertThat(done.missing(customers, state(customers, ShiftState.Phase.PAUSED, 1, true)))
        .isEmpty();
    ShiftState back = state(customers, ShiftState.Phase.ROLLED_BACK, -1, false);
    assertThat(some.missing(customers, back)).isEqualTo("customers was rolled back");
    ShiftState none = state(customers, ShiftState.Phase.RUNNING, -1, false);
    assertThat(some.missing(customers, none))
        .isEqualTo("customers has 0 % of its reads, of 20 % that it is to have");
  }

  private static ShiftState state(
      ShiftPlan plan, ShiftState.Phase phase, int stage, boolean passed) {
    return new ShiftState(phase, "plan", stage, plan.weights(stage), null, passed);
  }
}
