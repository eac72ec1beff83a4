/**
 * What the boundaries between contexts cut, and how well the contexts are cut by published metrics.
 */
@NullMarked
package dev.msvc.analyzers.cut;

import org.jspecify.annotations.NullMarked;
