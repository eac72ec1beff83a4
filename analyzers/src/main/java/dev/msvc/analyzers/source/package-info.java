/**
 * Finds, decodes and reads the files of an analysed tree, and trusts none of them: nothing is
 * followed out of the tree, nothing is opened that is not a plain file, nothing external resolved.
 */
@NullMarked
package dev.msvc.analyzers.source;

import org.jspecify.annotations.NullMarked;
