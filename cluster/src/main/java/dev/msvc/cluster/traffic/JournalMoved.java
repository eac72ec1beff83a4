package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;

/** Somebody else wrote to a shift's journal since it was read; nothing was written. */
public final class JournalMoved extends UserError {
  private static final long serialVersionUID = 1;

  /** Of one shift. */
  public JournalMoved(String shift) {
    super(
        "what is kept of %s was changed meanwhile; nothing was written".formatted(shift),
        "run it again: it starts from what is there now",
        5);
  }
}
