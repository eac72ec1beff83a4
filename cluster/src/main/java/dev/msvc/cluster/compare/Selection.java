package dev.msvc.cluster.compare;

import dev.msvc.cluster.proxy.RequestPath;
import dev.msvc.model.compare.Recorded;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of the recorded requests are sent: those of the shift's routes whose method is safe, and of
 * routes that change something only those that are named one by one.
 */
public final class Selection {
  private static final int MOST = 200_000;

  private final List<Rule> rules;
  private final String base;
  private final Set<String> writes;
  private final SortedMap<String, List<Chosen>> byRoute = new TreeMap<>();
  private final SortedMap<String, Integer> left = new TreeMap<>();
  private int kept;

  /**
   * For a plan.
   *
   * @param writes routes that change something and are sent all the same
   */
  public Selection(ShiftPlan plan, Set<String> writes) {
    this.rules = plan.rules().stream().filter(each -> each.match().selector().isEmpty()).toList();
    this.base = plan.monolith();
    this.writes = Set.copyOf(writes);
  }

  /** Takes a request, or counts why not. */
  public void add(Recorded request) {
    String path = RequestPath.of(request.target());
    Optional<Rule> rule =
        rules.stream()
            .filter(each -> path != null && each.match().covers(request.method(), path))
            .findFirst();
    if (rule.isEmpty()) {
      leave("in no route of the shift");
      return;
    }
    boolean changes = rule.get().kind() == Rule.Kind.WRITE;
    String route = rule.get().id();
    if (changes && !writes.contains(route)) {
      leave("in a write route: sent with --writes " + route + " only");
    } else if (!changes && !request.isSafe()) {
      leave("of a method that is not sent");
    } else if (!isAddress(base + request.target())) {
      leave("with an address that is none");
    } else if (kept == MOST) {
      leave("more than are sent");
    } else {
      kept++;
      byRoute
          .computeIfAbsent(route, none -> new ArrayList<>())
          .add(new Chosen(route, changes, request));
    }
  }

  /** Counts something that is no request, or is left out. */
  public void leave(String why) {
    left.merge(why, 1, Integer::sum);
  }

  private static boolean isAddress(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /**
   * At most so many: as many of each route as there are, or its share, spread over the file. The
   * rest counts as left out.
   */
  public List<Chosen> sample(int most) {
    List<List<Chosen>> routes = new ArrayList<>(byRoute.values());
    // those with few first, so that what they don't use is left for the others
    routes.sort((one, other) -> Integer.compare(one.size(), other.size()));
    List<Chosen> sample = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      List<Chosen> route = routes.get(i);
      int part = Math.min(route.size(), (most - sample.size()) / (routes.size() - i));
      for (int j = 0; j < part; j++) {
        sample.add(route.get((int) ((long) j * route.size() / part)));
      }
    }
    int rest = kept - sample.size();
    if (rest > 0) {
      left.merge("more than are sent", rest, Integer::sum);
    }
    return sample;
  }

  /** Requests that are not sent, by why. */
  public SortedMap<String, Integer> left() {
    return Collections.unmodifiableSortedMap(left);
  }
}
