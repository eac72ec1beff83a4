package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/** An annotation in a class file; its type with dots. */
record Note(String type, Map<String, Object> values) {

  static Note of(AnnotationNode node) {
    Map<String, Object> values = new HashMap<>();
    List<Object> flat = node.values == null ? List.of() : node.values;
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      values.put((String) flat.get(i), flat.get(i + 1));
    }
    return new Note(Type.getType(node.desc).getClassName(), values);
  }

  static List<Note> of(
      @Nullable List<AnnotationNode> visible, @Nullable List<AnnotationNode> invisible) {
    List<Note> notes = new ArrayList<>();
    if (visible != null) {
      visible.forEach(each -> notes.add(of(each)));
    }
    if (invisible != null) {
      invisible.forEach(each -> notes.add(of(each)));
    }
    return notes;
  }

  static @Nullable Note named(List<Note> notes, String... types) {
    for (Note note : notes) {
      for (String type : types) {
        if (note.type.equals(type)) {
          return note;
        }
      }
    }
    return null;
  }

  /** Of JPA, in either of its two packages. */
  static @Nullable Note jpa(List<Note> notes, String simpleName) {
    return named(notes, "javax.persistence." + simpleName, "jakarta.persistence." + simpleName);
  }

  String text(String key) {
    return values.get(key) instanceof String text ? text : "";
  }

  /** One or several texts. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object each : list(key)) {
      if (each instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  /** Names of constants of an enum. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Object each : list(key)) {
      if (each instanceof String[] word) {
        words.add(word[1]);
      }
    }
    return words;
  }

  List<Note> notes(String key) {
    List<Note> notes = new ArrayList<>();
    for (Object each : list(key)) {
      if (each instanceof AnnotationNode node) {
        notes.add(of(node));
      }
    }
    return notes;
  }

  /** The internal name of a class. */
  @Nullable String type(String key) {
    return values.get(key) instanceof Type type && type.getSort() == Type.OBJECT
        ? type.getInternalName()
        : null;
  }

  private List<?> list(String key) {
    Object value = values.get(key);
    if (value instanceof List<?> several) {
      return several;
    }
    return value == null ? List.of() : List.of(value);
  }
}
