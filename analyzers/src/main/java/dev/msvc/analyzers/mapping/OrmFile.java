package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of JPA's mapping XML, with the defaults that it sets. */
final class OrmFile {
  private final String path;
  private final String module;
  private final XmlElement root;
  private final CodeBase code;

  OrmFile(XmlFiles.Parsed parsed, CodeBase code) {
    this.path = parsed.file().file();
    this.module = parsed.file().module();
    this.root = parsed.root();
    this.code = code;
  }

  XmlElement root() {
    return root;
  }

  Place place(XmlElement element) {
    return new Place(path, element.line());
  }

  /** A class's name as the code base has it; with the file's package where it has none. */
  String className(String written) {
    String name = written.strip().replace('$', '.');
    String packageName = text(root, "package");
    JavaType type = find(name);
    if (type == null && !packageName.isEmpty()) {
      type = find(packageName + "." + name);
    }
    if (type != null) {
      return type.name();
    }
    return name.indexOf('.') >= 0 || packageName.isEmpty() ? name : packageName + "." + name;
  }

  private @Nullable JavaType find(String name) {
    JavaType own = code.project(name + "@" + module);
    return own == null ? code.project(name) : own;
  }

  private static String text(XmlElement around, String name) {
    List<XmlElement> all = around.elements(name);
    return all.isEmpty() ? "" : all.get(0).text().strip();
  }

  /** The schema, catalog or access that the file says where nothing else is; empty for none. */
  String byDefault(String what) {
    String own = text(root, what);
    for (XmlElement unit : root.elements("persistence-unit-metadata")) {
      for (XmlElement defaults : unit.elements("persistence-unit-defaults")) {
        own = own.isEmpty() ? text(defaults, what) : own;
      }
    }
    return own;
  }

  boolean cascadesPersist() {
    return root.elements("persistence-unit-metadata").stream()
        .flatMap(each -> each.elements("persistence-unit-defaults").stream())
        .anyMatch(each -> !each.elements("cascade-persist").isEmpty());
  }

  /** Whether it says that annotations do not count, anywhere. */
  boolean isComplete() {
    return root.elements("persistence-unit-metadata").stream()
        .anyMatch(each -> !each.elements("xml-mapping-metadata-complete").isEmpty());
  }
}
