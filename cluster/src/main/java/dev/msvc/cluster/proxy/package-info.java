/** The local proxy: a router of our own, for a laptop and for rehearsals. */
@NullMarked
package dev.msvc.cluster.proxy;

import org.jspecify.annotations.NullMarked;
