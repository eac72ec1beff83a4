package dev.msvc.model;

import java.util.List;

/**
 * Something that only a person can decide.
 *
 * @param subject the table, or the package of the classes that it is about
 * @param ask the question
 * @param things classes or tables whose place it is about
 * @param changes how many classes, references and accesses change sides with another answer
 * @param answers what can be said, the present state first
 */
public record Question(
    String subject, String ask, List<String> things, int changes, List<Answer> answers) {
  public Question {
    things = List.copyOf(things);
    answers = List.copyOf(answers);
  }

  /**
   * One way to answer.
   *
   * @param context where it would belong
   * @param evidence a sentence that speaks for it
   * @param command arguments of {@code msvc} that say so
   */
  public record Answer(String context, String evidence, List<String> command) {
    public Answer {
      command = List.copyOf(command);
    }
  }
}
