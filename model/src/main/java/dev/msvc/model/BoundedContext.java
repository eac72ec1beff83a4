package dev.msvc.model;

import java.util.List;

/**
 * A proposed bounded context.
 *
 * @param name from the domain's words; unique
 * @param classes top-level types, sorted
 * @param tables that it owns, sorted
 * @param evidence sentences that say why these belong together, strongest first
 * @param coupling what crosses its boundary
 * @param id that never changes, once it was accepted; empty before
 */
public record BoundedContext(
    String name,
    List<String> classes,
    List<String> tables,
    List<String> evidence,
    Coupling coupling,
    String id) {
  private static final int FEW = 3;

  /** Times the root of how many types there are: 8 of 500, 25 of 5,000. */
  private static final double NANO = 0.35;

  public BoundedContext {
    classes = List.copyOf(classes);
    tables = List.copyOf(tables);
    evidence = List.copyOf(evidence);
  }

  /** One that was not accepted. */
  public BoundedContext(
      String name,
      List<String> classes,
      List<String> tables,
      List<String> evidence,
      Coupling coupling) {
    this(name, classes, tables, evidence, coupling, "");
  }

  /** In a system of so many types, a service of fewer than these is a nano-service. */
  public static double least(int types) {
    return Math.max(FEW, NANO * Math.sqrt(types));
  }

  /**
   * What crosses a boundary.
   *
   * @param outgoing references from its classes to classes of other contexts, or that must be split
   * @param incoming references to its classes from classes of other contexts, or that must be
   *     split, and calls from shared and technical ones
   * @param internal references among its classes
   * @param foreignReads tables of others that it reads
   * @param foreignWrites tables of others that it writes
   * @param writtenByOthers its tables that others write
   * @param transactions that surely write tables of it and of others
   */
  public record Coupling(
      int outgoing,
      int incoming,
      int internal,
      int foreignReads,
      int foreignWrites,
      int writtenByOthers,
      int transactions) {
    /** Share of the references that cross the boundary: 0 (none) to 1 (all). */
    public double share() {
      int all = outgoing + incoming + internal;
      return all == 0 ? 0 : (double) (outgoing + incoming) / all;
    }

    /** Whether more of the references cross than stay inside. */
    public boolean isMostlyCrossing() {
      return outgoing + incoming > internal;
    }
  }
}
