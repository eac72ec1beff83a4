package dev.msvc.cluster.router;

import java.util.function.BiFunction;

/**
 * How a kind of route says what goes where.
 *
 * @param rules field of the spec that has the rules
 * @param backends field of a rule that has its backends
 * @param backend reads one, in a route of that namespace
 * @param otherwise the weight of one that says none
 */
record Shape(
    String rules, String backends, BiFunction<Object, String, Backend> backend, int otherwise) {}
