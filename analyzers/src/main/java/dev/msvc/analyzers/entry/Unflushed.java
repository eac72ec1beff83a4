package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Access;
import dev.msvc.model.MappingFact;
import dev.msvc.model.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes that a session only makes when it flushes. In a read-only transaction Hibernate's does not
 * unless code tells it to.
 *
 * @param mapped tables of entities of JPA
 * @param flushing places whose code flushes, as {@link AccessPlaces#name} writes them
 */
record Unflushed(Set<String> mapped, Set<String> flushing) {
  private static final String[] ENTITY = MetaAnnotations.ee("persistence.Entity");
  private static final Set<String> FLUSHING = Set.of("saveAndFlush", "saveAllAndFlush");

  private static final String CONFIGURATION =
      "org.springframework.context.annotation.Configuration";

  /** Keepers that know of no transaction that is read-only, by their classes' names. */
  private static final List<String> OTHERS =
      List.of("EclipseLink", "eclipse.persistence", "openjpa", "OpenJpa", "datanucleus");

  /** What read-only transactions hold back. */
  static Unflushed of(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Set<String> mapped = new HashSet<>();
    for (MappingFact each : facts.mappingFacts()) {
      JavaType type = code.project(each.className());
      if (type != null && type.annotation(ENTITY) != null) {
        mapped.add(each.table());
      }
    }
    Set<String> flushing = new HashSet<>();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        if (method.calls().stream().anyMatch(each -> flushes(each, code))) {
          flushing.add(AccessPlaces.name(type.name(), method.name()));
        }
      }
    }
    return new Unflushed(mapped, flushing);
  }

  /** Whether another than Hibernate is told to keep entities. */
  static boolean isOther(Sources sources) {
    return SpringXml.of(sources).beans().stream().anyMatch(each -> isOther(each.className()))
        || XmlFiles.of(sources).rooted("persistence", new FactCollector()).stream()
            .flatMap(each -> each.root().elements("persistence-unit").stream())
            .flatMap(each -> each.elements("provider").stream())
            .anyMatch(each -> isOther(each.text()))
        || sources.code().types().stream()
            .filter(each -> each.annotation(CONFIGURATION) != null)
            .flatMap(each -> each.methods().stream())
            .flatMap(each -> each.calls().stream())
            .anyMatch(each -> each.name().equals("<init>") && isOther(each.receiver().name()));
  }

  private static boolean isOther(String name) {
    return OTHERS.stream().anyMatch(name::contains);
  }

  private static boolean flushes(Call call, CodeBase code) {
    if (!call.name().equals("flush") || !call.arguments().isEmpty()) {
      return FLUSHING.contains(call.name());
    }
    String receiver = call.receiver().name();
    JavaType own = code.project(receiver);
    return receiver.contains(".persistence.")
        || receiver.contains("hibernate")
        || receiver.startsWith("org.springframework.data.")
        || (own != null && own.kind() == TypeKind.INTERFACE && call.target() == null);
  }

  /** Whether a write waits for the session to flush: no statement of its own makes it. */
  boolean holds(Access access) {
    return switch (access.via()) {
      case JPA, CASCADE, DIRTY_CHECKING -> true;
      case SPRING_DATA -> mapped.contains(access.table());
      default -> false;
    };
  }
}
