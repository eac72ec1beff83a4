package dev.msvc.model;

/**
 * One use of a type of the analysed system by another.
 *
 * @param from name of the using type, perhaps nested
 * @param fromMember method or field that holds the use; empty for the type itself
 * @param to name of the used type, perhaps nested
 * @param toMember method or field that is used; empty for the type itself
 * @param line in the file of the using type
 */
public record Reference(
    String from, String fromMember, String to, String toMember, ReferenceKind kind, int line) {}
