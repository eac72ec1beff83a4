package dev.msvc.model;

/**
 * Calls between two classes that traces show.
 *
 * @param entry id of the entry point that was served meanwhile; empty for none
 * @param from a class, as facts name it
 */
public record CallTraffic(String entry, String from, String to, long calls) {}
