package dev.msvc.model;

/**
 * Two classes that are changed together more often than not.
 *
 * @param from the one whose changes say more of the other's
 * @param commits that changed both: the support
 * @param confidence the share of the commits to {@code from} that changed {@code to}, too, 0 to 1
 * @param last when both were last changed together, in seconds since 1970 (UTC)
 */
public record CoChange(String from, String to, int commits, double confidence, long last) {}
