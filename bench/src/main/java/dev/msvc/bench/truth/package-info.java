/**
 * What a system does, told by others than msvc: class files read with ASM, mappings and mapper
 * files read as plain XML, SQL parsed by Druid, HQL by Hibernate's own grammar.
 */
@NullMarked
package dev.msvc.bench.truth;

import org.jspecify.annotations.NullMarked;
