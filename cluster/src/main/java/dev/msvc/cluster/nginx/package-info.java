/** nginx as a router: weights in a file that it reads anew. */
@NullMarked
package dev.msvc.cluster.nginx;

import org.jspecify.annotations.NullMarked;
