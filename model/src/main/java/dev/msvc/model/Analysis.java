package dev.msvc.model;

import org.jspecify.annotations.Nullable;

/**
 * What was seen, what was concluded and what is advised: the result of {@code msvc analyze}.
 *
 * @param history what git says; {@link History#NONE} where there is no repository
 * @param traffic what traces and access logs say; {@link Traffic#NONE} where none are given
 * @param remarks on all this; null where none have been made yet
 */
public record Analysis(
    Facts facts,
    Decomposition decomposition,
    Advice advice,
    History history,
    Traffic traffic,
    @Nullable Remarks remarks) {
  /** Without anything of how it runs. */
  public Analysis(Facts facts, Decomposition decomposition, Advice advice, History history) {
    this(facts, decomposition, advice, history, Traffic.NONE, null);
  }

  /** Without a history. */
  public Analysis(Facts facts, Decomposition decomposition, Advice advice) {
    this(facts, decomposition, advice, History.NONE);
  }

  /** The same with another advice, which no remark depends on. */
  public Analysis advised(Advice other) {
    return new Analysis(facts, decomposition, other, history, traffic, remarks);
  }

  /** The same with remarks on it. */
  public Analysis remarked(Remarks made) {
    return new Analysis(facts, decomposition, advice, history, traffic, made);
  }
}
