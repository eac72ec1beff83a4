package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Place;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads again the statements of MyBatis that touch tables, with what they are given and return. */
final class MapperReader {
  private static final Set<AccessVia> MYBATIS =
      EnumSet.of(AccessVia.MYBATIS_ANNOTATION, AccessVia.MYBATIS_XML, AccessVia.IBATIS);
  private static final Set<String> STATEMENTS = Set.of("Insert", "Update", "Select", "Delete");

  private final ContextMap map;
  private final SourceFiles files;
  private final Map<String, MapperFile> mappers = new HashMap<>();
  private final Map<String, List<String>> simpleNames = new HashMap<>();
  private final CodeBase code;
  private final Map<String, List<JavaType>> types = new HashMap<>();

  MapperReader(ContextMap map, SourceFiles files, Collection<String> tables) {
    this.map = map;
    this.files = files;
    map.facts().types().forEach(this::simpleName);
    Map<String, String> modules = new HashMap<>();
    map.facts().types().stream()
        .filter(TypeFact::isTopLevel)
        .forEach(each -> modules.putIfAbsent(each.place().file(), each.module()));
    Set<String> sources = new TreeSet<>();
    for (String table : tables) {
      for (Access each : map.accesses(table)) {
        if (MYBATIS.contains(each.via())) {
          String file = each.place().file();
          String mapper = file.endsWith(".xml") ? mapperOf(file) : file;
          if (modules.containsKey(mapper)) {
            sources.add(mapper);
          }
        }
      }
    }
    List<JavaSource> all = new ArrayList<>();
    sources.forEach(each -> all.add(files.source(each, modules.getOrDefault(each, ""))));
    this.code = CodeReader.declarations(all);
    code.types()
        .forEach(each -> types.computeIfAbsent(each.file(), k -> new ArrayList<>()).add(each));
  }

  private void simpleName(TypeFact type) {
    simpleNames
        .computeIfAbsent(type.simpleName().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
        .add(type.name());
  }

  /** The file of the interface whose statements a file has; empty for none. */
  private String mapperOf(String file) {
    MapperFile read = mappers.computeIfAbsent(file, this::read);
    TypeFact type = read == null ? null : map.type(read.namespace());
    return type == null ? "" : type.place().file();
  }

  private @Nullable MapperFile read(String file) {
    try {
      return new MapperFile(SafeXml.read(files.text(file)));
    } catch (MalformedXml unreadable) {
      return null;
    }
  }

  /** Those that touch a table, each once. */
  Collection<MapperSaid> of(String table) {
    Map<Place, MapperSaid> all = new LinkedHashMap<>();
    for (Access each : map.accesses(table)) {
      if (MYBATIS.contains(each.via()) && !all.containsKey(each.place())) {
        said(each.place()).ifPresent(said -> all.put(each.place(), said));
      }
    }
    return all.values();
  }

  private Optional<MapperSaid> said(Place place) {
    if (place.file().endsWith(".xml")) {
      MapperFile file = mappers.computeIfAbsent(place.file(), this::read);
      return file == null
          ? Optional.empty()
          : file.at(place.line()).map(each -> said(each, file.namespace()));
    }
    for (JavaType type : types.getOrDefault(place.file(), List.of())) {
      for (JavaMethod method : type.methods()) {
        for (Annotation each : method.annotations()) {
          if (each.line() == place.line() && STATEMENTS.contains(each.simpleName())) {
            return Optional.of(said(method, each));
          }
        }
      }
    }
    return Optional.empty();
  }

  private MapperSaid said(MapperFile.Statement statement, String namespace) {
    TypeFact type = map.type(namespace);
    List<JavaMethod> methods =
        type == null
            ? List.of()
            : types.getOrDefault(type.place().file(), List.of()).stream()
                .filter(each -> each.name().equals(namespace))
                .flatMap(each -> each.methods(statement.id()).stream())
                .toList();
    Set<String> given = new LinkedHashSet<>(statement.items());
    String parameter = named(statement.parameter());
    String result = named(statement.result());
    Map<String, String> results = statement.results();
    if (!methods.isEmpty()) {
      JavaMethod method = methods.get(0);
      given.addAll(names(method));
      parameter = parameter.isEmpty() ? parameter(method) : parameter;
      result = result.isEmpty() ? result(method) : result;
      results = results.isEmpty() ? results(method) : results;
    }
    return new MapperSaid(statement.sql(), given, parameter, result, results);
  }

  private MapperSaid said(JavaMethod method, Annotation annotation) {
    Set<String> given = new LinkedHashSet<>(names(method));
    String text = String.join(" ", annotation.texts("value"));
    if (text.strip().startsWith("<script")) {
      try {
        text = MapperFile.script(SafeXml.read(text.strip()), given);
      } catch (MalformedXml loose) {
        text = text.replaceAll("<[^>]*>", " ");
      }
    }
    return new MapperSaid(text, given, parameter(method), result(method), results(method));
  }

  private static Set<String> names(JavaMethod method) {
    Set<String> names = new TreeSet<>(Set.of("list", "collection", "array", "et"));
    for (JavaMethod.Parameter each : method.parameters()) {
      Annotation said =
          each.annotations().stream()
              .filter(one -> one.simpleName().equals("Param"))
              .findFirst()
              .orElse(null);
      String name = said == null ? null : said.text("value");
      if (name != null) {
        names.add(name);
      } else if (method.parameters().size() > 1) {
        names.add(each.name());
      }
    }
    return names;
  }

  /** The one class of the monolith that a method is given; empty for none and several. */
  private String parameter(JavaMethod method) {
    Set<String> all = new TreeSet<>();
    method.parameters().forEach(each -> all.add(known(each.type(), method)));
    all.remove("");
    return all.size() == 1 ? all.iterator().next() : "";
  }

  private String result(JavaMethod method) {
    return known(method.result(), method);
  }

  private String known(TypeRef type, JavaMethod method) {
    return new OwnTypes(map).named(Holdings.element(type), method.owner());
  }

  /** What a method says its results are mapped to, or another by the name that that gives them. */
  private static Map<String, String> results(JavaMethod method) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Annotation each : method.annotations()) {
      if (each.simpleName().equals("Results")) {
        columns(each, columns);
      } else if (each.simpleName().equals("ResultMap")) {
        String id = String.valueOf(each.text("value"));
        for (JavaMethod other : method.owner().methods()) {
          other.annotations().stream()
              .filter(one -> one.simpleName().equals("Results") && id.equals(one.text("id")))
              .forEach(one -> columns(one, columns));
        }
      }
    }
    return columns;
  }

  private static void columns(Annotation results, Map<String, String> into) {
    for (Annotation each : results.annotations("value")) {
      String column = each.text("column");
      String property = each.text("property");
      if (column != null && property != null && !each.has("many")) {
        into.putIfAbsent(column.toLowerCase(Locale.ROOT), property);
      }
    }
  }

  /** A type by its name, or by its last part where only one is called so. */
  private String named(String written) {
    if (map.type(written) != null) {
      return written;
    }
    String simple = TypeRef.of(written).simpleName().toLowerCase(Locale.ROOT);
    List<String> found =
        written.indexOf('.') < 0 ? simpleNames.getOrDefault(simple, List.of()) : List.of();
    return found.size() == 1 ? found.get(0) : "";
  }
}
