package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of Hibernate's own mapping XML, with the defaults that its root sets. */
record HbmFile(String file, String module, XmlElement root) {
  Place place(XmlElement element) {
    return new Place(file, element.line());
  }

  /** A class's name as the code base has it; with the file's package where it has none. */
  String className(String written, CodeBase code) {
    String name = written.strip().replace('$', '.');
    String packageName = root.attribute("package").strip();
    if (name.isEmpty()) {
      return "";
    }
    if (name.indexOf('.') >= 0 && find(name, code) != null) {
      return found(name, code);
    }
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    return name.indexOf('.') < 0 || find(qualified, code) != null ? found(qualified, code) : name;
  }

  private @Nullable JavaType find(String name, CodeBase code) {
    JavaType own = code.project(name + "@" + module);
    return own == null ? code.project(name) : own;
  }

  private String found(String name, CodeBase code) {
    JavaType type = find(name, code);
    return type == null ? name : type.name();
  }

  /** Schema or catalog of an element, or that of all the file; empty for none. */
  String schema(XmlElement element) {
    for (XmlElement each : List.of(element, root)) {
      for (String key : List.of("schema", "catalog")) {
        if (!each.attribute(key).isEmpty()) {
          return each.attribute(key);
        }
      }
    }
    return "";
  }

  /** The classes that it declares, a parent before its children. */
  List<HbmClass> classes(CodeBase code) {
    List<HbmClass> all = new ArrayList<>();
    addClasses(root, "", code, all);
    return all;
  }

  private void addClasses(XmlElement around, String parent, CodeBase code, List<HbmClass> all) {
    for (XmlElement each : around.elements()) {
      if (HbmClass.isKind(each.name())) {
        String className = className(each.attribute("name"), code);
        String entityName = each.attribute("entity-name").strip();
        String name = className.isEmpty() ? entityName : className;
        String above = parent.isEmpty() ? className(each.attribute("extends"), code) : parent;
        if (!name.isEmpty()) {
          all.add(new HbmClass(this, each, name, above, !className.isEmpty()));
          addClasses(each, name, code, all);
        }
      }
    }
  }
}
