package dev.msvc.model;

import java.util.List;

/**
 * Who works on what, as {@code CODEOWNERS} and the history have it.
 *
 * @param silent why nothing is said, in a sentence; empty where there is evidence enough
 * @param codeOwners whether teams are those of {@code CODEOWNERS}; else a team is the people who
 *     are at home in one context: who made most of their recent commits there
 * @param contexts those that straddle teams first, then by commits
 * @param authors those who work in most contexts first
 */
public record Teams(
    String silent, boolean codeOwners, List<ContextTeam> contexts, List<AuthorWork> authors) {
  public Teams {
    contexts = List.copyOf(contexts);
    authors = List.copyOf(authors);
  }
}
