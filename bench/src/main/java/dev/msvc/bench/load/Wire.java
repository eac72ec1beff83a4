package dev.msvc.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Messages of HTTP/1.1 on a connection, one after the other; quick, since it is not to be measured.
 */
final class Wire implements AutoCloseable {
  private static final int LONGEST = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] bytes = new byte[LONGEST];

  /** Whether the other side ends the connection after the message that was read last. */
  private boolean last;

  /** Where the head begins and ends that was read last, and where what was read by now ends. */
  private int begin;

  private int end;
  private int filled;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
  }

  /** How long an answer is waited for. */
  void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  boolean isLast() {
    return last;
  }

  void send(String message) throws IOException {
    socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads the next head; says whether there is one. */
  boolean head() throws IOException {
    System.arraycopy(bytes, end, bytes, 0, filled - end);
    filled -= end;
    begin = 0;
    end = 0;
    for (int at = 3; ; at++) {
      while (at >= filled) {
        if (!fill()) {
          if (filled == 0) {
            return false;
          }
          throw new EOFException("the connection ended within a head");
        }
      }
      if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n') {
        end = at + 1;
        last = field("connection").equalsIgnoreCase("close");
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    if (filled == LONGEST) {
      throw new IOException("a message that is too long");
    }
    int more = in.read(bytes, filled, LONGEST - filled);
    filled += Math.max(0, more);
    return more > 0;
  }

  /** What a field of the head says; empty where it is not there. */
  String field(String lowerCase) {
    for (int at = begin; at < end; at++) {
      if (bytes[at] == '\n' && isHere(lowerCase, at + 1)) {
        int from = at + 2 + lowerCase.length();
        int to = from;
        while (bytes[to] != '\r') {
          to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
      }
    }
    return "";
  }

  private boolean isHere(String lowerCase, int at) {
    if (at + lowerCase.length() >= end || bytes[at + lowerCase.length()] != ':') {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((bytes[at + i] | 0x20) != (lowerCase.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  /** Status of an answer. */
  int status() throws IOException {
    // HTTP/1.1 200 OK
    if (end < 12 || bytes[0] != 'H' || bytes[8] != ' ') {
      throw new IOException("no answer");
    }
    return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
  }

  /** The content behind the head, which must say where it ends. */
  String content() throws IOException {
    String length = field("content-length");
    if (!length.isEmpty()) {
      return next(Integer.parseInt(length));
    }
    if (!field("transfer-encoding").equalsIgnoreCase("chunked")) {
      throw new IOException("an answer that does not say where it ends");
    }
    StringBuilder all = new StringBuilder();
    for (int size = size(); ; size = size()) {
      all.append(next(size));
      next(2);
      if (size == 0) {
        return all.toString();
      }
    }
  }

  /** Of the next chunk. */
  private int size() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append(next(1));
    }
    return Integer.parseInt(line.substring(0, line.length() - 2), 16);
  }

  private String next(int length) throws IOException {
    while (filled < end + length) {
      if (!fill()) {
        throw new EOFException("the connection ended within an answer");
      }
    }
    end += length;
    return new String(bytes, end - length, length, StandardCharsets.ISO_8859_1);
  }

  /** When nothing is asked through it any more. */
  void closeQuietly() {
    try {
      close();
    } catch (IOException closed) {
      // as it was to be
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
