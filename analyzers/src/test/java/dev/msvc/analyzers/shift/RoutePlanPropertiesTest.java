package dev.msvc.analyzers.shift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Place;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of many made-up systems: no route takes what is another context's, and none is forgotten. */
class RoutePlanPropertiesTest {
  private static final int SYSTEMS = 1_500;
  private static final List<String> WORDS = List.of("orders", "lines", "api", "new");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "ANY");

  private final Random random = new Random(8);

  /** A request, and what it was made of. */
  private record Request(String method, List<String> segments) {
    String path() {
      return UrlTemplate.path(segments);
    }
  }

  @Test
  void whatGoesToTheServiceIsItsAndAllOfItsGoesThereUnlessItIsListed() {
    int sent = 0;
    int left = 0;
    for (int system = 0; system < SYSTEMS; system++) {
      List<Endpoint> all = endpoints();
      List<Endpoint> own = all.stream().filter(each -> each.context().equals("a")).toList();
      List<Endpoint> others = all.stream().filter(each -> !each.context().equals("a")).toList();
      RoutePlan plan = new RoutePlan(new Territory(own, others, false));
      List<Rule> rules = rules(plan);
      String shown = "system %d: %s -> %s".formatted(system, shown(all), shown(rules));

      for (Endpoint each : all) {
        boolean fallback = each.template().open() && !each.context().equals("a");
        for (Request request : fallback ? List.<Request>of() : requests(each)) {
          List<Endpoint> winners = winners(all, request);
          Optional<Rule> rule =
              rules.stream()
                  .filter(one -> one.match().covers(request.method(), request.path()))
                  .findFirst();
          if (rule.isPresent()) {
            sent++;
            assertThat(winners)
                .as("%s, %s by %s", shown, request, rule.get().id())
                .allMatch(one -> one.context().equals("a"));
            if (rule.get().kind() == Rule.Kind.READ && request.method().equals("GET")) {
              assertThat(winners)
                  .as("%s, %s is read by %s", shown, request, rule.get().id())
                  .noneMatch(Endpoint::changes);
            }
          } else if (winners.stream().allMatch(own::contains)) {
            left++;
            assertThat(winners)
                .as("%s, %s stays", shown, request)
                .anyMatch(
                    one ->
                        plan.out().getOrDefault(one, new TreeSet<>()).contains(request.method()));
          }
        }
      }
    }
    assertThat(sent).isGreaterThan(10_000);
    assertThat(left).isGreaterThan(1_000);
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    int count = 2 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      StringBuilder path = new StringBuilder();
      int depth = 1 + random.nextInt(4);
      for (int j = 0; j < depth; j++) {
        boolean varies = random.nextInt(j == 0 ? 12 : 3) == 0;
        path.append('/').append(varies ? "{v" + j + "}" : WORDS.get(random.nextInt(WORDS.size())));
      }
      if (random.nextInt(15) == 0) {
        path.append("/**");
      }
      String method = METHODS.get(random.nextInt(METHODS.size()));
      String context = List.of("a", "a", "b", "").get(random.nextInt(4));
      EntryPoint entry =
          new EntryPoint(
              method + " " + path,
              EntryPointKind.HTTP,
              method,
              path.toString(),
              context + ".Handler" + i,
              "handle",
              new Place("A.java", i),
              Certainty.PARSED);
      if (ids.add(method + path)) {
        Endpoint.of(entry, context, random.nextInt(4) == 0).ifPresent(all::add);
      }
    }
    return all;
  }

  private static List<Rule> rules(RoutePlan plan) {
    List<ShiftRoute> routes = new ArrayList<>();
    for (RoutePlan.Route each : plan.routes()) {
      routes.add(
          new ShiftRoute(
              "r" + routes.size(),
              each.claim().path(),
              each.claim().exact(),
              each.methods(),
              each.writes() ? Optional.of("A") : Optional.empty(),
              1));
    }
    return new ShiftPlan(
            "a",
            new RouterWord("local", new TreeMap<>(), 1),
            "http://m",
            "http://s",
            routes,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of("made up"),
            Tolerance.DEFAULT)
        .rules();
  }

  /** Each variable is any of the words that there are, or none of them. */
  private List<Request> requests(Endpoint of) {
    List<List<String>> paths = new ArrayList<>(List.of(List.of()));
    List<String> segments = new ArrayList<>(of.template().segments());
    if (of.template().open()) {
      segments.add("{rest}");
    }
    for (String segment : segments) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> path : paths) {
        List<String> choices =
            UrlTemplate.isLiteral(segment)
                ? List.of(segment)
                : List.of("x7", WORDS.get(random.nextInt(2)), WORDS.get(2 + random.nextInt(2)));
        for (String choice : choices) {
          List<String> next = new ArrayList<>(path);
          next.add(choice);
          longer.add(next);
        }
      }
      paths = longer;
    }
    List<Request> requests = new ArrayList<>();
    for (String method : of.methods()) {
      paths.forEach(each -> requests.add(new Request(method, each)));
    }
    return requests;
  }

  /** Those that a monolith may give a request to: none of the others is more exact. */
  private static List<Endpoint> winners(List<Endpoint> all, Request request) {
    List<Endpoint> fit = all.stream().filter(each -> fits(each, request)).toList();
    return fit.stream()
        .filter(each -> fit.stream().noneMatch(other -> isMoreExact(other, each)))
        .toList();
  }

  private static boolean fits(Endpoint each, Request request) {
    List<String> segments = each.template().segments();
    int size = request.segments().size();
    if (!each.answers(request.method())
        || (each.template().open() ? segments.size() > size : segments.size() != size)) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      boolean varies = segments.get(i).startsWith("{");
      if (!varies && !segments.get(i).equals(request.segments().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMoreExact(Endpoint one, Endpoint other) {
    if (one.template().open() || other.template().open()) {
      boolean longer = one.template().segments().size() > other.template().segments().size();
      return other.template().open() && (!one.template().open() || longer);
    }
    boolean more = false;
    for (int i = 0; i < one.template().segments().size(); i++) {
      boolean mine = one.template().segments().get(i).startsWith("{");
      boolean theirs = other.template().segments().get(i).startsWith("{");
      if (mine && !theirs) {
        return false;
      }
      more |= !mine && theirs;
    }
    return more;
  }

  private static String shown(List<?> all) {
    StringBuilder text = new StringBuilder();
    for (Object each : all) {
      text.append("\n  ");
      if (each instanceof Endpoint endpoint) {
        text.append(
            "[%s] %s%s"
                .formatted(
                    endpoint.context(),
                    endpoint.entry().id(),
                    endpoint.changes() ? " changes" : ""));
      } else {
        text.append(each);
      }
    }
    return text.toString();
  }
}
