package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Place;
import java.util.List;

/**
 * A class as Hibernate's own XML declares it.
 *
 * @param element {@code class}, {@code subclass}, {@code joined-subclass} or {@code union-subclass}
 * @param name the class, as the code base names it, or the name of an entity without one
 * @param parent name of the class that it extends; empty for none
 * @param isClass whether it has a class, and not only a name
 */
record HbmClass(HbmFile file, XmlElement element, String name, String parent, boolean isClass) {
  private static final List<String> KINDS =
      List.of("class", "subclass", "joined-subclass", "union-subclass");

  static boolean isKind(String elementName) {
    return KINDS.contains(elementName);
  }

  /** Whether it has a table of its own, and not its parent's. */
  boolean hasOwnTable() {
    return !element.name().equals("subclass") && !isSubselect();
  }

  /** Whether its table holds all, inherited properties too. */
  boolean standsAlone() {
    return element.name().equals("class") || element.name().equals("union-subclass");
  }

  boolean isSubselect() {
    return !element.attribute("subselect").isEmpty() || !element.elements("subselect").isEmpty();
  }

  boolean isAbstract() {
    return element.attribute("abstract").equals("true");
  }

  /** Without the package, as Hibernate names a table that no attribute names. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1).replaceAll("@.*", "");
  }

  Place place() {
    return file.place(element);
  }
}
