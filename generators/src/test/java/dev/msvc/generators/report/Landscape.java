package dev.msvc.generators.report;

import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.Facts;
import dev.msvc.model.Place;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Systems of as many contexts as a test asks for, that use each other as it says. */
final class Landscape {
  private static final Place PLACE = new Place("A.java", 1);

  private final List<BoundedContext> contexts = new ArrayList<>();
  private final List<TypeFact> types = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();

  /** Contexts of random sizes, each pair of which uses each other in one case of three. */
  static Landscape random(int count, long seed) {
    Random random = new Random(seed);
    Landscape landscape = new Landscape();
    for (int i = 0; i < count; i++) {
      landscape.with("a-context-" + "x".repeat(random.nextInt(20)) + i, 1 + random.nextInt(300));
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (i != j && random.nextInt(3) == 0) {
          landscape.uses(name(landscape, i), name(landscape, j), 1 + random.nextInt(500));
        }
      }
    }
    return landscape;
  }

  private static String name(Landscape landscape, int index) {
    return landscape.contexts.get(index).name();
  }

  Landscape with(String name, int classes) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      names.add(name + ".C" + i);
      types.add(
          new TypeFact(
              name + ".C" + i,
              "",
              name + ".C" + i,
              TypeKind.CLASS,
              PLACE,
              10,
              List.of(),
              null,
              List.of(),
              List.of(),
              List.of(),
              false));
    }
    contexts.add(
        new BoundedContext(
            name, names, List.of(), List.of(), new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0)));
    return this;
  }

  Landscape uses(String from, String to, int count) {
    dependencies.add(
        new Dependency(from + ".C0", to + ".C0", Map.of(ReferenceKind.CALL, count), PLACE));
    return this;
  }

  /** The same, told in the opposite order. */
  Landscape reversed() {
    Landscape reversed = new Landscape();
    reversed.contexts.addAll(contexts);
    reversed.types.addAll(types);
    reversed.dependencies.addAll(dependencies);
    Collections.reverse(reversed.dependencies);
    Collections.reverse(reversed.types);
    return reversed;
  }

  ContextMap map() {
    Share none = Share.NONE;
    Facts facts =
        new Facts(
            new SourceSummary(1, 1, types.size(), 1, 0, 0),
            types,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Database.NONE,
            List.of(),
            List.of(),
            Coverage.of(none, none, none, none, none, Map.of()),
            List.of());
    Decomposition decomposition =
        new Decomposition(contexts, List.of(), List.of(), List.of(), new TreeMap<>(), dependencies);
    return new ContextMap(new Analysis(facts, decomposition, new Advice("", "", "", "")));
  }
}
