/**
 * Finds and decodes the files of an analysed tree: main code apart from tests and generated code,
 * with nothing followed out of the tree and nothing opened that is not a plain file.
 */
@NullMarked
package dev.msvc.analyzers.source;

import org.jspecify.annotations.NullMarked;
