/** What of a monolith nobody needs once a service answers in its place. */
@NullMarked
package dev.msvc.analyzers.retire;

import org.jspecify.annotations.NullMarked;
