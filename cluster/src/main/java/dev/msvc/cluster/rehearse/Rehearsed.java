package dev.msvc.cluster.rehearse;

import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param router where it took place, for people
 * @param rows one for each property, in the order of {@link Property#ALL}
 * @param points writes at each of which the process was killed, once before and once after, and
 *     whose answer was lost
 * @param attempts how often the plan was begun
 * @param requests that were sent
 * @param lost that nobody answered
 * @param twice that were answered more than once
 */
public record Rehearsed(
    String router, List<Row> rows, int points, int attempts, long requests, long lost, long twice) {
  /** Whether a property held. */
  public enum State {
    HELD,
    BROKEN,
    NOT_TRIED
  }

  /**
   * What came of one property.
   *
   * @param cases in how many attempts it could have been broken
   * @param broken in how many it was
   * @param why the first that broke it, or why none was tried; empty where it held
   */
  public record Row(String id, String words, State state, int cases, int broken, String why) {}

  public Rehearsed {
    rows = List.copyOf(rows);
  }

  /** Whether nothing broke. */
  public boolean held() {
    return rows.stream().noneMatch(each -> each.state() == State.BROKEN);
  }

  /** How many properties are in a state. */
  public long count(State state) {
    return rows.stream().filter(each -> each.state() == state).count();
  }
}
