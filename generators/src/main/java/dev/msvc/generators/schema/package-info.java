/** The tables of a service over time: each change of its description is one more migration. */
@NullMarked
package dev.msvc.generators.schema;

import org.jspecify.annotations.NullMarked;
