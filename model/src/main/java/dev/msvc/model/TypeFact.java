package dev.msvc.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the analysed system's main code.
 *
 * @param name fully qualified, as in source: {@code a.b.Outer.Inner}; followed by {@code @module}
 *     where two modules have a type of this name
 * @param module the folder of the build module that holds it; empty for the root
 * @param topLevel name of the top-level type around it; its own name if it is one
 * @param lines of source between its first and last line
 * @param annotations fully qualified names where known, sorted
 * @param superclass fully qualified where known; null for none
 * @param interfaces fully qualified where known
 * @param generated whether a generator wrote the file
 */
public record TypeFact(
    String name,
    String module,
    String topLevel,
    TypeKind kind,
    Place place,
    int lines,
    List<String> annotations,
    @Nullable String superclass,
    List<String> interfaces,
    List<MethodFact> methods,
    List<FieldFact> fields,
    boolean generated) {
  public TypeFact {
    annotations = List.copyOf(annotations);
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
  }

  /** The language that it is written in. */
  public SourceLanguage language() {
    SourceLanguage language = SourceLanguage.of(place.file());
    return language == null ? SourceLanguage.JAVA : language;
  }

  public boolean isTopLevel() {
    return name.equals(topLevel);
  }

  /** The part of the name before the type's own and its outer types' names; empty for none. */
  public String packageName() {
    int dot = topLevel.lastIndexOf('.');
    int module = topLevel.indexOf('@');
    if (module >= 0) {
      dot = topLevel.lastIndexOf('.', module);
    }
    return dot < 0 ? "" : topLevel.substring(0, dot);
  }

  /** The last part of the name. */
  public String simpleName() {
    int module = name.indexOf('@');
    String bare = module < 0 ? name : name.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
