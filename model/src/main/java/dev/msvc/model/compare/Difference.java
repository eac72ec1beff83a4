package dev.msvc.model.compare;

/**
 * That two answers to one request differ.
 *
 * @param monolith what it has there; without what it says, unless bodies are to be shown
 * @param service the same of the other
 */
public record Difference(Spot spot, String monolith, String service) {}
