package dev.msvc.model;

/**
 * A top-level type that is not a member of one context.
 *
 * @param nearest context that it has most to do with; empty where there is none
 * @param reason a sentence with its figures
 */
public record Unplaced(String className, String nearest, String reason) {}
