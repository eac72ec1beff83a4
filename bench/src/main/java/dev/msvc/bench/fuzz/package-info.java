/** Files as an unlucky disc or an enemy would leave them, and trees with a few of them. */
@NullMarked
package dev.msvc.bench.fuzz;

import org.jspecify.annotations.NullMarked;
