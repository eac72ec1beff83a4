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
