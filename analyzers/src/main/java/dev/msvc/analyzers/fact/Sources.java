package dev.msvc.analyzers.fact;

import dev.msvc.analyzers.code.CodeBase;
import java.util.List;

/**
 * The system as it was read.
 *
 * @param resources files of main code that are not Java and that an analyzer may want, sorted
 */
public record Sources(CodeBase code, List<ResourceFile> resources) {
  public Sources {
    resources = List.copyOf(resources);
  }
}
