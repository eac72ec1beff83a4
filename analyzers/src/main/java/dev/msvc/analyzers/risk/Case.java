package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.Finding.Evidence;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What speaks for one finding, as it is collected. */
final class Case {
  private final FindingRule rule;
  private final String subject;
  private final SortedSet<String> contexts = new TreeSet<>();
  private final Set<Evidence> evidence = new LinkedHashSet<>();
  private final Set<Evidence> leading = new LinkedHashSet<>();
  private Certainty certainty = Certainty.PARSED;

  Case(FindingRule rule, String subject) {
    this.rule = rule;
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  /** Names a context that it concerns; the empty name of none is left out. */
  Case in(String context) {
    if (!context.isEmpty()) {
      contexts.add(context);
    }
    return this;
  }

  Case in(Collection<String> all) {
    all.forEach(this::in);
    return this;
  }

  Case saw(String what, Place place) {
    evidence.add(new Evidence(what, place));
    return this;
  }

  /** Adds what must be read first. */
  Case sawFirst(String what, Place place) {
    leading.add(new Evidence(what, place));
    return this;
  }

  /** Weakens what is claimed to this. */
  Case surely(Certainty atMost) {
    certainty = atMost.compareTo(certainty) > 0 ? atMost : certainty;
    return this;
  }

  int count() {
    return leading.size() + evidence.size();
  }

  int leading() {
    return leading.size();
  }

  /** How many lines show it: one that shows two things counts once. */
  int places() {
    return lines(Stream.concat(leading.stream(), evidence.stream()));
  }

  /** The same, of those that must be read first. */
  int leadingPlaces() {
    return lines(leading.stream());
  }

  /** The same, of those that need not be read first. */
  int otherPlaces() {
    return lines(evidence.stream());
  }

  private static int lines(Stream<Evidence> shown) {
    return (int) shown.map(Evidence::place).distinct().count();
  }

  SortedSet<String> contexts() {
    return contexts;
  }

  Finding says(Severity severity, String message) {
    return says(severity, message, rule.remedy());
  }

  Finding says(Severity severity, String message, String remedy) {
    Set<Evidence> all = new LinkedHashSet<>(leading);
    all.addAll(evidence);
    return new Finding(
        rule.id(),
        rule.id() + "/" + subject,
        severity,
        subject,
        message,
        remedy,
        List.copyOf(contexts),
        List.copyOf(all),
        certainty);
  }
}
