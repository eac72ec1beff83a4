/**
 * From what boundaries cut to a plan: in which order contexts become services, by which steps, what
 * each takes, and what it costs at run time.
 */
@NullMarked
package dev.msvc.analyzers.plan;

import org.jspecify.annotations.NullMarked;
