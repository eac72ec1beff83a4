package dev.msvc.analyzers.check;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Dependency;
import dev.msvc.model.Finding;
import dev.msvc.model.Severity;
import dev.msvc.model.Violation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that stands against the boundaries of a decomposition. */
public final class Violations {
  /** From here on a cut loses or corrupts data where it is forgotten: what writes. */
  private static final int HURTS_BADLY = 60;

  private final ContextMap map;
  private final Map<String, String> ids = new TreeMap<>();

  private Violations(ContextMap map) {
    this.map = map;
    for (BoundedContext context : map.decomposition().contexts()) {
      ids.put(context.name(), context.id().isEmpty() ? context.name() : context.id());
    }
  }

  /**
   * Each key once, worst first: by severity, then cuts, what classes of no context do, findings,
   * dependencies.
   */
  public static List<Violation> of(ContextMap map) {
    Violations violations = new Violations(map);
    Map<String, Violation> all = new LinkedHashMap<>();
    Cuts.of(map).forEach(each -> add(all, violations.cut(each)));
    Outsiders.of(map).forEach(each -> add(all, each));
    Risks.of(map).forEach(each -> add(all, violations.finding(each)));
    map.decomposition().dependencies().stream()
        .filter(violations::crosses)
        .sorted(
            Comparator.comparingInt((Dependency each) -> -each.count())
                .thenComparing(Dependency::from)
                .thenComparing(Dependency::to))
        .forEach(each -> add(all, violations.dependency(each)));
    return all.values().stream().sorted(Comparator.comparing(Violation::severity)).toList();
  }

  private static void add(Map<String, Violation> all, Violation violation) {
    all.putIfAbsent(violation.key(), violation);
  }

  private boolean crosses(Dependency dependency) {
    String from = map.contextOf(dependency.from());
    String to = map.contextOf(dependency.to());
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
  }

  private Violation dependency(Dependency dependency) {
    String from = map.contextOf(dependency.from());
    String to = map.contextOf(dependency.to());
    int count = dependency.count();
    String kinds =
        dependency.kinds().keySet().stream()
            .map(Violations::word)
            .collect(Collectors.joining(", "));
    String id = "dependency/%s/%s".formatted(dependency.from(), dependency.to());
    return new Violation(
        id,
        id,
        BoundaryRules.DEPENDENCY,
        Severity.MEDIUM,
        sorted(from, to),
        pair(from, to),
        "%s of %s uses %s of %s (%s, %d %s)"
            .formatted(
                simple(dependency.from()),
                from,
                simple(dependency.to()),
                to,
                kinds,
                count,
                count == 1 ? "reference" : "references"),
        "ask %s through an interface or an event of it, or move the code to where it belongs"
            .formatted(to),
        List.of(dependency.place()));
  }

  private Violation cut(Cut cut) {
    return new Violation(
        cut.id(),
        cut.id(),
        BoundaryRules.of(cut.kind()),
        cut.hurts() >= HURTS_BADLY ? Severity.HIGH : Severity.MEDIUM,
        cut.contexts(),
        pair(cut.from(), cut.to()),
        cut.what(),
        cut.advice(),
        cut.places());
  }

  private Violation finding(Finding finding) {
    List<String> contexts = finding.contexts();
    // of what is about a context, its name may change
    String subject =
        contexts.contains(finding.subject()) ? id(finding.subject()) : finding.subject();
    return new Violation(
        finding.id(),
        finding.rule() + "/" + subject,
        finding.rule(),
        finding.severity(),
        contexts,
        contexts.size() == 2 ? pair(contexts.get(0), contexts.get(1)) : List.of(),
        finding.message(),
        finding.remedy(),
        finding.places());
  }

  private String id(String context) {
    return ids.getOrDefault(context, context);
  }

  private List<String> pair(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other)
        ? List.of()
        : sorted(id(one), id(other));
  }

  private static List<String> sorted(String one, String other) {
    return List.copyOf(new TreeSet<>(List.of(one, other)));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
