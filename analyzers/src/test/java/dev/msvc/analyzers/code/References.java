package dev.msvc.analyzers.code;

import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.List;

/** What types of small sources refer to, as short texts. */
final class References {
  private References() {}

  static List<String> from(String type, String... units) {
    return from(type, read(units));
  }

  static List<String> from(String type, CodeReader.Result read) {
    return read.references().stream()
        .filter(each -> each.from().equals(type))
        .map(References::text)
        .distinct()
        .toList();
  }

  static CodeReader.Result read(String... units) {
    List<JavaSource> sources = new ArrayList<>();
    for (String unit : units) {
      sources.add(source("F" + sources.size() + ".java", "", unit));
    }
    return CodeReader.read(sources, () -> {});
  }

  static JavaSource source(String file, String module, String text) {
    return new JavaSource(
        file, module, () -> new JavaSource.Content(text, (int) text.lines().count(), false));
  }

  private static String text(Reference each) {
    ReferenceKind kind = each.kind();
    return kind + " " + each.to() + (each.toMember().isEmpty() ? "" : "." + each.toMember());
  }
}
