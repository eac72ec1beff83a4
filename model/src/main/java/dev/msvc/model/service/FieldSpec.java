package dev.msvc.model.service;

/**
 * A field of an aggregate, entity, value, command or event.
 *
 * @param optional whether it may be absent
 * @param unique whether no two aggregates have the same
 * @param description for people; empty for none
 */
public record FieldSpec(
    FieldName name,
    FieldType type,
    boolean optional,
    boolean unique,
    Rules rules,
    String description) {}
