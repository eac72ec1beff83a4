package dev.msvc.model;

/**
 * What was seen, what was concluded and what is advised: the result of {@code msvc analyze}.
 *
 * @param history what git says; {@link History#NONE} where there is no repository
 * @param traffic what traces and access logs say; {@link Traffic#NONE} where none are given
 */
public record Analysis(
    Facts facts, Decomposition decomposition, Advice advice, History history, Traffic traffic) {
  /** Without anything of how it runs. */
  public Analysis(Facts facts, Decomposition decomposition, Advice advice, History history) {
    this(facts, decomposition, advice, history, Traffic.NONE);
  }

  /** Without a history. */
  public Analysis(Facts facts, Decomposition decomposition, Advice advice) {
    this(facts, decomposition, advice, History.NONE);
  }
}
