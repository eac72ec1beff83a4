package dev.msvc.model.shift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a context's traffic goes from the monolith to its service: {@code strangle/NAME.yaml}.
 *
 * @param monolith where it answers
 * @param service where it answers
 * @param canary which requests ask for the service; empty for none
 * @param cohort what says whose rows a request changes; empty where no stage names some
 * @param stages in their order
 * @param metrics where gates have their numbers from; empty where the router counts itself
 * @param gates what must hold
 * @param ungated why there are none; empty where there are
 * @param tolerance when a stage has failed
 * @param compare how answers of both are compared
 * @param mirror which requests are copied to the service; empty for none
 * @param sync what keeps rows of both in step; empty where no stage moves writes
 * @param git which file says the weights; empty where they are written into the router itself
 * @param sticky what keeps a client with its arm; empty where chance decides each request
 * @param after shifts whose services its own asks, so that they come before it
 */
public record ShiftPlan(
    String name,
    RouterWord router,
    String monolith,
    String service,
    List<ShiftRoute> routes,
    Optional<Selector> canary,
    Optional<CohortKey> cohort,
    List<Stage> stages,
    Optional<Metrics> metrics,
    List<GateSpec> gates,
    Optional<String> ungated,
    Tolerance tolerance,
    CompareWord compare,
    Optional<MirrorWord> mirror,
    Optional<SyncWord> sync,
    Optional<GitWord> git,
    Optional<StickyWord> sticky,
    List<Predecessor> after) {
  private static final Set<Rule.Kind> READS = EnumSet.of(Rule.Kind.CANARY, Rule.Kind.READ);
  private static final Set<Rule.Kind> WRITES = EnumSet.of(Rule.Kind.COHORT, Rule.Kind.WRITE);

  public ShiftPlan {
    routes = List.copyOf(routes);
    stages = List.copyOf(stages);
    gates = List.copyOf(gates);
    after = List.copyOf(after);
  }

  /** One that says nothing of comparing, copies nothing, commits nothing and is after no other. */
  public ShiftPlan(
      String name,
      RouterWord router,
      String monolith,
      String service,
      List<ShiftRoute> routes,
      Optional<Selector> canary,
      Optional<CohortKey> cohort,
      List<Stage> stages,
      Optional<Metrics> metrics,
      List<GateSpec> gates,
      Optional<String> ungated,
      Tolerance tolerance) {
    this(
        name,
        router,
        monolith,
        service,
        routes,
        canary,
        cohort,
        stages,
        metrics,
        gates,
        ungated,
        tolerance,
        CompareWord.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same with what keeps rows of both in step. */
  public ShiftPlan with(SyncWord sync) {
    return of(canary, cohort, stages, metrics, mirror, Optional.of(sync), git);
  }

  /** The same with other stages, and with nothing outside of the router that has a say. */
  public ShiftPlan alone(List<Stage> stages) {
    return of(canary, cohort, stages, Optional.empty(), mirror, Optional.empty(), Optional.empty());
  }

  /**
   * The rules that the shift owns, in the order in which a router tries them: whole paths before
   * prefixes, longer ones before shorter ones, those that ask for more before those that ask for
   * less. So none hides another.
   */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (ShiftRoute route : routes) {
      if (route.writes().isPresent()) {
        for (int i = 0; i < stages.size(); i++) {
          if (stages.get(i).step() instanceof Step.Cohort group && cohort.isPresent()) {
            Selector of = cohort.get().of(group.cohorts());
            rules.add(
                new Rule(
                    "%s-stage-%d".formatted(route.id(), i + 1),
                    route.match(Optional.of(of)),
                    Rule.Kind.COHORT));
          }
        }
        rules.add(new Rule(route.id(), route.match(Optional.empty()), Rule.Kind.WRITE));
      } else {
        if (canary.isPresent()) {
          rules.add(new Rule(route.id() + "-canary", route.match(canary), Rule.Kind.CANARY));
        }
        rules.add(new Rule(route.id(), route.match(Optional.empty()), Rule.Kind.READ));
      }
    }
    rules.sort(
        Comparator.comparing((Rule each) -> !each.match().exact())
            .thenComparing(each -> -each.match().path().length())
            .thenComparing(each -> each.match().path())
            .thenComparing(each -> each.match().methods().isEmpty())
            .thenComparing(each -> each.match().selector().isEmpty()));
    return List.copyOf(rules);
  }

  /**
   * The weights of a stage, with all that came before it.
   *
   * @param stage from 0; less for before the first: nothing for the service
   */
  public Weights weights(int stage) {
    List<Rule> rules = rules();
    Weights weights = Weights.none(rules);
    for (int i = 0; i <= stage; i++) {
      Step step = stages.get(i).step();
      for (Rule rule : rules) {
        weights = weights.with(rule.id(), weight(rule, step, i, weights));
      }
    }
    return weights;
  }

  /** Whether both arms answer requests of one kind, reads or writes, so that they compare. */
  public boolean compares(Weights weights) {
    return !compared(weights).isEmpty();
  }

  /**
   * The rules of the kinds that both arms answer, by which they compare: what one of them alone is
   * asked, as writes that stay where they are, says nothing of the other.
   */
  public List<Rule> compared(Weights weights) {
    return Stream.of(READS, WRITES)
        .map(kinds -> rules().stream().filter(each -> kinds.contains(each.kind())).toList())
        .filter(rules -> goBothWays(weights, rules))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean goBothWays(Weights weights, List<Rule> rules) {
    IntSummaryStatistics shares =
        rules.stream().mapToInt(each -> weights.of(each.id(), Arm.SERVICE)).summaryStatistics();
    return shares.getCount() > 0 && shares.getMax() > 0 && shares.getMin() < 100;
  }

  /** The rules whose requests, or some of them, are the monolith's when all stages have passed. */
  public List<String> kept() {
    Weights last = weights(stages.size() - 1);
    return rules().stream().map(Rule::id).filter(each -> last.of(each, Arm.SERVICE) < 100).toList();
  }

  /** The same without those who went before the others: what is left when all have gone. */
  public ShiftPlan settled() {
    return of(Optional.empty(), Optional.empty(), stages, metrics, Optional.empty(), sync, git);
  }

  /** The same by another router, between others that answer. */
  public ShiftPlan between(RouterWord router, String monolith, String service) {
    return new ShiftPlan(
        name, router, monolith, service, routes, canary, cohort, stages, metrics, gates, ungated,
        tolerance, compare, mirror, sync, git, sticky, after);
  }

  private ShiftPlan of(
      Optional<Selector> canary,
      Optional<CohortKey> cohort,
      List<Stage> stages,
      Optional<Metrics> metrics,
      Optional<MirrorWord> mirror,
      Optional<SyncWord> sync,
      Optional<GitWord> git) {
    return new ShiftPlan(
        name, router, monolith, service, routes, canary, cohort, stages, metrics, gates, ungated,
        tolerance, compare, mirror, sync, git, sticky, after);
  }

  /** What a rule is called in a router that others use, too. */
  public String ours(Rule rule) {
    return "msvc-%s-%s".formatted(name, rule.id());
  }

  /** What it asks of its router, each with the line of the plan that does first. */
  public SortedMap<Ability, Integer> needs() {
    SortedMap<Ability, Integer> needs = new TreeMap<>();
    for (Stage each : stages) {
      if (each.step() instanceof Step.Reads reads && reads.weight() < 100) {
        needs.putIfAbsent(Ability.SPLIT, each.line());
      }
      if (each.step() instanceof Step.Canary && canary.isPresent()) {
        needs.putIfAbsent(ability(canary.get().in()), each.line());
      }
      if (each.step() instanceof Step.Cohort && cohort.isPresent()) {
        needs.putIfAbsent(ability(cohort.get().in()), each.line());
      }
    }
    sticky.ifPresent(each -> needs.put(Ability.STICKY, each.line()));
    mirror.ifPresent(each -> needs.put(Ability.MIRROR, each.line()));
    if (monolith.startsWith("https:") || service.startsWith("https:")) {
      needs.put(Ability.TLS, router.line());
    }
    for (ShiftRoute each : routes) {
      if (!each.methods().isEmpty()) {
        needs.putIfAbsent(Ability.METHOD, each.line());
      }
    }
    return needs;
  }

  private static Ability ability(Selector.In in) {
    return in == Selector.In.HEADER ? Ability.HEADER : Ability.COOKIE;
  }

  private static int weight(Rule rule, Step step, int stage, Weights before) {
    int same = before.of(rule.id(), Arm.SERVICE);
    if (step instanceof Step.Reads reads) {
      return rule.kind() == Rule.Kind.READ ? reads.weight() : same;
    }
    if (step instanceof Step.Canary) {
      return rule.kind() == Rule.Kind.CANARY ? 100 : same;
    }
    if (step instanceof Step.Cohort) {
      boolean its = rule.kind() == Rule.Kind.COHORT && rule.id().endsWith("-stage-" + (stage + 1));
      return its ? 100 : same;
    }
    boolean writes = rule.kind() == Rule.Kind.COHORT || rule.kind() == Rule.Kind.WRITE;
    return writes ? 100 : same;
  }
}
