package dev.msvc.model;

/**
 * Statements on a table that traces show.
 *
 * @param entry id of the entry point that was served meanwhile; empty for none
 * @param className the nearest class around the statement; empty for none
 */
public record TableTraffic(String entry, String className, String table, long reads, long writes) {}
