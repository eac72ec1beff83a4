package dev.msvc.analyzers.code;

import com.github.javaparser.ParseResult;
import com.github.javaparser.Problem;

/** A file that the parser does not know, with the place of its first problem. */
public final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  public UnreadableSourceException(String reason, int line) {
    super(reason);
    this.line = line;
  }

  static UnreadableSourceException of(ParseResult<?> result) {
    if (result.getProblems().isEmpty()) {
      return new UnreadableSourceException("not Java that the parser knows", 0);
    }
    Problem first = result.getProblems().get(0);
    int line =
        first
            .getLocation()
            .flatMap(range -> range.toRange())
            .map(range -> range.begin.line)
            .orElse(0);
    String message = first.getMessage().lines().findFirst().orElse("").strip();
    if (line == 0) {
      line = lineIn(message);
    }
    return new UnreadableSourceException(
        "syntax error: " + (message.length() > 160 ? message.substring(0, 160) : message), line);
  }

  private static int lineIn(String message) {
    int at = message.indexOf("(line ");
    int end = message.indexOf(',', Math.max(at, 0));
    try {
      return at < 0 || end < 0 ? 0 : Integer.parseInt(message.substring(at + 6, end));
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  int line() {
    return line;
  }
}
