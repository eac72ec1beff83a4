package dev.msvc.model;

import java.util.List;

/**
 * Something that only a person can decide.
 *
 * @param subject the table, or the class or package that it is about
 * @param ask the question
 * @param things classes or tables whose place it is about
 * @param changes how many classes and tables change sides with another answer, and how many are
 *     tied to these across the boundary
 * @param answers what can be said, the present state first
 */
public record Question(
    Kind kind, String subject, String ask, List<String> things, int changes, List<Answer> answers) {
  public Question {
    things = List.copyOf(things);
    answers = List.copyOf(answers);
  }

  /** What is to be decided. */
  public enum Kind {
    /** Who owns a table that several contexts write. */
    TABLE,
    /** Which context classes belong to. */
    PLACE,
    /** Whether a class is shared, or belongs to the context that uses it most. */
    SHARED,
    /** Whether a class is split, or goes to one context as a whole. */
    MUST_SPLIT
  }

  /**
   * One way to answer.
   *
   * @param context where it would belong; empty for none
   * @param share of the runs in which it was there: 0 to 1; not a number where nobody counted
   * @param evidence a sentence of what ties it there
   * @param command arguments of {@code msvc} that say so; empty where nothing need be said
   */
  public record Answer(String context, double share, String evidence, List<String> command) {
    public Answer {
      command = List.copyOf(command);
    }
  }
}
