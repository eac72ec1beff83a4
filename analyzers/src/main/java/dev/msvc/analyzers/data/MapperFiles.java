package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mapper files of MyBatis and iBATIS 2: their statements, fragments and results, by name. */
final class MapperFiles {
  private static final Pattern ROOT = Pattern.compile("<(?:mapper|sqlMap)[\\s>]");
  private static final Set<String> STATEMENTS =
      Set.of("select", "insert", "update", "delete", "statement", "procedure");

  /** How ids end that a system keeps beside another for some databases. */
  private static final Pattern DIALECT =
      Pattern.compile(
          "_(?:(?:mysql|mariadb|mssql|sqlserver|oracle|postgres|postgresql|db2|h2|hsql|hsqldb|derby"
              + "|sqlite|dm|kingbase|cockroachdb|crdb|sybase|informix)(?:_or_)?)+$",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, List<MapperStatement>> statements = new TreeMap<>();
  private final Map<String, String> dialects = new TreeMap<>();
  private final Map<String, List<Held>> fragments = new HashMap<>();
  private final Map<String, List<Held>> results = new HashMap<>();
  private final Map<String, String> modulesOfFiles = new HashMap<>();
  private final Map<String, Place> namespaces = new TreeMap<>();
  private final List<Unread> broken = new ArrayList<>();

  /** An element and the file that holds it. */
  private record Held(String file, XmlElement element) {}

  private record Outcome(ResourceFile file, @Nullable XmlElement root, @Nullable Unread unread) {}

  private MapperFiles() {}

  static MapperFiles of(Sources sources) {
    return sources.shared(MapperFiles.class, MapperFiles::read);
  }

  private static MapperFiles read(Sources sources) {
    MapperFiles all = new MapperFiles();
    List<ResourceFile> files =
        sources.resources().stream().filter(each -> each.extension().equals("xml")).toList();
    for (Outcome each : Workers.map(files, MapperFiles::parse)) {
      if (each.unread() != null) {
        all.broken.add(each.unread());
      } else if (each.root() != null) {
        all.modulesOfFiles.put(each.file().file(), each.file().module());
        all.add(each.file().file(), each.root());
      }
    }
    all.joinDialects();
    return all;
  }

  /** Counts each file as a mapping, and notes one that is no XML. */
  void note(FactCollector facts) {
    modulesOfFiles.keySet().forEach(each -> facts.mapping(true));
    for (Unread each : broken) {
      facts.mapping(false);
      facts.add(each);
    }
  }

  private static Outcome parse(ResourceFile file) {
    String text = file.text();
    if (!ROOT.matcher(text).find()) {
      return new Outcome(file, null, null);
    }
    try {
      XmlElement root = SafeXml.read(text);
      boolean mapper = root.name().equals("mapper") || root.name().equals("sqlMap");
      return new Outcome(file, mapper ? root : null, null);
    } catch (MalformedXml malformed) {
      return new Outcome(file, null, new Unread(file.file(), malformed.line(), malformed.reason()));
    }
  }

  private void add(String file, XmlElement root) {
    String namespace = root.attribute("namespace");
    boolean ibatis = root.name().equals("sqlMap");
    for (XmlElement each : root.elements()) {
      String id = each.attribute("id");
      String full = fullId(id, namespace);
      if (each.name().equals("sql")) {
        held(fragments, full).add(new Held(file, each));
      } else if (each.name().equals("resultMap")) {
        held(results, full).add(new Held(file, each));
      } else if (STATEMENTS.contains(each.name()) && !id.isEmpty()) {
        if (!namespace.isEmpty()) {
          namespaces.putIfAbsent(namespace, new Place(file, root.line()));
        }
        List<MapperStatement> same =
            statements.computeIfAbsent(full, ignored -> new ArrayList<>(1));
        same.add(new MapperStatement(file, namespace, id, each, ibatis, false));
        for (XmlElement key : each.elements("selectKey")) {
          same.add(new MapperStatement(file, namespace, id, key, ibatis, true));
        }
      }
    }
  }

  /** A statement that is another's copy for a database, by its id, is no statement of its own. */
  private void joinDialects() {
    for (String each : List.copyOf(statements.keySet())) {
      String plain = DIALECT.matcher(each).replaceFirst("");
      List<MapperStatement> same = statements.get(plain);
      if (!plain.equals(each) && same != null) {
        List<MapperStatement> copies = statements.remove(each);
        same.addAll(copies == null ? List.of() : copies);
        dialects.put(each, plain);
      }
    }
  }

  private static List<Held> held(Map<String, List<Held>> all, String name) {
    return all.computeIfAbsent(name, ignored -> new ArrayList<>(1));
  }

  /** An id with its namespace, as code names it; one with dots has its namespace already. */
  static String fullId(String id, String namespace) {
    return namespace.isEmpty() || id.indexOf('.') >= 0 ? id : namespace + "." + id;
  }

  /** The statements of each full id, one a dialect, in the order of files; sorted by id. */
  Map<String, List<MapperStatement>> statements() {
    return Collections.unmodifiableMap(statements);
  }

  /** Ids of copies for some database, each with the id of the statement that it is one of. */
  Map<String, String> dialects() {
    return Collections.unmodifiableMap(dialects);
  }

  /** The modules whose files hold a statement, by the ids that code may run it by. */
  Map<String, Set<String>> modules() {
    Map<String, Set<String>> all = new TreeMap<>();
    statements.forEach(
        (id, same) -> {
          Set<String> own = all.computeIfAbsent(id, ignored -> new TreeSet<>());
          same.forEach(each -> own.add(modulesOfFiles.getOrDefault(each.file(), "")));
        });
    dialects.forEach((id, plain) -> all.put(id, all.getOrDefault(plain, Set.of())));
    return all;
  }

  /** Namespaces of statements, each with the first file that has it. */
  Map<String, Place> namespaces() {
    return Collections.unmodifiableMap(namespaces);
  }

  /** The fragments that a statement can include: those of its own dialect come first. */
  DynamicSql.Fragments fragmentsFor(MapperStatement statement) {
    return name -> nearest(fragments, name, statement.namespace(), statement.file());
  }

  private static @Nullable XmlElement nearest(
      Map<String, List<Held>> all, String name, String namespace, String file) {
    List<Held> found = all.get(namespace + "." + name);
    if (found == null) {
      found = all.get(name);
    }
    if (found == null) {
      return null;
    }
    Held best = found.get(0);
    for (Held each : found) {
      if (common(each.file(), file) > common(best.file(), file)) {
        best = each;
      }
    }
    return best.element();
  }

  /** How much of their paths two files share. */
  private static int common(String one, String other) {
    int at = 0;
    int end = Math.min(one.length(), other.length());
    while (at < end && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at == end && one.length() == other.length() ? at + 1 : one.lastIndexOf('/', at);
  }

  /** Full ids of the statements that fill properties of a statement's result. */
  Set<String> nested(Collection<MapperStatement> variants) {
    Set<String> all = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (MapperStatement each : variants) {
      collect(each.element().attribute("resultMap"), each.namespace(), each.file(), all, seen);
    }
    return all;
  }

  /** The same of a result by its name, as an annotation of a mapper has it. */
  Set<String> nestedOf(String resultMap, String namespace) {
    Set<String> all = new TreeSet<>();
    collect(resultMap, namespace, "", all, new LinkedHashSet<>());
    return all;
  }

  private void collect(
      String resultMaps, String namespace, String file, Set<String> all, Set<String> seen) {
    for (String each : resultMaps.split(",")) {
      String name = each.strip();
      XmlElement found = name.isEmpty() ? null : nearest(results, name, namespace, file);
      if (found == null || !seen.add(namespace + " " + name)) {
        continue;
      }
      boolean own = results.containsKey(namespace + "." + name) || name.indexOf('.') < 0;
      String home = own ? namespace : name.substring(0, name.lastIndexOf('.'));
      collect(found.attribute("extends"), home, file, all, seen);
      collect(found, home, file, all, seen);
    }
  }

  private void collect(
      XmlElement element, String namespace, String file, Set<String> all, Set<String> seen) {
    for (XmlElement each : element.elements()) {
      String select = each.attribute("select");
      if (!select.isEmpty()) {
        String own = namespace + "." + select;
        all.add(statements.containsKey(own) ? own : select);
      }
      collect(each.attribute("resultMap"), namespace, file, all, seen);
      collect(each, namespace, file, all, seen);
    }
  }
}
