package dev.msvc.analyzers.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
  record Import(String name, boolean isStatic, boolean all) {
    /** Whether the last part of the name, or several, are this one. */
    boolean names(String id) {
      int start = name.length() - id.length();
      return start >= 0 && name.endsWith(id) && (start == 0 || name.charAt(start - 1) == '.');
    }

    /** The type that a static import takes a member of this name from; null if it takes none. */
    @Nullable String ownerOf(String id) {
      if (all) {
        return name;
      }
      return names(id) && name.length() > id.length()
          ? name.substring(0, name.length() - id.length() - 1)
          : null;
    }
  }
}
