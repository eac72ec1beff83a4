package dev.msvc.analyzers.source;

/** A file that was found and cannot be read; the message is the reason, in the user's words. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnreadableFileException(String reason, int line) {
    super(reason);
    this.line = line;
  }

  UnreadableFileException(String reason) {
    this(reason, 0);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  /** From 1; 0 where the whole file is meant. */
  public int line() {
    return line;
  }
}
