/** The contract of a service as Protocol Buffers: what it says, and the numbers that it keeps. */
@NullMarked
package dev.msvc.generators.proto;

import org.jspecify.annotations.NullMarked;
