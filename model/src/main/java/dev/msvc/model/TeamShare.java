package dev.msvc.model;

/**
 * How much of a context is a team's.
 *
 * @param team as {@code CODEOWNERS} names it, or the context at which the people are at home
 * @param share of the context's owned classes, or of the commits to it, 0 to 1
 */
public record TeamShare(String team, double share) {}
