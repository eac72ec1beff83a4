package dev.msvc.analyzers;

/** Told how far the work is; called from several threads. */
public interface Progress {
  Progress NONE = (what, done, total) -> {};

  /**
   * @param what is done now, as {@code parsing}
   * @param total 0 where it is not known
   */
  void step(String what, int done, int total);
}
