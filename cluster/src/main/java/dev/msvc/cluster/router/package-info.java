/** The kinds of routers there are, and what each of them can do. */
@NullMarked
package dev.msvc.cluster.router;

import org.jspecify.annotations.NullMarked;
