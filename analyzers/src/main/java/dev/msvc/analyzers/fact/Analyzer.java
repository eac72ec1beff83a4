package dev.msvc.analyzers.fact;

/** Reads facts of one kind from the whole system; says what it saw and where, and never scores. */
public interface Analyzer {
  /**
   * Adds what it sees. Analyzers of one list run one after another, so that a later one can read
   * what earlier ones added; lists that know nothing of each other run at the same time.
   */
  void analyze(Sources sources, FactCollector facts);
}
