package dev.msvc.analyzers.shift;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.MappingFact;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.shift.ShiftProposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which shifts one has to come after, since its code calls that of their contexts. */
final class Priors {
  private final ContextMap map;
  private final String context;
  private final Set<String> mapped;

  Priors(ContextMap map, String context) {
    this.map = map;
    this.context = context;
    this.mapped =
        map.facts().mappings().stream()
            .map(MappingFact::className)
            .map(map::topLevel)
            .collect(Collectors.toSet());
  }

  /**
   * Those of some shifts.
   *
   * @param shifts each with its context
   */
  List<ShiftProposal.Prior> of(SortedMap<String, String> shifts) {
    List<ShiftProposal.Prior> priors = new ArrayList<>();
    for (Map.Entry<String, String> each : shifts.entrySet()) {
      String other = each.getValue();
      int there = calls(context, other, type -> !mapped.contains(type));
      int data = calls(context, other, mapped::contains);
      int back = calls(other, context, type -> !mapped.contains(type));
      if (other.equals(context) || there + data == 0) {
        continue;
      }
      String plan = "%s has the plan strangle/%s.yaml".formatted(other, each.getKey());
      priors.add(
          there > 0 && back == 0
              ? new ShiftProposal.Prior(
                  each.getKey(),
                  true,
                  "it calls %s at %s; %s".formatted(other, places(there), plan))
              : new ShiftProposal.Prior(
                  each.getKey(),
                  false,
                  there == 0
                      ? "%s; only its data are called, at %s".formatted(plan, places(data))
                      : "%s; it is called at %s, and calls back at %s"
                          .formatted(plan, places(there), places(back))));
    }
    return priors;
  }

  private static String places(int count) {
    return count == 1 ? "1 place" : "%,d places".formatted(count);
  }

  private int calls(String from, String to, Predicate<String> type) {
    return map.decomposition().dependencies().stream()
        .filter(each -> map.contextOf(each.from()).equals(from))
        .filter(each -> map.contextOf(each.to()).equals(to))
        .filter(each -> type.test(map.topLevel(each.to())))
        .mapToInt(Priors::calls)
        .sum();
  }

  private static int calls(Dependency dependency) {
    return dependency.kinds().getOrDefault(ReferenceKind.CALL, 0);
  }
}
