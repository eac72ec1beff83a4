package dev.msvc.analyzers.history;

/** Who made a commit, as the commit says. */
record Signature(String name, String email) {}
