package dev.msvc.bench;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.analyzers.decompose.Decomposer;
import dev.msvc.analyzers.decompose.View;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Unplaced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far the proposed contexts agree with those that people made, with one default for all. What
 * is shared, technical or to be split counts once as a context of its own, and once as a part of
 * the nearest.
 */
final class DecomposeBench implements Benchmark {
  @Override
  public String name() {
    return "decompose";
  }

  @Override
  public String what() {
    return "contexts beside those that people made, with --truths DIR: adjusted Rand index";
  }

  @Override
  public void run(Bench bench) throws IOException, SkippedException {
    List<List<Double>> own = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Double>> nearest = List.of(new ArrayList<>(), new ArrayList<>());
    for (Truth truth : bench.truths()) {
      Decomposition found =
          Monolith.analyze(truth.tree(), Inputs.NONE, Progress.NONE).decomposition();
      int group = truth.synthetic() ? 1 : 0;
      double strict = truth.agreement(places(found, false));
      own.get(group).add(strict);
      nearest.get(group).add(truth.agreement(places(found, true)));
      bench.figure(
          Figure.told(
              "decompose." + truth.name(),
              strict,
              "%d contexts, people %d"
                  .formatted(
                      found.contexts().size(),
                      truth.contexts().values().stream().distinct().count())));
    }
    tell(bench, "decompose.real", 0.70, own.get(0));
    tell(bench, "decompose.real.nearest", 0.70, nearest.get(0));
    tell(bench, "decompose.synthetic", 0.80, own.get(1));
    tell(bench, "decompose.synthetic.nearest", 0.80, nearest.get(1));
    for (View view : View.values()) {
      ablation(bench, view);
    }
  }

  /** What the means are without one view. No truth has a history: changes are none of them. */
  private static void ablation(Bench bench, View view) throws IOException, SkippedException {
    if (view == View.CHANGES) {
      return;
    }
    String name = view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    for (boolean synthetic : new boolean[] {false, true}) {
      double[] values =
          bench.truths().stream()
              .filter(truth -> truth.synthetic() == synthetic)
              .mapToDouble(
                  truth ->
                      truth.agreement(
                          places(
                              Decomposer.without(
                                  Monolith.analyze(truth.tree(), Inputs.NONE, Progress.NONE)
                                      .facts(),
                                  Set.of(view)),
                              false)))
              .toArray();
      if (values.length > 0) {
        bench.figure(
            Figure.told(
                "decompose.%s.without-%s".formatted(synthetic ? "synthetic" : "real", name),
                Arrays.stream(values).average().orElse(0),
                values.length + " systems"));
      }
    }
  }

  /** The mean, and how far it moves when each system is left out in turn. */
  private static void tell(Bench bench, String name, double bar, List<Double> values) {
    if (values.isEmpty()) {
      return;
    }
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    double[] without =
        values.stream()
            .mapToDouble(each -> values.size() == 1 ? each : (sum - each) / (values.size() - 1))
            .sorted()
            .toArray();
    bench.figure(
        Figure.atLeast(
            bar,
            name,
            sum / values.size(),
            String.format(
                Locale.ROOT, "one left out: %.2f-%.2f", without[0], without[without.length - 1])));
  }

  /** The context of each class, by its name. */
  static Map<String, String> places(Decomposition found, boolean nearest) {
    Map<String, String> places = new HashMap<>();
    for (BoundedContext context : found.contexts()) {
      context.classes().forEach(each -> places.put(bare(each), context.name()));
    }
    if (nearest) {
      Stream.of(found.shared(), found.mustSplit(), found.technical())
          .flatMap(List::stream)
          .filter(each -> !each.nearest().isEmpty())
          .forEach((Unplaced each) -> places.put(bare(each.className()), each.nearest()));
    }
    return places;
  }

  private static String bare(String name) {
    int module = name.indexOf('@');
    return module < 0 ? name : name.substring(0, module);
  }
}
