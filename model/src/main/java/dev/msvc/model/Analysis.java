package dev.msvc.model;

/** What was seen, what was concluded and what is advised: the result of {@code msvc analyze}. */
public record Analysis(Facts facts, Decomposition decomposition, Advice advice) {}
