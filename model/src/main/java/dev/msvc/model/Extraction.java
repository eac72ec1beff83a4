package dev.msvc.model;

import java.util.List;

/**
 * A context that can become a service, or several that only can together.
 *
 * @param name of the context, or of the largest one
 * @param contexts all that go together, sorted
 * @param together why they must, in a sentence; empty for a single one
 * @param why it comes here, or is left, with its figures
 * @param classes how many top-level types move
 * @param lines of those types
 * @param tables that move, sorted: those that keep rows
 * @param views what else it reads under a name of its own, sorted: views, and tables that only
 *     statements name
 * @param entryPoints how many ways in from outside move
 * @param boundary what is called across it, to and from what is still in the monolith
 * @param cuts between it and what is still in the monolith, those that hurt most first
 * @param coupling the part of the effort that is owed to what it shares with the rest
 * @param effort all of it
 * @param forecast what it costs at run time
 * @param findings ids of what stands in the way of it, most dangerous first
 */
public record Extraction(
    String name,
    List<String> contexts,
    Verdict verdict,
    String together,
    String why,
    int classes,
    int lines,
    List<String> tables,
    List<String> views,
    int entryPoints,
    Boundary boundary,
    List<Cut> cuts,
    Effort coupling,
    Effort effort,
    Risk risk,
    Forecast forecast,
    List<String> findings,
    List<PlannedStep> steps) {
  public Extraction {
    contexts = List.copyOf(contexts);
    tables = List.copyOf(tables);
    views = List.copyOf(views);
    cuts = List.copyOf(cuts);
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
  }

  /** How many of its steps are done. */
  public int done() {
    return (int) steps.stream().filter(each -> each.state() == StepState.DONE).count();
  }

  /** The effort of those steps that are not done. */
  public Effort left() {
    return steps.stream()
        .filter(each -> each.state() != StepState.DONE)
        .map(PlannedStep::effort)
        .reduce(Effort.NONE, Effort::plus);
  }

  /** Whether something is to become a service. */
  public enum Verdict {
    /** It is taken out in its turn. */
    EXTRACT,
    /** Transactions hold it and what stays too tightly: draw the boundary anew first. */
    HELD,
    /** The user's word leaves it. */
    STAY,
    /** It has no table, no entry point and no thread of its own: others use it as a library. */
    LIBRARY,
    /** No table and no entry point of it is seen, nor what stores or answers at all. */
    UNKNOWN,
    /** Too small to be worth a service of its own. */
    SMALL,
    /** It keeps no rows, and most of its references cross or it reads those of others. */
    LAYER,
    /** What is left when all others are out: it is the monolith. */
    REST
  }

  /**
   * Calls across a boundary that become remote. Others are also the classes of no context: all that
   * call it, and those to be split that it calls.
   *
   * @param offered own classes that others call
   * @param callsIn places where others call them
   * @param needed classes of others that it calls
   * @param callsOut places where it calls those
   * @param unplaced classes of no context that call it, sorted
   */
  public record Boundary(
      int offered, int callsIn, int needed, int callsOut, List<String> unplaced) {
    /** Nothing is called across. */
    public static final Boundary NONE = new Boundary(0, 0, 0, 0, List.of());

    public Boundary {
      unplaced = List.copyOf(unplaced);
    }
  }

  /**
   * What may go wrong.
   *
   * @param reasons each with its figures, worst first; none where it is low
   */
  public record Risk(Severity level, List<String> reasons) {
    public Risk {
      reasons = List.copyOf(reasons);
    }
  }
}
