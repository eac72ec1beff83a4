package dev.msvc.model;

/** Something that the user can mend: what is wrong, and what to do. */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;
  private final int exitCode;

  /** An error of the input: exit code 3. */
  public UserError(String message, String hint) {
    this(message, hint, 3);
  }

  /** An error with an exit code of the table in {@code docs/exit-codes.md}. */
  public UserError(String message, String hint, int exitCode) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String hint() {
    return hint;
  }

  public int exitCode() {
    return exitCode;
  }
}
