package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.fact.DumpFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold migrations.
 *
 * @param path relative to the analysed folder, with {@code /}
 * @param size in bytes
 * @param text read when it is asked for
 * @param large opens a file that is too large to be held
 */
public record MigrationFile(
    String path, long size, Supplier<String> text, DumpFile.@Nullable Content large) {
  public MigrationFile(String path, long size, Supplier<String> text) {
    this(path, size, text, null);
  }

  /** Opens it, to be read piece by piece. */
  Reader open() throws IOException {
    return large == null ? new StringReader(text.get()) : large.open();
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
