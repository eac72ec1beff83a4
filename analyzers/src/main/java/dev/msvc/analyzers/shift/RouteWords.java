package dev.msvc.analyzers.shift;

import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftRoute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says of a route what it changes, and what a person should look at. */
record RouteWords(
    ContextMap map,
    Subjects subjects,
    Map<EntryPoint, SortedMap<String, String>> effects,
    String context) {
  private static final int FEW = 3;

  ProposedRoute of(RoutePlan.Route route) {
    List<EntryPoint> handlers =
        route.endpoints().stream()
            .map(Endpoint::entry)
            .distinct()
            .sorted(
                Comparator.comparing((EntryPoint each) -> String.valueOf(each.path()))
                    .thenComparing(EntryPoint::id)
                    .thenComparing(EntryPoint::className))
            .toList();
    List<String> remarks = new ArrayList<>();
    @Nullable String subject = null;
    if (route.writes()) {
      subject = subject(route, remarks);
      changingReads(route, remarks);
      foreign(route, remarks);
    } else {
      List<String> doubtful =
          handlers.stream()
              .filter(Endpoint::soundsChanging)
              .map(each -> "%s (%s)".formatted(each.id(), each.method()))
              .toList();
      if (!doubtful.isEmpty()) {
        remarks.add("no change of rows is seen, but names say so: %s".formatted(few(doubtful)));
      }
    }
    return new ProposedRoute(
        new ShiftRoute(
            "",
            route.claim().path(),
            route.claim().exact(),
            route.methods(),
            Optional.ofNullable(subject),
            0),
        handlers,
        remarks);
  }

  private SortedMap<String, String> changes(Endpoint each) {
    return effects.getOrDefault(each.entry(), new TreeMap<>());
  }

  private String subject(RoutePlan.Route route, List<String> remarks) {
    Map<String, Integer> found = new HashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (Endpoint each : route.endpoints()) {
      List<String> names = subjects.of(each.template(), changes(each).keySet());
      all.addAll(names);
      if (!names.isEmpty()) {
        found.merge(names.get(0), 1, Integer::sum);
      }
    }
    String most =
        found.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    if (most.isEmpty()) {
      remarks.add("it is not seen which aggregate these change: name it");
      return context;
    }
    all.remove(most);
    if (!all.isEmpty()) {
      remarks.add("changes %s, too: it goes with %s".formatted(few(all), most));
    }
    return most;
  }

  /** What is asked by a method that should change nothing, and does; and what goes along. */
  private void changingReads(RoutePlan.Route route, List<String> remarks) {
    if (route.methods().stream().noneMatch(Endpoint::isSafe)) {
      return;
    }
    Map<String, String> told = new LinkedHashMap<>();
    for (Endpoint each : route.endpoints()) {
      SortedMap<String, String> changes = changes(each);
      boolean safe = each.methods().stream().anyMatch(Endpoint::isSafe);
      if (safe && changes.isEmpty() && each.changes()) {
        told.put(
            each.entry().id(),
            "%s is no read by its name: %s".formatted(each.entry().id(), each.entry().method()));
      } else if (safe && each.changes() && !route.joined().contains(each)) {
        told.put(
            each.entry().id(),
            "%s is no read: it changes %s (%s)"
                .formatted(
                    each.entry().id(), few(changes.keySet()), changes.get(changes.firstKey())));
      }
    }
    told.values().stream().limit(FEW).forEach(remarks::add);
    if (told.size() > FEW) {
      remarks.add("so do %d more that should only read".formatted(told.size() - FEW));
    }
    List<String> along = route.joined().stream().map(each -> each.entry().id()).sorted().toList();
    if (!along.isEmpty()) {
      remarks.add("no route tells these reads from it: %s".formatted(few(along)));
    }
  }

  /** Rows of other contexts: they stay, and need a way of their own. */
  private void foreign(RoutePlan.Route route, List<String> remarks) {
    Set<String> foreign = new TreeSet<>();
    for (Endpoint each : route.endpoints()) {
      for (String table : changes(each).keySet()) {
        String owner = map.ownership(table).owner();
        if (!owner.isEmpty() && !owner.equals(context)) {
          foreign.add("%s of %s".formatted(table, owner));
        }
      }
    }
    if (!foreign.isEmpty()) {
      remarks.add("changes rows of other contexts, too: %s".formatted(few(foreign)));
    }
  }

  private static String few(Collection<String> names) {
    List<String> all = List.copyOf(names);
    return all.size() <= FEW
        ? String.join(", ", all)
        : "%s and %d more".formatted(String.join(", ", all.subList(0, FEW)), all.size() - FEW);
  }
}
