package dev.msvc.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What comes before the body of an HTTP message.
 *
 * @param first the request line or the status line
 * @param fields the lines after it
 */
record HttpHead(String first, List<String> fields) {

  /** The next one; null where the other side has closed before it. */
  static HttpHead read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    for (String each = some(in); !each.isEmpty(); each = some(in)) {
      fields.add(each);
    }
    return new HttpHead(first, fields);
  }

  /** A line, without its end; null at the end of all. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        if (line.length() > 0) {
          throw new EOFException("closed within a line");
        }
        return null;
      }
      line.append((char) each);
    }
    return line.toString().stripTrailing();
  }

  /** A line that must be there. */
  static String some(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      throw new EOFException("closed within a message");
    }
    return line;
  }

  /** The word of the first line: 0 is the method, 1 the target of a request or the status. */
  String word(int index) {
    return first.split(" ", 3)[index];
  }

  /** Of a field; empty where it is not there. */
  String value(String field) {
    String begin = field.toLowerCase(Locale.ROOT) + ":";
    return fields.stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(begin))
        .map(each -> each.substring(begin.length()).strip())
        .findFirst()
        .orElse("");
  }

  boolean says(String field, String value) {
    return value(field).equalsIgnoreCase(value);
  }

  HttpHead without(String field) {
    String begin = field.toLowerCase(Locale.ROOT) + ":";
    return new HttpHead(
        first,
        fields.stream().filter(each -> !each.toLowerCase(Locale.ROOT).startsWith(begin)).toList());
  }

  HttpHead with(String field, String value) {
    List<String> all = new ArrayList<>(without(field).fields);
    all.add(field + ": " + value);
    return new HttpHead(first, all);
  }

  void write(OutputStream out) throws IOException {
    String text = first + "\r\n" + String.join("\r\n", fields) + (fields.isEmpty() ? "" : "\r\n");
    out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
