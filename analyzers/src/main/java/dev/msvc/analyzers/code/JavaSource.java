package dev.msvc.analyzers.code;

import java.util.function.Supplier;

/**
 * A source file to read.
 *
 * @param file relative to the analysed folder, with {@code /}
 * @param module the folder of the build module that holds it; empty for the root
 * @param content gives its text, or throws {@link UnreadableSourceException}
 */
public record JavaSource(String file, String module, Supplier<Content> content) {

  /**
   * The text of a file.
   *
   * @param generated whether a generator wrote it
   */
  public record Content(String text, int lines, boolean generated) {}
}
