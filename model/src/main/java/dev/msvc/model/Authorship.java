package dev.msvc.model;

/**
 * What one person did of something.
 *
 * @param commits of this person
 * @param share of all commits that count, 0 to 1
 */
public record Authorship(String author, int commits, double share) {}
