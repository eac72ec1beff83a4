package dev.msvc.model.shift;

import java.util.OptionalInt;

/**
 * What tells one client from another, so that each keeps its arm while the service's share only
 * grows.
 *
 * @param in where requests say it
 * @param name of the header or the cookie
 * @param requests of one client while a share is measured, from 1: so many weigh as much as one of
 *     a client of its own; empty where the router counts them
 * @param line where the plan says it, from 1
 */
public record StickyWord(Selector.In in, String name, OptionalInt requests, int line) {}
