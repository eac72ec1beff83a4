/** Requests to an API server, and how they fail. */
@NullMarked
package dev.msvc.cluster.api;

import org.jspecify.annotations.NullMarked;
