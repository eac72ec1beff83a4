package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What JPA's mapping XML says of classes, whatever its files are called. */
final class OrmXml {
  private static final List<String> CLASSES = List.of("entity", "mapped-superclass", "embeddable");

  /**
   * What XML says of one class.
   *
   * @param byDefault the table that counts where neither it nor an annotation names one
   * @param members by the name of the property; their types are not known here
   * @param complete whether annotations do not count
   * @param byGetters whether properties are its getters, and not its fields
   */
  record Declared(
      String className,
      List<Mark> marks,
      Mark byDefault,
      Map<String, Member> members,
      boolean complete,
      boolean byGetters,
      Place place) {}

  private final Map<String, Declared> classes = new TreeMap<>();
  private final List<Unread> unread = new ArrayList<>();

  static OrmXml of(Sources sources) {
    OrmXml all = new OrmXml();
    List<OrmFile> files = files(sources, all.unread);
    boolean complete = files.stream().anyMatch(OrmFile::isComplete);
    for (OrmFile file : files) {
      for (XmlElement each : file.root().elements()) {
        if (CLASSES.contains(each.name()) && !each.attribute("class").isBlank()) {
          Declared declared = declared(each, file, complete);
          all.classes.putIfAbsent(declared.className(), declared);
        }
      }
    }
    return all;
  }

  /** The files of this kind; broken ones are added to what was not read. */
  static List<OrmFile> files(Sources sources, List<Unread> unread) {
    FactCollector broken = new FactCollector();
    List<OrmFile> files =
        XmlFiles.of(sources).rooted("entity-mappings", broken).stream()
            .map(each -> new OrmFile(each, sources.code()))
            .toList();
    unread.addAll(broken.unread());
    return files;
  }

  private static Declared declared(XmlElement element, OrmFile file, boolean complete) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new OrmMark(element, file));
    Map<String, Member> members = new LinkedHashMap<>();
    for (XmlElement each : element.elements()) {
      if (each.name().equals("attributes")) {
        for (XmlElement member : each.elements()) {
          List<Mark> said = new ArrayList<>();
          said.add(new OrmMark(member, file));
          member.elements().forEach(inner -> said.add(new OrmMark(inner, file)));
          String name = member.attribute("name");
          members.put(
              name, new Member(name, TypeRef.UNKNOWN, List.copyOf(said), file.place(member)));
        }
      } else {
        marks.add(new OrmMark(each, file));
      }
    }
    return new Declared(
        file.className(element.attribute("class")),
        List.copyOf(marks),
        new OrmMark(new XmlElement("table", Map.of(), List.of(), element.line()), file),
        members,
        complete || element.attribute("metadata-complete").equals("true"),
        (element.attribute("access").isEmpty()
                ? file.byDefault("access")
                : element.attribute("access"))
            .equals("PROPERTY"),
        file.place(element));
  }

  /** What it says of this class; null for nothing. */
  @Nullable Declared of(String className) {
    return classes.get(className);
  }

  /** All that it says, sorted by class. */
  List<Declared> all() {
    return List.copyOf(classes.values());
  }

  /** Files that could not be read. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }
}
