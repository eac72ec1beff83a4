package dev.msvc.analyzers.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

final class Texts {
  /** Stands for a part of a text that only running the code would tell. */
  static final String HOLE = "\uFFFC";

  private final CodeBase code;

  Texts(CodeBase code) {
    this.code = code;
  }

  @Nullable String constant(Expr expression, JavaType context) {
    return null;
  }

  List<String> of(Expr expression, JavaMethod context) {
    return List.of();
  }
}
