/** The nouns of msvc: records that are passed from reading to writing, and say nothing of how. */
@NullMarked
package dev.msvc.model;

import org.jspecify.annotations.NullMarked;
