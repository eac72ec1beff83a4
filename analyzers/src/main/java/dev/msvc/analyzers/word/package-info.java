/** The user's word and what was accepted, as constraints on a decomposition; open questions. */
@NullMarked
package dev.msvc.analyzers.word;

import org.jspecify.annotations.NullMarked;
