package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Place;

/**
 * One statement of a mapper file, in one of the dialects that it is written for.
 *
 * @param namespace of its file; empty for none
 * @param ibatis whether the file is one of iBATIS 2
 * @param key whether it selects the generated key of the statement of this id
 */
record MapperStatement(
    String file, String namespace, String id, XmlElement element, boolean ibatis, boolean key) {
  /** The name by which code runs it. */
  String fullId() {
    return MapperFiles.fullId(id, namespace);
  }

  Place place() {
    return new Place(file, element.line());
  }
}
