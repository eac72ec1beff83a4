package dev.msvc.analyzers.source;

/** Text that is no XML, or more of it than is read. */
public final class MalformedXml extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedXml(String reason, int line) {
    super(reason);
    this.line = line;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  /** The line, from 1; 0 where the whole file is meant. */
  public int line() {
    return line;
  }
}
