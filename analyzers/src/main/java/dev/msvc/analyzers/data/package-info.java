/** Which code reads and writes which table, by whatever way: JPA, Spring Data, MyBatis, JDBC. */
@NullMarked
package dev.msvc.analyzers.data;

import org.jspecify.annotations.NullMarked;
