/** What a deployment would change, and the change itself. */
@NullMarked
package dev.msvc.cluster.deploy;

import org.jspecify.annotations.NullMarked;
