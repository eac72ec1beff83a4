package dev.msvc.analyzers.trace;

import dev.msvc.model.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file that the user names as traces or as an access log.
 *
 * @param name its name, or its path relative to the folder that the user named
 */
record TraceFile(String name, Path path) {
  private static final int BLOCK = 1 << 16;
  private static final int DEEPEST = 32;

  /**
   * The files, those of a folder in the order of their paths, each once.
   *
   * @throws UserError where one is missing
   */
  static List<TraceFile> of(List<Path> named) {
    List<TraceFile> files = new ArrayList<>();
    Set<Path> known = new LinkedHashSet<>();
    for (Path each : named) {
      if (Files.isDirectory(each)) {
        folder(each, known, files);
      } else if (!Files.exists(each)) {
        throw new UserError(
            "there is no file '%s'".formatted(each),
            "name traces or an access log, as in: msvc analyze --traces access.log");
      } else if (known.add(each.toAbsolutePath().normalize())) {
        files.add(new TraceFile(last(each), each));
      }
    }
    return files;
  }

  private static void folder(Path folder, Set<Path> known, List<TraceFile> files) {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
      all =
          found
              .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
              .filter(each -> !last(each).startsWith("."))
              .sorted()
              .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UserError(
          "'%s' cannot be read: %s".formatted(folder, e.getMessage()),
          "give yourself the right to read it");
    }
    if (all.isEmpty()) {
      throw new UserError(
          "there is no file in '%s'".formatted(folder),
          "name a folder that holds traces or access logs");
    }
    for (Path each : all) {
      if (known.add(each.toAbsolutePath().normalize())) {
        String relative = folder.relativize(each).toString().replace('\\', '/');
        files.add(new TraceFile(last(folder) + "/" + relative, each));
      }
    }
  }

  private static String last(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /**
   * Opens it; what is compressed by gzip comes out plain.
   *
   * @throws IOException where it cannot be read
   */
  InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), BLOCK);
    try {
      in.mark(2);
      int magic = (in.read() << 8) | in.read();
      in.reset();
      return magic == 0x1F8B ? new BufferedInputStream(new GZIPInputStream(in, BLOCK), BLOCK) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
