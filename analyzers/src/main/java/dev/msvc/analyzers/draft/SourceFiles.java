package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.code.UnreadableSourceException;
import dev.msvc.analyzers.source.JavaFile;
import dev.msvc.analyzers.source.SourceText;
import dev.msvc.analyzers.source.UnreadableFileException;
import java.nio.file.Path;

/** Files of the monolith that are read again. */
record SourceFiles(Path root) {
  /** The text of a file; empty where it cannot be read. */
  String text(String file) {
    try {
      return new JavaFile(file, "", root.resolve(file), 0).read().text();
    } catch (UnreadableFileException gone) {
      return "";
    }
  }

  /** A file of code, which is read when it is asked for. */
  JavaSource source(String file, String module) {
    return new JavaSource(
        file,
        module,
        () -> {
          try {
            SourceText text = new JavaFile(file, module, root.resolve(file), 0).read();
            return new JavaSource.Content(text.text(), text.lines(), false);
          } catch (UnreadableFileException gone) {
            throw new UnreadableSourceException(gone.reason(), gone.line());
          }
        });
  }
}
