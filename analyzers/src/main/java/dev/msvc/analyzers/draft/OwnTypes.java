package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.ContextMap;
import java.util.ArrayList;
import java.util.List;

/** The monolith's own types, by what sources call them that are read again without the others. */
record OwnTypes(ContextMap map) {
  /** The one that a source means; empty where it is a library's, or none is known. */
  String named(TypeRef type, JavaType source) {
    List<String> all = new ArrayList<>(List.of(type.name()));
    List<String> imported = source.mayMean(type.simpleName());
    boolean certain = type.name().indexOf('.') >= 0 && !imported.contains(type.name());
    if (!certain) {
      all.add(source.packageName() + "." + type.simpleName());
      all.addAll(imported);
    }
    return all.stream().filter(each -> map.type(each) != null).findFirst().orElse("");
  }
}
