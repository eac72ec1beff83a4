/**
 * Ways into the code, what containers wire and call there, and the transactions around it: what
 * annotations and descriptors of Spring and Jakarta EE tell that plain calls don't.
 */
@NullMarked
package dev.msvc.analyzers.entry;

import org.jspecify.annotations.NullMarked;
