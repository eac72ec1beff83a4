package dev.msvc.analyzers.sql;

import java.util.function.Supplier;

/**
 * A file that may hold migrations.
 *
 * @param path relative to the analysed folder, with {@code /}
 * @param size in bytes
 * @param text read when it is asked for
 */
public record MigrationFile(String path, long size, Supplier<String> text) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
