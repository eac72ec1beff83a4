/**
 * Work on all processors: in the order that was asked for, with deep stacks, and never half done.
 */
@NullMarked
package dev.msvc.analyzers.parallel;

import org.jspecify.annotations.NullMarked;
