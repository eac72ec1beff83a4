package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of {@code msvc.yaml}, each of the form that is expected there or an error with its place.
 */
final class WordNodes {
  private static final MarkedFile FILE = new MarkedFile(Word.FILE);

  private WordNodes() {}

  static Map<String, MarkedYaml> fields(MarkedYaml node, String what, List<String> known) {
    return FILE.fields(node, what, known);
  }

  static List<MarkedYaml.Entry> entries(@Nullable MarkedYaml node, String what, String expected) {
    return FILE.entries(node, what, expected);
  }

  static List<MarkedYaml> items(@Nullable MarkedYaml node, String what, String expected) {
    return FILE.items(node, what, expected);
  }

  static List<Said> texts(@Nullable MarkedYaml node, String what) {
    List<Said> texts = new ArrayList<>();
    for (MarkedYaml item : items(node, what, "names")) {
      texts.add(said(item, "an item of " + what));
    }
    return texts;
  }

  static Said said(MarkedYaml node, String what) {
    MarkedYaml.Scalar scalar = FILE.scalar(node, what);
    return new Said(scalar.text(), scalar.mark().line(), scalar.mark().column());
  }

  static Said said(MarkedYaml.Entry entry) {
    return new Said(entry.key(), entry.mark().line(), entry.mark().column());
  }

  static UserError wrong(MarkedYaml at, String message, String hint) {
    return FILE.wrong(at, message, hint);
  }
}
