@NullMarked
package dev.msvc.generators.template;

import org.jspecify.annotations.NullMarked;
