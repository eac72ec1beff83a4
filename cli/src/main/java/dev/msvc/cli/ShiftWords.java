package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.util.function.Supplier;

/** Words to a shift that somebody else may move at the same moment. */
final class ShiftWords {
  private static final int TRIES = 20;

  private ShiftWords() {}

  /** Said until it is heard. */
  static <T> T said(Supplier<T> word) {
    for (int i = 1; ; i++) {
      try {
        return word.get();
      } catch (UserError moved) {
        if (moved.exitCode() != 5 || i == TRIES) {
          throw moved;
        }
      }
    }
  }
}
