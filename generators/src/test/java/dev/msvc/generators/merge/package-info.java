@NullMarked
package dev.msvc.generators.merge;

import org.jspecify.annotations.NullMarked;
