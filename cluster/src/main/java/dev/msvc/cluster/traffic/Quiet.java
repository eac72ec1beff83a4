package dev.msvc.cluster.traffic;

/**
 * Whether nothing reached the monolith in a time.
 *
 * @param verdict PASS for nothing, FAIL for something, INSUFFICIENT while the time is not over,
 *     UNKNOWN where nobody counts
 * @param words who counted what
 */
public record Quiet(Verdict verdict, String words) {}
