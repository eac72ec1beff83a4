package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.List;

/** Makes one part of a service: a function of the blueprint that writes nothing. */
public interface Generator {
  List<PlannedFile> files(Blueprint blueprint);
}
