package dev.msvc.analyzers;

import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis reads beside the source tree.
 *
 * @param schemas dumps or other definitions of the database, files and folders of any size
 * @param history whether to read the history of the repository around the tree
 */
public record Inputs(List<Path> schemas, boolean history) {
  /** The source tree alone. */
  public static final Inputs NONE = new Inputs(List.of(), false);

  public Inputs {
    schemas = List.copyOf(schemas);
  }

  public Inputs withSchemas(List<Path> others) {
    return new Inputs(others, history);
  }

  public Inputs withHistory(boolean read) {
    return new Inputs(schemas, read);
  }
}
