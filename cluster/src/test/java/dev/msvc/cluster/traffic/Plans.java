package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.CohortKey;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.Tolerance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans of any shape, the same for the same seed. */
final class Plans {
  private Plans() {}

  static ShiftPlan random(long seed) {
    Random random = new Random(seed);
    boolean canary = random.nextBoolean();
    boolean writes = random.nextBoolean();
    List<ShiftRoute> routes = new ArrayList<>();
    int paths = 1 + random.nextInt(3);
    for (int i = 0; i < paths; i++) {
      routes.add(route("read-" + i, "/path-" + i, random.nextBoolean(), Optional.empty()));
      if (writes) {
        routes.add(
            route("write-" + i, "/path-" + i, false, Optional.of(i == 1 ? "Customer" : "Order")));
      }
    }
    List<Stage> stages = new ArrayList<>();
    if (canary) {
      stages.add(stage(random, new Step.Canary()));
    }
    int weight = 0;
    while (weight < 100) {
      weight = Math.min(100, weight + 1 + random.nextInt(60));
      stages.add(stage(random, new Step.Reads(weight)));
    }
    if (writes) {
      for (int i = random.nextInt(3); i > 0; i--) {
        stages.add(stage(random, new Step.Cohort(new TreeSet<>(List.of("tenant-" + i)))));
      }
      stages.add(stage(random, new Step.Writes()));
    }
    return new ShiftPlan(
        "orders",
        new RouterWord("local", new TreeMap<>(), 1),
        "http://monolith",
        "http://service",
        routes,
        canary ? Optional.of(Selector.header("X-Canary", "orders")) : Optional.empty(),
        Optional.of(new CohortKey(Selector.In.HEADER, "X-Tenant")),
        stages,
        Optional.empty(),
        List.of(),
        Optional.of("made up"),
        new Tolerance(Duration.ofMinutes(1), 1 + random.nextInt(3), Duration.ofMinutes(5), 1));
  }

  private static ShiftRoute route(String id, String path, boolean exact, Optional<String> writes) {
    TreeSet<String> methods =
        new TreeSet<>(writes.isPresent() ? List.of("POST", "PUT") : List.of("GET"));
    return new ShiftRoute(id, path, exact, methods, writes, 1);
  }

  private static Stage stage(Random random, Step step) {
    return new Stage(step, Duration.ofMinutes(1 + random.nextInt(10)), 1);
  }
}
