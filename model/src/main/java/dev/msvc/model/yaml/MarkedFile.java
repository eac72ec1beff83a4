package dev.msvc.model.yaml;

import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes parts of a file of ours for what is expected there; anything else is an error with its
 * place.
 *
 * @param name of the file, as messages name it
 */
record MarkedFile(String name) {
  /** In what we keep, which msvc wrote it. */
  static final String MADE = "made";

  private static final List<String> CONFLICT = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

  /** Refuses a text that git could not merge. */
  void requireMerged(String text, String hint) {
    int line = 1;
    for (String each : text.split("\n", -1)) {
      for (String marker : CONFLICT) {
        if (each.startsWith(marker)) {
          throw MarkedYaml.wrong(
              name,
              new MarkedYaml.Mark(line, 1),
              "a merge was not finished: the line begins with " + marker,
              hint);
        }
      }
      line++;
    }
  }

  /**
   * Refuses a file of another msvc, before anything else of it is looked at: a newer one may have
   * keys that this one does not know.
   *
   * @param root of the file; one that says nothing of its schema is of this msvc
   * @param schema as {@code msvc/NOUN/vNUMBER}
   */
  void requireSchema(MarkedYaml root, String schema) {
    String made = "";
    MarkedYaml said = null;
    if (root instanceof MarkedYaml.Mapping mapping) {
      for (MarkedYaml.Entry each : mapping.entries()) {
        if (each.key().equals("schema")) {
          said = each.value();
        } else if (each.key().equals(MADE) && each.value() instanceof MarkedYaml.Scalar by) {
          made = by.text();
        }
      }
    }
    if (said == null || scalar(said, "schema").text().equals(schema)) {
      return;
    }
    String other = scalar(said, "schema").text();
    String noun = schema.substring(0, schema.lastIndexOf('v') + 1);
    boolean newer =
        other.startsWith(noun)
            && other.substring(noun.length()).matches("[1-9]\\d{0,5}")
            && Integer.parseInt(other.substring(noun.length()))
                > Integer.parseInt(schema.substring(noun.length()));
    if (!newer) {
      throw wrong(
          said, "'%s' is no schema of this file".formatted(other), "write schema: " + schema);
    }
    throw wrong(
        said,
        "'%s' was made for a newer msvc%s; this one reads %s"
            .formatted(other, made.isEmpty() ? "" : ", by " + made, schema),
        made.isEmpty()
            ? "use the msvc that it was made for"
            : "use that msvc, or a newer one: " + made);
  }

  Map<String, MarkedYaml> fields(MarkedYaml node, String what, List<String> known) {
    Map<String, MarkedYaml> fields = new LinkedHashMap<>();
    for (MarkedYaml.Entry entry : entries(node, what, "keys: " + String.join(", ", known))) {
      if (!known.contains(entry.key())) {
        List<String> near = Nearest.of(entry.key(), known);
        String meant = near.isEmpty() ? "" : "did you mean '" + near.get(0) + "'? ";
        throw MarkedYaml.wrong(
            name,
            entry.mark(),
            "%s has no key '%s'".formatted(what, entry.key()),
            meant + "there are " + String.join(", ", known));
      }
      fields.put(entry.key(), entry.value());
    }
    return fields;
  }

  List<MarkedYaml.Entry> entries(@Nullable MarkedYaml node, String what, String expected) {
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof MarkedYaml.Mapping mapping) {
      return mapping.entries();
    }
    throw wrong(node, "%s is a mapping".formatted(what), "it holds " + expected);
  }

  List<MarkedYaml> items(@Nullable MarkedYaml node, String what, String expected) {
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof MarkedYaml.Sequence sequence) {
      return sequence.items();
    }
    throw wrong(node, "%s is a list".formatted(what), "it holds " + expected);
  }

  /** A text that is not empty. */
  MarkedYaml.Scalar scalar(MarkedYaml node, String what) {
    if (node instanceof MarkedYaml.Scalar scalar && !scalar.text().isBlank()) {
      return scalar;
    }
    throw wrong(node, "%s is one name or text".formatted(what), "write it on one line");
  }

  private static boolean isNull(MarkedYaml node) {
    return node instanceof MarkedYaml.Scalar scalar && scalar.isNull();
  }

  UserError wrong(MarkedYaml at, String message, String hint) {
    return MarkedYaml.wrong(name, at.mark(), message, hint);
  }
}
