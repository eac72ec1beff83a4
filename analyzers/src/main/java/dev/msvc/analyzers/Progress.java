package dev.msvc.analyzers;

/** Told how far the work is; called from several threads. */
public interface Progress {
  Progress NONE = (what, done, total) -> {};

  /**
   * @param what is done now, as {@code parsing}
   * @param total 0 where it is not known
   */
  void step(String what, int done, int total);

  /** Told, in a sentence, what who wants to know more may want to know. */
  default void note(String sentence) {}
}
