/** Answers of monolith and service side by side: what differs, and what differs by itself. */
@NullMarked
package dev.msvc.model.compare;

import org.jspecify.annotations.NullMarked;
