package dev.msvc.model;

/**
 * What was seen, what was concluded and what is advised: the result of {@code msvc analyze}.
 *
 * @param history what git says; {@link History#NONE} where there is no repository
 */
public record Analysis(Facts facts, Decomposition decomposition, Advice advice, History history) {
  /** Without a history. */
  public Analysis(Facts facts, Decomposition decomposition, Advice advice) {
    this(facts, decomposition, advice, History.NONE);
  }
}
