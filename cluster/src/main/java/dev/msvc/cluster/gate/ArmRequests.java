package dev.msvc.cluster.gate;

/**
 * How many requests each arm answered, of all rules together.
 *
 * @param why nobody knows; empty where it is known
 */
record ArmRequests(long service, long monolith, String why) {
  /** Too early to say. */
  static final ArmRequests NONE = new ArmRequests(0, 0, "");

  static ArmRequests unknown(String why) {
    return new ArmRequests(0, 0, why);
  }

  long all() {
    return service + monolith;
  }
}
