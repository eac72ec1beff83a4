package dev.msvc.analyzers.trace;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, of which the longest are cut. */
final class BoundedLines {
  private final Reader from;
  private final int longest;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder line = new StringBuilder();
  private int position;
  private int end;
  private int number;
  private boolean cut;

  BoundedLines(Reader from, int longest) {
    this.from = from;
    this.longest = longest;
  }

  /** The number of the last line, from 1. */
  int number() {
    return number;
  }

  /** Whether the last line goes on. */
  boolean wasCut() {
    return cut;
  }

  /** The next line; null at the end. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    cut = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      int room = longest - line.length();
      cut |= position - start > room;
      line.append(buffer, start, Math.min(position - start, room));
      if (position < end) {
        position++;
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, from.read(buffer, 0, buffer.length));
    }
    return position < end;
  }
}
