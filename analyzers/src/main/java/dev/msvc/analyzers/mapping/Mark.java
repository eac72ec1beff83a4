package dev.msvc.analyzers.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said of how a class or property is mapped: an annotation, or an element of XML
 * that says what an annotation could.
 */
interface Mark {
  /** Whether it says what the annotation of this fully qualified name says. */
  boolean is(String annotation);

  /** The first of the keys that is given, as text; null for none. */
  @Nullable String text(String key, String... others);

  /** All values of a key. */
  List<String> texts(String key);

  /** The class that is the value of a key, by its name; null for none. */
  @Nullable String type(String key);

  /** What is nested below a key. */
  List<Mark> marks(String key);

  boolean has(String key);

  /** Whether the value is given, and true. */
  boolean flag(String key);

  int line();

  /** Whether the value of a key is a constant whose text is not in the source. */
  default boolean isOpen(String key) {
    return false;
  }

  /** The first of the keys that is given and not empty; empty for none. */
  default String given(String key, String... others) {
    String text = text(key, others);
    return text == null ? "" : text.strip();
  }
}
