package dev.msvc.cluster.rehearse;

/** What is done to a shift in a rehearsal, beside killing it. */
public enum Trouble {
  SERVICE_FAILS("the service answers 503"),
  BLIND("gates see nothing"),
  EDITED("somebody else changes the weights"),
  EDITED_BETWEEN("somebody else changes the weights between a look and a write"),
  NO_ENDPOINT("the service has no endpoint"),
  NO_MONOLITH("the monolith has no endpoint, and all is to go back"),
  GATES_AWAY("gates are away, and all is to go back"),
  UNWATCHED("nobody watches"),
  NO_REQUESTS("nobody asks"),
  FINISHED_EARLY("somebody wants it finished"),
  SECOND("a second one moves it"),
  OTHER_PLAN("the plan is another by now"),
  OTHER_BASE("the route is not as the plan takes it to be");

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  /** As a sentence. */
  public String words() {
    return words;
  }
}
