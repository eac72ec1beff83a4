package dev.msvc.model.yaml;

import dev.msvc.model.shift.CohortKey;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the stages of a shift's plan. */
record ShiftStageReader(MarkedFile file, ShiftTexts texts) {
  List<Stage> stages(
      MarkedYaml node,
      Optional<Selector> canary,
      Optional<CohortKey> cohort,
      List<ShiftRoute> routes) {
    List<Stage> stages = new ArrayList<>();
    int weight = 0;
    boolean reads = routes.stream().anyMatch(each -> each.writes().isEmpty());
    boolean writes = routes.stream().anyMatch(each -> each.writes().isPresent());
    boolean allWrites = false;
    boolean asked = false;
    Set<String> moved = new HashSet<>();
    for (MarkedYaml each : file.items(node, "stages", "stages: {weight: 5, soak: 10m}")) {
      Stage stage = stage(each);
      Step step = stage.step();
      if (step instanceof Step.Reads share) {
        if (share.weight() <= weight) {
          throw file.wrong(
              each,
              "the weight is %d and was %d: stages only go up".formatted(share.weight(), weight),
              "to go back there is: msvc strangle rollback");
        }
        texts.needs(each, reads, "no route is for reads", "name one with methods: [GET, HEAD]");
        weight = share.weight();
      } else if (step instanceof Step.Canary) {
        texts.needs(
            each,
            canary.isPresent(),
            "nothing says which requests ask for the service",
            "canary: {header: X-Canary, value: orders}");
        texts.needs(each, reads, "no route is for reads", "name one with methods: [GET, HEAD]");
        texts.needs(each, !asked, "the canary header has its stage already", "leave this one out");
        texts.needs(each, weight < 100, "all reads are the service's already", "put it first");
        asked = true;
      } else {
        texts.needs(each, writes, "no route is for writes", "name one with writes: AGGREGATE");
        texts.needs(
            each, !allWrites, "all writes are the service's already", "leave this stage out");
        if (step instanceof Step.Cohort group) {
          texts.needs(
              each,
              cohort.isPresent(),
              "nothing says whose rows a request changes",
              "cohort: {header: X-Tenant}");
          for (String one : group.cohorts()) {
            texts.needs(
                each,
                moved.add(one),
                "'%s' is the service's already".formatted(one),
                "name each once");
          }
        } else {
          allWrites = true;
        }
      }
      stages.add(stage);
    }
    if (stages.isEmpty()) {
      throw file.wrong(node, "a shift without stages moves nothing", "name the first stage");
    }
    return stages;
  }

  private Stage stage(MarkedYaml node) {
    Map<String, MarkedYaml> of =
        file.fields(node, "a stage", List.of("canary", "weight", "writes", "soak"));
    MarkedYaml canary = of.get("canary");
    MarkedYaml weight = of.get("weight");
    MarkedYaml writes = of.get("writes");
    MarkedYaml soak = of.get("soak");
    if ((canary == null ? 0 : 1) + (weight == null ? 0 : 1) + (writes == null ? 0 : 1) != 1) {
      throw file.wrong(
          node,
          "a stage moves one thing",
          "write canary: true, weight: 5 or writes: [acme], each with a soak");
    }
    if (soak == null) {
      throw file.wrong(node, "the stage has no soak", "say how long it is watched: soak: 10m");
    }
    Duration time = texts.duration(soak, "soak");
    Step step;
    if (weight != null) {
      step = new Step.Reads(texts.percent(weight));
    } else if (canary != null) {
      texts.needs(
          canary,
          file.scalar(canary, "canary").text().equals("true"),
          "canary is true or absent",
          "write canary: true");
      step = new Step.Canary();
    } else if (writes instanceof MarkedYaml.Scalar all) {
      texts.needs(
          all,
          all.text().equals("all"),
          "writes are 'all', or a list of cohorts",
          "write writes: all, or writes: [acme]");
      step = new Step.Writes();
    } else {
      SortedSet<String> cohorts = new TreeSet<>();
      file.items(writes, "writes", "cohorts: [acme]")
          .forEach(each -> cohorts.add(file.scalar(each, "a cohort").text()));
      texts.needs(node, !cohorts.isEmpty(), "the stage names no cohort", "write writes: [acme]");
      step = new Step.Cohort(cohorts);
    }
    return new Stage(step, time, node.mark().line());
  }
}
