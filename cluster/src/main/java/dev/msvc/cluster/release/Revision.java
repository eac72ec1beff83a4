package dev.msvc.cluster.release;

import dev.msvc.model.kube.KubeObject;
import java.util.List;

/**
 * What a release was asked to be, once.
 *
 * @param number from 1
 * @param state how it came out
 * @param began when, as ISO 8601 in UTC
 * @param by who began it
 * @param note what was asked for, in a line
 * @param strategy how pods are replaced
 * @param objects as they were applied; empty where they were not read, or too big to be kept
 */
public record Revision(
    int number,
    State state,
    String began,
    String by,
    String note,
    String strategy,
    List<KubeObject> objects) {
  public Revision {
    objects = List.copyOf(objects);
  }

  /** How a revision came out. */
  public enum State {
    /** Begun and not yet at its end, or cut off. */
    BEGUN,
    /** Applied; ready, where that was waited for. */
    DEPLOYED,
    /** Applied, and not ready in time. */
    FAILED,
    /** Another one was deployed after it. */
    SUPERSEDED
  }

  /** The same, come out. */
  public Revision as(State other) {
    return new Revision(number, other, began, by, note, strategy, objects);
  }
}
