/** Reading source files of every kind. */
@NullMarked
package dev.msvc.analyzers.source;

import org.jspecify.annotations.NullMarked;
