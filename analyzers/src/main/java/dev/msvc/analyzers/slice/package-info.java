/** From one thing that is to be moved to what must come along, what blocks it and what it costs. */
@NullMarked
package dev.msvc.analyzers.slice;

import org.jspecify.annotations.NullMarked;
