/** The description of a service, drafted from a context of the monolith. */
@NullMarked
package dev.msvc.analyzers.draft;

import org.jspecify.annotations.NullMarked;
