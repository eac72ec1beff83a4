package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.TypeKind;
import java.beans.Introspector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resources that Spring Data REST makes of repositories. */
public final class DataRestRoutes implements Analyzer {
  private static final String DATA = "org.springframework.data.";
  private static final String REST = DATA + "rest.";
  private static final String RESOURCE = REST + "core.annotation.RepositoryRestResource";
  private static final String PART = REST + "core.annotation.RestResource";
  private static final String NO_BEAN = DATA + "repository.NoRepositoryBean";
  private static final Set<String> LIBRARIES =
      Set.of("spring-boot-starter-data-rest", "spring-data-rest-webmvc");
  private static final Set<String> CRUD =
      Set.of(
          "findAll",
          "findById",
          "findOne",
          "save",
          "saveAll",
          "saveAndFlush",
          "delete",
          "deleteById",
          "deleteAll",
          "deleteAllById",
          "count",
          "existsById",
          "exists",
          "getOne",
          "getById",
          "getReferenceById",
          "flush",
          "findAllById");

  /** What a request calls: verb, what follows the path, and the methods that can be hidden. */
  private record Operation(String httpMethod, String rest, List<String> methods) {}

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation("GET", "", List.of("findAll")),
          new Operation("POST", "", List.of("save")),
          new Operation("GET", "/{id}", List.of("findById", "findOne")),
          new Operation("PUT", "/{id}", List.of("save")),
          new Operation("PATCH", "/{id}", List.of("save")),
          new Operation("DELETE", "/{id}", List.of("deleteById", "delete")));

  private static final Map<String, String> IRREGULAR =
      new TreeMap<>(Map.of("person", "people", "child", "children", "man", "men", "foot", "feet"));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Set<String> using = using(sources);
    EntryPoints entries = new EntryPoints();
    if (!using.isEmpty()) {
      Modules modules = Modules.of(sources);
      SpringSettings settings = SpringSettings.of(sources);
      for (JavaType type : code.types()) {
        boolean served = using.stream().anyMatch(each -> modules.holds(each, type.module()));
        TypeRef entity =
            served && type.kind() == TypeKind.INTERFACE && type.annotation(NO_BEAN) == null
                ? entity(code, type)
                : null;
        if (entity != null && isExported(settings, type)) {
          String base = settings.get(type.module(), "spring.data.rest.base-path");
          String context = SpringBase.of(sources).context(type.module());
          routes(code, type, HttpPath.of(context, base, path(type, entity)), entries);
        }
      }
    }
    entries.addTo(facts);
  }

  /** Modules that hold the library or use its annotations. */
  private static Set<String> using(Sources sources) {
    Set<String> all = new TreeSet<>();
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("project", new FactCollector())) {
      for (XmlElement dependencies : each.root().elements("dependencies")) {
        for (XmlElement dependency : dependencies.elements("dependency")) {
          for (XmlElement artifact : dependency.elements("artifactId")) {
            if (LIBRARIES.contains(artifact.text().strip())) {
              all.add(each.file().module());
            }
          }
        }
      }
    }
    for (JavaType type : sources.code().types()) {
      if (type.annotations().stream().anyMatch(each -> each.name().startsWith(REST))
          || type.interfaces().stream().anyMatch(each -> each.name().startsWith(REST))) {
        all.add(type.module());
      }
    }
    return all;
  }

  /** The entity of a repository; null for a type that is none. */
  private static @Nullable TypeRef entity(CodeBase code, JavaType type) {
    Set<String> seen = new TreeSet<>();
    Deque<TypeRef> open = new ArrayDeque<>(type.interfaces());
    while (!open.isEmpty()) {
      TypeRef each = open.remove();
      if (each.name().startsWith(DATA)
          && each.name().endsWith("Repository")
          && !each.argument(0).variable()
          && each.argument(0).known()) {
        return each.argument(0);
      }
      if (seen.add(each.name()) && seen.size() < 40) {
        open.addAll(code.supertypes(each));
      }
    }
    return null;
  }

  private static boolean isExported(SpringSettings settings, JavaType type) {
    Annotation found = type.annotation(RESOURCE, PART);
    if (found != null) {
      return found.flag("exported", true);
    }
    String strategy = settings.get(type.module(), "spring.data.rest.detection-strategy");
    return !strategy.equalsIgnoreCase("annotated")
        && !strategy.equalsIgnoreCase("explicit-method-annotated");
  }

  private static String path(JavaType type, TypeRef entity) {
    Annotation found = type.annotation(RESOURCE, PART);
    String given = found == null ? null : found.text("path");
    String simple = entity.name().substring(entity.name().lastIndexOf('.') + 1);
    return given == null || given.isEmpty() ? plural(Introspector.decapitalize(simple)) : given;
  }

  /** English plurals, as the library's inflector forms them for most words. */
  static String plural(String word) {
    for (Map.Entry<String, String> each : IRREGULAR.entrySet()) {
      String ending = Character.toUpperCase(each.getKey().charAt(0)) + each.getKey().substring(1);
      if (word.equals(each.getKey())) {
        return each.getValue();
      }
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length())
            + ending.charAt(0)
            + each.getValue().substring(1);
      }
    }
    if (word.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
  }

  private static void routes(CodeBase code, JavaType type, String path, EntryPoints entries) {
    Lineage lineage = Lineage.of(code, type);
    Set<String> hidden = new TreeSet<>();
    for (List<JavaMethod> overridden : lineage.methods()) {
      JavaMethod method = overridden.get(0);
      Annotation part = method.annotation(PART);
      boolean exported = part == null || part.flag("exported", true);
      if (!exported) {
        hidden.add(method.name());
      } else if (!CRUD.contains(method.name()) && !method.hasBody() && !method.isStatic()) {
        String given = part == null ? null : part.text("path");
        String name = given == null || given.isEmpty() ? method.name() : given;
        entries.route(
            EntryPointKind.HTTP, "GET", path + "/search/" + name, type, method, Certainty.INFERRED);
      }
    }
    for (Operation each : OPERATIONS) {
      if (each.methods().stream().noneMatch(hidden::contains)) {
        entries.route(
            EntryPointKind.HTTP,
            each.httpMethod(),
            path + each.rest(),
            type,
            each.methods().get(0),
            type.place(),
            Certainty.INFERRED);
      }
    }
  }
}
