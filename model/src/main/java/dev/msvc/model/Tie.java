package dev.msvc.model;

/**
 * Two top-level types that were changed together.
 *
 * @param first the one whose name comes first
 * @param commits how many changed both
 * @param weight of these commits, each by 1 / (classes that it changed - 1): one that changes many
 *     says less of each pair
 */
public record Tie(String first, String second, int commits, double weight) {}
