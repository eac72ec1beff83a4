package dev.msvc.model.shift;

/**
 * One rule of a route that a shift owns. The first that fits a request decides, and its weights say
 * who answers; what none fits goes to the monolith.
 *
 * @param id as routers keep it: lower-case letters, digits and hyphens
 */
public record Rule(String id, Match match, Kind kind) {
  /** What a rule is for. */
  public enum Kind {
    /** Requests that ask for the service by a header: all or nothing. */
    CANARY,
    /** Requests that change nothing: by weight. */
    READ,
    /** Requests that change something, of one cohort: all or nothing. */
    COHORT,
    /** Requests that change something, of everybody else: all or nothing. */
    WRITE;

    /** Whether its weights may be others than 0 and 100. */
    public boolean splits() {
      return this == READ;
    }
  }

  public Rule {
    if (!id.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "'%s' is no name of a rule: use lower-case letters, digits and '-'".formatted(id));
    }
  }
}
