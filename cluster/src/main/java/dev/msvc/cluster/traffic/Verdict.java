package dev.msvc.cluster.traffic;

/** What a window of traffic says about a stage. */
public enum Verdict {
  PASS,
  FAIL,
  /** Too few requests to say: nothing advances, nothing fails. */
  INSUFFICIENT,
  /** Nothing could be seen: never a pass. */
  UNKNOWN
}
