package dev.msvc.analyzers.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.msvc.model.yaml.ForeignJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/** Reads a file of traces or an access log of any size, whatever of the known formats it has. */
final class TraceReader {
  private static final int LOOK = 1 << 12;
  private static final int BLOCK = 1 << 16;
  private static final int LONGEST = 1 << 16;

  private final Sink sink;
  private final long unit;

  /**
   * Gives what it reads to a sink.
   *
   * @param unit how many microseconds a duration has whose unit the file does not tell
   */
  TraceReader(Sink sink, long unit) {
    this.sink = sink;
    this.unit = unit;
  }

  /** Reads as far as it can be read. */
  void read(TraceFile file) {
    try (InputStream in = file.open()) {
      in.mark(LOOK);
      byte[] start = in.readNBytes(LOOK);
      in.reset();
      String foreign = foreign(start);
      if (!foreign.isEmpty()) {
        sink.broken(0, foreign);
        return;
      }
      Reader reader = new BufferedReader(new InputStreamReader(in, UTF_8), BLOCK);
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      if (isJson(start)) {
        ForeignJson.read(reader, SpanRecords.CONTAINERS, new SpanRecords(sink, unit));
      } else {
        lines(reader);
      }
    } catch (java.io.EOFException | java.util.zip.ZipException early) {
      sink.broken(0, "compressed, and ends early or is damaged: what is before that was read");
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      sink.broken(0, "cannot be read");
    }
  }

  /** What it is where it is none of ours; empty where it may be. */
  private static String foreign(byte[] start) {
    if (start.length == 0) {
      return "empty";
    }
    int control = 0;
    for (byte each : start) {
      control += (each >= 0 && each < 9) || (each > 13 && each < 32 && each != 27) ? 1 : 0;
    }
    if (starts(start, 0x28, 0xB5, 0x2F, 0xFD) || starts(start, 'B', 'Z', 'h')) {
      return "compressed in a way that is not understood: give it plain or by gzip";
    }
    if (starts(start, 'P', 'K', 3, 4)) {
      return "a zip file: give what is in it";
    }
    // a log may hold what somebody sent
    if (control * 50 > start.length || (start[0] == '\n' && control > 0)) {
      return new String(start, 0, Math.min(4, start.length), UTF_8).indexOf('\n') >= 0
          ? "binary, as OpenTelemetry's protobuf is: let it be exported as JSON"
          : "binary: give traces as JSON, or an access log";
    }
    return first(start) == '<' ? "XML: give traces as JSON, or an access log" : "";
  }

  private static boolean starts(byte[] start, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static int first(byte[] start) {
    for (byte each : start) {
      // spaces, and the three bytes that may mark UTF-8
      if (each > ' ') {
        return each;
      }
    }
    return 0;
  }

  /** A line of a log that starts with a bracket is no list of records. */
  private static boolean isJson(byte[] start) {
    String text = new String(start, UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("{") || text.matches("(?s)\\[\\s*([\\[{].*|\\]\\s*|)");
  }

  private void lines(Reader reader) throws IOException {
    AccessLines lines = new AccessLines();
    BoundedLines all = new BoundedLines(reader, LONGEST);
    for (String each = all.next(); each != null; each = all.next()) {
      if (!lines.isRemark(each)) {
        AccessLines.Line line = all.wasCut() ? null : lines.read(each);
        if (line == null) {
          sink.broken(all.number(), "no line of an access log of a known format");
        } else {
          give(line);
        }
        if (sink.isFull()) {
          return;
        }
      }
    }
  }

  private void give(AccessLines.Line line) {
    if (line.raw() < 0) {
      sink.request(line.request());
    } else {
      sink.duration(line.raw());
      sink.request(line.request().lasting(line.raw() * unit));
    }
  }
}
