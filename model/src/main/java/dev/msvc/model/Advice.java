package dev.msvc.model;

/**
 * Where to begin, and what to leave alone for now.
 *
 * @param startWith name of a context; empty where none is fit to start with
 * @param why a sentence with its figures
 * @param leaveAlone name of a context; empty where none stands out
 * @param whyNot a sentence with its figures
 */
public record Advice(String startWith, String why, String leaveAlone, String whyNot) {}
