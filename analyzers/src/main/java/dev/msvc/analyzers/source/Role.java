package dev.msvc.analyzers.source;

/** What the files of a folder are for. */
enum Role {
  MAIN,
  TEST,
  GENERATED
}
