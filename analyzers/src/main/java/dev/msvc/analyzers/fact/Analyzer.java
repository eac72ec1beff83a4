package dev.msvc.analyzers.fact;

/** Reads facts of one kind from the whole system; says what it saw and where, and never scores. */
public interface Analyzer {
  /**
   * Adds what it sees. Analyzers run one after another in the order of their list, so that a later
   * one can read what earlier ones added.
   */
  void analyze(Sources sources, FactCollector facts);
}
