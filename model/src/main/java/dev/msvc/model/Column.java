package dev.msvc.model;

/**
 * A column of a table.
 *
 * @param type as written; empty where unknown
 */
public record Column(String name, String type) {}
