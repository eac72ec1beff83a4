package dev.msvc.model;

import java.util.List;

/**
 * Who works on a context.
 *
 * @param commits to it, ever
 * @param recent those of the last two years before the tip
 * @param authors of the recent ones, most commits first
 * @param busFactor the fewest people who made more than half of the commits, ever; 0 for no commits
 * @param stillHere how many of these committed anywhere in the system in the last two years
 * @param teams whose it is, largest share first; see {@link Teams#codeOwners}
 * @param straddles whether it is not one team's
 */
public record ContextTeam(
    String context,
    int commits,
    int recent,
    List<Authorship> authors,
    int busFactor,
    int stillHere,
    List<TeamShare> teams,
    boolean straddles) {
  public ContextTeam {
    authors = List.copyOf(authors);
    teams = List.copyOf(teams);
  }

  /** The team with the largest share; empty where none is known. */
  public String mainTeam() {
    return teams.isEmpty() ? "" : teams.get(0).team();
  }
}
