/** What kills migrations: rules that look for it in an analysis, one class each. */
@NullMarked
package dev.msvc.analyzers.risk;

import org.jspecify.annotations.NullMarked;
