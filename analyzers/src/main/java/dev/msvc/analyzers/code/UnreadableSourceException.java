package dev.msvc.analyzers.code;

import com.github.javaparser.ParseResult;
import com.github.javaparser.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that the parser does not know, with the place of its first problem. */
public final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern LINE = Pattern.compile("(?:\\(| at )line (\\d{1,9}),");

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

  /** Errors of the lexer have their line in their words only. */
  private static int lineIn(String message) {
    Matcher line = LINE.matcher(message);
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The line, from 1; 0 where the whole file is meant. */
  int line() {
    return line;
  }
}
