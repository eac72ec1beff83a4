package dev.msvc.analyzers.source;

import dev.msvc.model.SourceLanguage;
import java.nio.file.Path;

/**
 * A source file of main code: Java, or another language of its platform.
 *
 * @param file relative to the analysed folder, with {@code /}; may hold any character but NUL
 * @param module the folder of the build module that holds it; empty for the root
 * @param size in bytes, as found
 */
public record JavaFile(String file, String module, Path path, long size) {
  /** A larger file is listed as unread. */
  static final long LIMIT = 5_000_000;

  /**
   * Reads and decodes it.
   *
   * @throws UnreadableFileException where it is not text, is too big, nests too deeply for a
   *     parser, or cannot be read
   */
  public SourceText read() {
    SourceText text = SourceText.read(path, LIMIT);
    if (SourceLanguage.of(file) == SourceLanguage.JAVA) {
      Nesting.check(text.text());
    }
    return text;
  }
}
