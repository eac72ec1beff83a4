@NullMarked
package dev.msvc.generators.router;

import org.jspecify.annotations.NullMarked;
