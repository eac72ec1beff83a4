package dev.msvc.cluster.router;

/**
 * A rule of a shared route that a shift owns, and where in the object its weights are.
 *
 * @param servicePath JSON Pointer of the service's weight
 * @param monolithPath JSON Pointer of the monolith's weight
 * @param weight of the service; the monolith has the rest of 100
 * @param oddity why they are not so; empty where they are
 */
record OwnedRule(
    String id,
    Backend service,
    String servicePath,
    Backend monolith,
    String monolithPath,
    int weight,
    String oddity) {}
