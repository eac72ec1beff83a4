/** What a new run makes of files that users have edited: the only place that merges by JGit. */
@NullMarked
package dev.msvc.generators.merge;

import org.jspecify.annotations.NullMarked;
