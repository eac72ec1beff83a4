package dev.msvc.analyzers.shift;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An entry point that a plan's routes take requests from, as it is after the plan's last stage.
 *
 * @param staying methods of HTTP of which the monolith still answers some requests; empty where the
 *     service answers all
 */
public record Handover(EntryPoint entry, SortedSet<String> staying) {
  public Handover {
    staying = Collections.unmodifiableSortedSet(new TreeSet<>(staying));
  }

  /** Those that a plan takes anything from, in the order of the entry points. */
  public static List<Handover> of(List<EntryPoint> entries, ShiftPlan plan) {
    Weights last = plan.weights(plan.stages().size() - 1);
    List<Match> taken =
        plan.rules().stream()
            .filter(each -> each.kind() == Rule.Kind.READ || each.kind() == Rule.Kind.WRITE)
            .filter(each -> last.of(each.id(), Arm.SERVICE) == 100)
            .map(Rule::match)
            .toList();
    List<Handover> all = new ArrayList<>();
    for (EntryPoint entry : entries) {
      if (Endpoint.isWeb(entry)) {
        Endpoint.of(entry, "", false)
            .filter(each -> taken.stream().anyMatch(match -> touches(match, each)))
            .ifPresent(each -> all.add(new Handover(entry, staying(each, taken))));
      }
    }
    return List.copyOf(all);
  }

  /** Whether the monolith never is asked for it. */
  public boolean isWhole() {
    return staying.isEmpty();
  }

  private static SortedSet<String> staying(Endpoint endpoint, List<Match> taken) {
    SortedSet<String> staying = new TreeSet<>(endpoint.methods());
    for (Match each : taken) {
      if (holds(each, endpoint.template())) {
        if (each.methods().isEmpty()) {
          staying.clear();
        }
        staying.removeAll(each.methods());
      }
    }
    return staying;
  }

  private static boolean touches(Match match, Endpoint endpoint) {
    List<String> path = segments(match.path());
    boolean asked =
        match.methods().isEmpty() || match.methods().stream().anyMatch(endpoint::answers);
    return asked
        && (match.exact()
            ? new UrlTemplate(path, false, match.path().endsWith("/")).meets(endpoint.template())
            : endpoint.template().below(path).isPresent());
  }

  /** Whether every URL of a template is the match's. */
  private static boolean holds(Match match, UrlTemplate template) {
    if (match.exact()) {
      return template.isFixed() && template.path().equals(match.path());
    }
    List<String> path = segments(match.path());
    List<String> beginning = template.beginning();
    return path.size() <= beginning.size() && path.equals(beginning.subList(0, path.size()));
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String each : path.split("/", -1)) {
      if (!each.isEmpty()) {
        segments.add(each);
      }
    }
    return segments;
  }
}
