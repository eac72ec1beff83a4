package dev.msvc.analyzers.code;

import java.util.List;

/**
 * A type as written, before its name is resolved.
 *
 * @param name dotted; {@code ?} for an unbounded wildcard; bounded ones are their bound
 * @param dimensions of an array; 0 for none
 */
public record TypeSyntax(String name, List<TypeSyntax> arguments, int dimensions, int line) {
  TypeSyntax withDimensions(int more) {
    return more == 0 ? this : new TypeSyntax(name, arguments, dimensions + more, line);
  }
}
