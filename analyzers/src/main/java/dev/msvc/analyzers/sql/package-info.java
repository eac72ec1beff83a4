/** What SQL, JPQL, derived queries and migrations say about tables; the only home of JSqlParser. */
@NullMarked
package dev.msvc.analyzers.sql;

import org.jspecify.annotations.NullMarked;
