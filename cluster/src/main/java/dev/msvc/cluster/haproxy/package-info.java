/** HAProxy as a router: weights of its servers, set while it runs. */
@NullMarked
package dev.msvc.cluster.haproxy;

import org.jspecify.annotations.NullMarked;
