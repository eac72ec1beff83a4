package dev.msvc.cluster.nginx;

import dev.msvc.model.shift.Weights;

/** The file that nginx reads weights from; all of it is the shift's. */
public interface WeightsFile {
  /**
   * What it holds.
   *
   * @throws dev.msvc.model.UserError with exit code 8 where it cannot be read
   */
  String read();

  /**
   * Replaces all of it.
   *
   * @throws dev.msvc.model.UserError with exit code 5 where it holds something else than before
   */
  void replace(String before, String after);

  /** What it holds where these are the weights. */
  String text(Weights weights);
}
