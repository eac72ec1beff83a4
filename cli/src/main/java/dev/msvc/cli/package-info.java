/** The command line: one class a command, and the only writer to the disc. */
@NullMarked
package dev.msvc.cli;

import org.jspecify.annotations.NullMarked;
