/** Which classes are mapped to which tables: by annotations, XML or convention. */
@NullMarked
package dev.msvc.analyzers.mapping;

import org.jspecify.annotations.NullMarked;
