package dev.msvc.cli;

import dev.msvc.cluster.compare.Selection;
import dev.msvc.model.UserError;
import dev.msvc.model.compare.Recorded;
import dev.msvc.model.yaml.HarDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Requests that somebody made once: a HAR, or an access log.
 *
 * @param shown as messages name it
 */
record RecordedFile(Path file, String shown) {
  private static final int LONGEST = 1 << 16;

  void read(Selection to) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("there is no file " + shown, "save a HAR, or name an access log");
    }
    // bytes that are no UTF-8 are read, too: logs have what clients sent
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      reader.mark(1 << 12);
      int first = reader.read();
      while (first >= 0 && (Character.isWhitespace(first) || first == '\ufeff')) {
        reader.mark(1 << 12);
        first = reader.read();
      }
      reader.reset();
      if (first == '{') {
        archive(reader, to);
      } else {
        log(reader, to);
      }
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read".formatted(shown), "see who may read it");
    }
  }

  private static void archive(BufferedReader from, Selection to) throws IOException {
    HarDocument.read(
        from,
        new HarDocument.Visitor() {
          @Override
          public void request(Recorded request) {
            to.add(request);
          }

          @Override
          public void unread(int line, String why) {
            to.leave("not read: " + why);
          }
        });
  }

  private static void log(BufferedReader from, Selection to) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean ends = false;
    while (!ends) {
      int next = from.read();
      ends = next < 0;
      if (next == '\n' || ends) {
        line(line.toString(), to);
        line.setLength(0);
      } else if (line.length() < LONGEST) {
        line.append((char) next);
      }
    }
  }

  private static void line(String line, Selection to) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    Optional<Recorded> request = Recorded.ofLine(line);
    if (request.isPresent()) {
      to.add(request.get());
    } else {
      to.leave("not read: no request in the line");
    }
  }
}
