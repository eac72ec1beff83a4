/**
 * Traces and access logs, matched with the code: what runs, how often. Nothing of a user is kept:
 * no query, no name, no address.
 */
@NullMarked
package dev.msvc.analyzers.trace;

import org.jspecify.annotations.NullMarked;
