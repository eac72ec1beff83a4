@NullMarked
package dev.msvc.generators.report;

import org.jspecify.annotations.NullMarked;
