package dev.msvc.analyzers.code;

import java.util.List;

/** A source file as declared, before names are resolved. */
record SourceUnit(
    String file,
    String module,
    String packageName,
    List<Import> imports,
    List<TypeDeclaration> types,
    int lines,
    boolean generated) {

  /** An import; {@code all} for {@code .*}. */
  record Import(String name, boolean isStatic, boolean all) {}
}
