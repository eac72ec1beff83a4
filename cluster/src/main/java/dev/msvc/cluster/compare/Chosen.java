package dev.msvc.cluster.compare;

import dev.msvc.model.compare.Recorded;

/**
 * A request that is to be sent.
 *
 * @param route of the plan
 * @param writes whether it may change something: then each arm gets it once
 */
public record Chosen(String route, boolean writes, Recorded request) {}
