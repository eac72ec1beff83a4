package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Trait;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The cases of one rule, by what they are about. */
final class Cases {
  private final FindingRule rule;
  private final Map<String, Case> bySubject = new TreeMap<>();

  Cases(FindingRule rule) {
    this.rule = rule;
  }

  Case of(String subject) {
    return bySubject.computeIfAbsent(subject, each -> new Case(rule, each));
  }

  /** Adds what traits show, each in the context of its class. */
  void saw(
      Ground ground,
      List<Trait> traits,
      Function<Trait, String> subject,
      Function<Trait, String> what) {
    for (Trait each : traits) {
      of(subject.apply(each))
          .in(ground.map().contextOf(each.className()))
          .saw(what.apply(each), each.place())
          .surely(each.certainty());
    }
  }

  /** Those of which this holds. */
  Cases where(Predicate<Case> wanted) {
    bySubject.values().removeIf(wanted.negate());
    return this;
  }

  List<Finding> each(Function<Case, Finding> concluded) {
    return bySubject.values().stream().map(concluded).toList();
  }
}
