package dev.msvc.model;

import java.util.List;

/**
 * What follows from an analysis and is written with it.
 *
 * @param cuts what the boundaries between contexts cut, those that hurt most first
 * @param metrics published figures, of the whole first
 * @param aggregates what is stored, changed and removed together, the biggest first
 * @param questions what a person has to decide, those first whose answer changes most
 * @param findings what stands in the way, most dangerous first
 * @param teams who works on what
 * @param patterns what changes, and what changes together
 * @param load what runs, by contexts
 */
public record Conclusions(
    List<Cut> cuts,
    List<Metric> metrics,
    List<Aggregate> aggregates,
    List<Question> questions,
    List<Finding> findings,
    Teams teams,
    ChangePatterns patterns,
    Load load) {
  public Conclusions {
    findings = List.copyOf(findings);
    cuts = List.copyOf(cuts);
    aggregates = List.copyOf(aggregates);
    metrics = List.copyOf(metrics);
    questions = List.copyOf(questions);
  }
}
