/** The history of a system, as git keeps it: read without leaving a trace. */
@NullMarked
package dev.msvc.analyzers.history;

import org.jspecify.annotations.NullMarked;
