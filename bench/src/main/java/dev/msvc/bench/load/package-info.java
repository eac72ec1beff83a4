/** Requests that are counted one by one, at the client and at the servers behind a router. */
@NullMarked
package dev.msvc.bench.load;

import org.jspecify.annotations.NullMarked;
