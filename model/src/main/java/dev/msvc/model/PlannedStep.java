package dev.msvc.model;

import java.util.List;

/**
 * A step of one context, with what it takes.
 *
 * @param state how far it is, as the user says
 * @param work what is to be done, each in a few words with its figure, most days first
 * @param effort all of it
 * @param cuts ids of the cuts that it deals with
 */
public record PlannedStep(
    MigrationStep step, StepState state, List<Work> work, Effort effort, List<String> cuts) {
  public PlannedStep {
    work = List.copyOf(work);
    cuts = List.copyOf(cuts);
  }

  /**
   * One kind of work of a step.
   *
   * @param what in a few words, with its count
   * @param count how many there are
   */
  public record Work(String what, int count, Effort effort) {}
}
