package dev.msvc.model;

/**
 * A call of a stored procedure or function of the database by a method.
 *
 * @param routine as written, perhaps with its schema or package
 * @param className type that holds the method
 * @param method empty where the type as a whole is meant
 */
public record RoutineCall(
    String routine, String className, String method, Place place, Certainty certainty) {}
