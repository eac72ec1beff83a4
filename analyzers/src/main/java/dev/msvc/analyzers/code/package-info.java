/**
 * Java source as the analyzers see it: declarations, bodies in a compact form, and an index that
 * resolves names without a class path. The only home of JavaParser.
 */
@NullMarked
package dev.msvc.analyzers.code;

import org.jspecify.annotations.NullMarked;
