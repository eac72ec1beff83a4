package dev.msvc.model.yaml;

import java.io.IOException;
import java.io.Reader;

/** Gives a parser at most one line at a time, so that the next ones can be given to another. */
final class JsonLines extends Reader {
  private final Reader from;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int end;
  private int line = 1;
  private boolean atStart = true;

  private int given;
  private boolean givenFromStart;

  JsonLines(Reader from) {
    this.from = from;
  }

  /** The line of what is read next, from 1. */
  int line() {
    return line;
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    given = position;
    givenFromStart = atStart;
    int count = 0;
    while (count < length && position < end) {
      char next = buffer[position++];
      to[offset + count++] = next;
      atStart = next == '\n';
      if (atStart) {
        line++;
        break;
      }
    }
    return count;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, from.read(buffer, 0, buffer.length));
      given = -1;
    }
    return position < end;
  }

  /** Whether the last piece is the start of a line that starts a record; it is given again. */
  boolean again() {
    if (given < 0 || given >= end || !givenFromStart || buffer[given] != '{') {
      return false;
    }
    if (atStart && position > given) {
      line--;
    }
    position = given;
    atStart = true;
    return true;
  }

  /** Goes to the next line that starts a record; whether there is one. */
  boolean skip() throws IOException {
    while (fill()) {
      if (atStart && buffer[position] == '{') {
        return true;
      }
      atStart = buffer[position++] == '\n';
      if (atStart) {
        line++;
      }
    }
    return false;
  }

  @Override
  public void close() {
    // whoever opened it closes it
  }
}
