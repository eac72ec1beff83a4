package dev.msvc.model;

/** What was seen and what was concluded: the result of {@code msvc analyze}. */
public record Analysis(Facts facts, Decomposition decomposition) {}
