package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an annotation says. */
record AnnotationMark(Annotation annotation) implements Mark {
  static List<Mark> of(List<Annotation> annotations) {
    return annotations.stream().<Mark>map(AnnotationMark::new).toList();
  }

  @Override
  public boolean is(String name) {
    return annotation.is(name);
  }

  @Override
  public @Nullable String text(String key, String... others) {
    String text = annotation.text(key);
    for (int i = 0; (text == null || text.isEmpty()) && i < others.length; i++) {
      text = annotation.text(others[i]);
    }
    return text;
  }

  @Override
  public List<String> texts(String key) {
    return annotation.texts(key);
  }

  @Override
  public @Nullable String type(String key) {
    List<TypeRef> types = annotation.types(key);
    return types.isEmpty() ? null : types.get(0).name();
  }

  @Override
  public List<Mark> marks(String key) {
    return of(annotation.annotations(key));
  }

  @Override
  public boolean has(String key) {
    return annotation.has(key);
  }

  @Override
  public boolean flag(String key) {
    return annotation.flag(key, false);
  }

  @Override
  public boolean isOpen(String key) {
    return annotation.isOpen(key);
  }

  @Override
  public int line() {
    return annotation.line();
  }
}
