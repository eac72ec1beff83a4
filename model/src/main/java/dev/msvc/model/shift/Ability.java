package dev.msvc.model.shift;

/** What a plan may ask of a router. */
public enum Ability {
  SPLIT("splits requests by weight"),
  METHOD("tells requests by their method"),
  HEADER("tells requests by a header"),
  COOKIE("tells requests by a cookie"),
  STICKY("keeps a client with its arm"),
  MIRROR("copies requests to the service and compares what it says"),
  TLS("reaches an arm by TLS");

  private final String words;

  Ability(String words) {
    this.words = words;
  }

  /** As a sentence without its subject. */
  public String words() {
    return words;
  }
}
