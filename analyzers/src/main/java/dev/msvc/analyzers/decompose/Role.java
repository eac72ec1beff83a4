package dev.msvc.analyzers.decompose;

/** What a top-level type is to the contexts. */
enum Role {
  MEMBER,
  SHARED,
  MUST_SPLIT,
  TECHNICAL
}
