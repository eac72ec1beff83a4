/** Types and tables as nodes, and what ties them as weighted views. */
@NullMarked
package dev.msvc.analyzers.graph;

import org.jspecify.annotations.NullMarked;
