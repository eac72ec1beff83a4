package dev.msvc.analyzers.code;

import java.util.Map;

/**
 * An annotation as written.
 *
 * @param values by name; the one of an annotation with a single unnamed value has the name that
 *     Java gives it
 */
public record AnnotationSyntax(String name, Map<String, Expr> values, int line) {}
