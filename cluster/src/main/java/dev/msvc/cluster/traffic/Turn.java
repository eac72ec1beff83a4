package dev.msvc.cluster.traffic;

import java.time.Duration;

/**
 * What came of one step of a shift.
 *
 * @param again when the next one is due; zero for at once
 * @param said what to tell
 */
public record Turn(Kind kind, Duration again, String said) {
  /** How it goes on. */
  public enum Kind {
    /** Something was done, and the next step is due at once. */
    MOVED(0),
    /** The stage soaks. */
    SOAKING(0),
    /** There are too few requests to go on. */
    INSUFFICIENT(7),
    /** It stays as it is until somebody sees to it. */
    HOLDING(7),
    PAUSED(0),
    /** A gate failed, and all is the monolith's again. */
    ROLLED_BACK(6),
    /** The live weights are not those that were written; nothing was done about it. */
    OUTSIDE(5),
    /** All is the monolith's in the cluster, and Git does not say so yet: it may be put back. */
    UNCOMMITTED(8),
    /** All stages passed. */
    DONE(0);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** With which a command ends that goes no further. */
    public int exitCode() {
      return exitCode;
    }
  }
}
