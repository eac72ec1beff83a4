package dev.msvc.model.yaml;

import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of {@code msvc.yaml}, each of the form that is expected there or an error with its place.
 */
final class WordNodes {
  private WordNodes() {}

  static Map<String, MarkedYaml> fields(MarkedYaml node, String what, List<String> known) {
    Map<String, MarkedYaml> fields = new LinkedHashMap<>();
    for (MarkedYaml.Entry entry : entries(node, what, "keys: " + String.join(", ", known))) {
      if (!known.contains(entry.key())) {
        List<String> near = Nearest.of(entry.key(), known);
        String meant = near.isEmpty() ? "" : "did you mean '" + near.get(0) + "'? ";
        throw MarkedYaml.wrong(
            Word.FILE,
            entry.mark(),
            "%s has no key '%s'".formatted(what, entry.key()),
            meant + "there are " + String.join(", ", known));
      }
      fields.put(entry.key(), entry.value());
    }
    return fields;
  }

  static List<MarkedYaml.Entry> entries(@Nullable MarkedYaml node, String what, String expected) {
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof MarkedYaml.Mapping mapping) {
      return mapping.entries();
    }
    throw wrong(node, "%s is a mapping".formatted(what), "it holds " + expected);
  }

  static List<MarkedYaml> items(@Nullable MarkedYaml node, String what, String expected) {
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof MarkedYaml.Sequence sequence) {
      return sequence.items();
    }
    throw wrong(node, "%s is a list".formatted(what), "it holds " + expected);
  }

  static List<Said> texts(@Nullable MarkedYaml node, String what) {
    List<Said> texts = new ArrayList<>();
    for (MarkedYaml item : items(node, what, "names")) {
      texts.add(said(item, "an item of " + what));
    }
    return texts;
  }

  static Said said(MarkedYaml node, String what) {
    if (node instanceof MarkedYaml.Scalar scalar && !scalar.text().isBlank()) {
      return new Said(scalar.text(), scalar.mark().line(), scalar.mark().column());
    }
    throw wrong(node, "%s is one name or text".formatted(what), "write it on one line");
  }

  static Said said(MarkedYaml.Entry entry) {
    return new Said(entry.key(), entry.mark().line(), entry.mark().column());
  }

  private static boolean isNull(MarkedYaml node) {
    return node instanceof MarkedYaml.Scalar scalar && scalar.isNull();
  }

  static UserError wrong(MarkedYaml at, String message, String hint) {
    return MarkedYaml.wrong(Word.FILE, at.mark(), message, hint);
  }
}
