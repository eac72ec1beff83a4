package dev.msvc.analyzers;

import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis reads beside the source tree.
 *
 * @param schemas dumps or other definitions of the database, files and folders of any size
 */
public record Inputs(List<Path> schemas) {
  /** The source tree alone. */
  public static final Inputs NONE = new Inputs(List.of());

  public Inputs {
    schemas = List.copyOf(schemas);
  }
}
