/** Databases of monolith and service: how far one is behind the other, and where rows differ. */
@NullMarked
package dev.msvc.cluster.data;

import org.jspecify.annotations.NullMarked;
