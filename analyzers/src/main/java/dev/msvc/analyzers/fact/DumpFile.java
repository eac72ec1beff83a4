package dev.msvc.analyzers.fact;

import java.io.IOException;
import java.io.Reader;

/**
 * A file of definitions that the user names beside the analysed folder, as a dump of its database.
 *
 * @param file its name, or its path relative to the folder that the user named
 * @param content opens its text anew at each call
 */
public record DumpFile(String file, Content content) {
  /** Opens a text of any size. */
  public interface Content {
    /**
     * Opens it at its beginning.
     *
     * @throws IOException where it cannot be read
     */
    Reader open() throws IOException;
  }
}
