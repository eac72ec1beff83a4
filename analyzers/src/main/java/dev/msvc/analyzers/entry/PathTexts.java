package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths that an annotation gives, with constants put in.
 *
 * @param certain whether all of them are known; one that is not stands by the name of its constant
 */
record PathTexts(List<String> texts, boolean certain) {
  PathTexts {
    texts = List.copyOf(texts);
  }

  /** What stands at any of the keys, one or several at each. */
  static PathTexts of(CodeBase code, Annotation annotation, JavaType context, String... keys) {
    List<String> texts = new ArrayList<>();
    boolean certain = true;
    for (String key : keys) {
      Expr value = annotation.value(key);
      if (value == null) {
        continue;
      }
      for (Expr each : value instanceof Expr.Array array ? array.parts() : List.of(value)) {
        String text = code.constantText(each, context);
        certain = certain && text != null;
        texts.add(text == null ? HttpPath.unknown(each) : text);
      }
    }
    return new PathTexts(texts, certain);
  }
}
