/**
 * Keeps results between runs, in files that are believed only when they are whole and were made by
 * this very program; knows nothing of what it keeps.
 */
@NullMarked
package dev.msvc.analyzers.cache;

import org.jspecify.annotations.NullMarked;
