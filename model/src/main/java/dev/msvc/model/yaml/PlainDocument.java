package dev.msvc.model.yaml;

import java.io.Writer;
import java.util.Map;

/** A small document of texts, numbers, lists and maps. */
public final class PlainDocument {
  private PlainDocument() {}

  /** Writes the fields in the map's order, after the schema. */
  public static void write(String schema, Map<String, ?> fields, Format format, Writer to) {
    try (Document document = new Document(format, to, schema)) {
      fields.forEach(document::tree);
    }
  }
}
