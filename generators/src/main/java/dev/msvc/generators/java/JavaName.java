package dev.msvc.generators.java;

/**
 * The names of an aggregate.
 *
 * @param type of its class, and what the names of others begin with
 * @param label in the specification and the contract
 * @param variable as one of it is called
 * @param variables as several are called
 * @param labels several, in the contract
 * @param word the last part of its package
 * @param words it, for people: {@code order line}
 * @param article {@code a} or {@code an}
 * @param many several, for people
 */
public record JavaName(
    String type,
    String label,
    String variable,
    String variables,
    String labels,
    String word,
    String words,
    String article,
    String many) {}
