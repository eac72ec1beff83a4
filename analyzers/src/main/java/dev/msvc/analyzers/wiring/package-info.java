/** How a system is put together outside its code: descriptors, and beans of Spring's XML. */
@NullMarked
package dev.msvc.analyzers.wiring;

import org.jspecify.annotations.NullMarked;
