package dev.msvc.analyzers.history;

/** A source file that a commit took from one path to another. */
record Move(String from, String to) {}
