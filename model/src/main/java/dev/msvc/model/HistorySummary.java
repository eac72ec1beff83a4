package dev.msvc.model;

/**
 * What was read of a repository's history, and what was left out.
 *
 * @param commits that can be reached from the tip, without merges
 * @param merges left out: what they bring is in the commits that they join
 * @param mass left out: those that touch more source files than {@code massLimit}
 * @param bots left out: those that no person made
 * @param massLimit source files that a commit may touch to say something of each
 * @param from when the first commit was made, in seconds since 1970 (UTC); 0 where there is none
 * @param to when the tip was made, in seconds since 1970 (UTC); 0 where there is none
 * @param state how much of it was there to be read
 */
public record HistorySummary(
    int commits,
    int merges,
    int mass,
    int bots,
    int massLimit,
    long from,
    long to,
    HistoryState state) {
  /** There is no repository. */
  public static final HistorySummary NONE = none(HistoryState.NO_REPOSITORY);

  /** Nothing was read, and why. */
  public static HistorySummary none(HistoryState state) {
    return new HistorySummary(0, 0, 0, 0, 0, 0, 0, state);
  }
}
