package dev.msvc.model.shift;

/** What an entry of a shift's journal says. */
public enum Event {
  /** A plan was taken, and is followed from here. */
  STARTED,
  /** Weights are about to be written: there is exactly one of these for each change of weights. */
  INTENT,
  /** The last intent is live: the router accepted it, and the measured share is the declared. */
  EFFECT,
  /** The last intent was not written, and will not be. */
  DROPPED,
  /** A stage soaked long enough with all gates passed. */
  PASSED,
  /** Somebody said that it may go on where a gate asks for that. */
  APPROVED,
  PAUSED,
  RESUMED,
  /** The weights are not those that were written last, and it was not this shift. */
  OUTSIDE,
  /** Weights were written into the cluster while Git could not be told: it may put others back. */
  DIRECT,
  /** Somebody took the lock from somebody else. */
  STOLEN,
  /** What the router has counted up to here, from which on nothing may reach the monolith. */
  COUNTED,
  /** The route is that of the service, and the shift is over. */
  FINISHED
}
