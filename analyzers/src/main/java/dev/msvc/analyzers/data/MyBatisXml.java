package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL in mapper files of MyBatis and iBATIS.
 *
 * <p>A statement is accessed by the mapper interface's method of its name; one that code runs by
 * its name as a text, by that code; one that only fills a property of a result, by the statements
 * whose result it is. Its place is its line in the file.
 */
public final class MyBatisXml implements Analyzer {
  private static final Pattern ROOT = Pattern.compile("<(?:mapper|sqlMap)[\\s>]");
  private static final Set<String> STATEMENTS =
      Set.of("select", "insert", "update", "delete", "statement", "procedure");
  private static final Set<String> SESSION_METHODS =
      Set.of(
          "selectOne",
          "selectList",
          "selectMap",
          "selectCursor",
          "select",
          "insert",
          "update",
          "delete",
          "queryForObject",
          "queryForList",
          "queryForMap");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    Mappers mappers = new Mappers();
    for (ResourceFile each : sources.resources()) {
      if (each.extension().equals("xml")) {
        read(each, mappers, facts);
      }
    }
    if (!mappers.statements.isEmpty()) {
      new Running(sources.code(), mappers, statements).all();
    }
  }

  private static void read(ResourceFile file, Mappers mappers, FactCollector facts) {
    String text = file.text();
    if (!ROOT.matcher(text).find()) {
      return;
    }
    try {
      XmlElement root = SafeXml.read(text);
      if (root.name().equals("mapper") || root.name().equals("sqlMap")) {
        mappers.add(file.file(), root);
        facts.mapping(true);
      }
    } catch (MalformedXml malformed) {
      facts.mapping(false);
      facts.add(new Unread(file.file(), malformed.line(), malformed.reason()));
    }
  }

  /** One statement of a mapper; {@code key} is set for the selection of a generated key. */
  private record Statement(
      String file, String namespace, String id, XmlElement element, boolean key) {
    String fullId() {
      return namespace.isEmpty() ? id : namespace + "." + id;
    }

    Place place() {
      return new Place(file, element.line());
    }
  }

  /** Everything that the mapper files hold, by full name. */
  private static final class Mappers {
    private final Map<String, List<Statement>> statements = new TreeMap<>();
    private final Map<String, XmlElement> fragments = new TreeMap<>();
    private final Map<String, XmlElement> results = new TreeMap<>();

    void add(String file, XmlElement root) {
      String namespace = root.attribute("namespace");
      for (XmlElement each : root.elements()) {
        String id = each.attribute("id");
        String full = namespace.isEmpty() || id.contains(".") ? id : namespace + "." + id;
        if (each.name().equals("sql")) {
          fragments.putIfAbsent(full, each);
        } else if (each.name().equals("resultMap")) {
          results.putIfAbsent(full, each);
        } else if (STATEMENTS.contains(each.name())) {
          List<Statement> same = statements.computeIfAbsent(full, ignored -> new ArrayList<>(1));
          same.add(new Statement(file, namespace, id, each, false));
          for (XmlElement key : each.elements("selectKey")) {
            same.add(new Statement(file, namespace, id, key, true));
          }
        }
      }
    }

    @Nullable XmlElement fragment(String name, String namespace) {
      XmlElement own = fragments.get(namespace + "." + name);
      return own == null ? fragments.get(name) : own;
    }

    /** Full names of statements that fill properties of a result. */
    Set<String> nested(String resultMap, String namespace) {
      Set<String> all = new TreeSet<>();
      collectNested(resultMap, namespace, all, new LinkedHashSet<>());
      return all;
    }

    private void collectNested(
        String resultMap, String namespace, Set<String> all, Set<String> seen) {
      String full =
          results.containsKey(namespace + "." + resultMap)
              ? namespace + "." + resultMap
              : resultMap;
      XmlElement found = results.get(full);
      if (found == null || !seen.add(full)) {
        return;
      }
      int dot = full.lastIndexOf('.');
      String home = dot < 0 ? "" : full.substring(0, dot);
      if (!found.attribute("extends").isEmpty()) {
        collectNested(found.attribute("extends"), home, all, seen);
      }
      collectNested(found, home, all, seen);
    }

    private void collectNested(
        XmlElement element, String namespace, Set<String> all, Set<String> seen) {
      for (XmlElement each : element.elements()) {
        String select = each.attribute("select");
        if (!select.isEmpty()) {
          all.add(
              statements.containsKey(namespace + "." + select) ? namespace + "." + select : select);
        }
        if (!each.attribute("resultMap").isEmpty()) {
          collectNested(each.attribute("resultMap"), namespace, all, seen);
        }
        collectNested(each, namespace, all, seen);
      }
    }
  }

  /** Finds out who runs which statement. */
  private static final class Running {
    private final CodeBase code;
    private final Mappers mappers;
    private final Statements statements;
    private final DynamicSql dynamic;
    private final Map<String, Set<Site>> byText = new ConcurrentHashMap<>();

    Running(CodeBase code, Mappers mappers, Statements statements) {
      this.code = code;
      this.mappers = mappers;
      this.statements = statements;
      this.dynamic = new DynamicSql(mappers::fragment);
    }

    void all() {
      Workers.each(code.types(), this::findTexts);
      Map<String, Set<Site>> sites = new TreeMap<>();
      for (String each : mappers.statements.keySet()) {
        sites.computeIfAbsent(each, ignored -> new LinkedHashSet<>()).addAll(direct(each));
      }
      addNested(sites);
      Workers.each(
          mappers.statements.entrySet(),
          each -> {
            for (Statement statement : variants(each.getValue())) {
              run(statement, sites.getOrDefault(each.getKey(), Set.of()));
            }
          });
    }

    /** One of several dialects' copies of a statement, and the selection of its key. */
    private static List<Statement> variants(List<Statement> same) {
      List<Statement> all = new ArrayList<>();
      same.stream().filter(each -> !each.key()).findFirst().ifPresent(all::add);
      same.stream().filter(Statement::key).findFirst().ifPresent(all::add);
      return all;
    }

    private void run(Statement statement, Set<Site> sites) {
      List<String> texts = dynamic.texts(statement.element(), statement.namespace());
      List<Site> callers = new ArrayList<>(sites);
      if (callers.isEmpty()) {
        callers.add(new Site(statement.namespace(), statement.id(), statement.place()));
      }
      statements.sql(texts, callers.get(0).at(statement.place()), AccessVia.MYBATIS_XML);
      for (Site other : callers.subList(1, callers.size())) {
        statements.sqlAgain(texts, other.at(statement.place()), AccessVia.MYBATIS_XML);
      }
    }

    /** Those that run a statement themselves: a mapper's method, or code that names it. */
    private List<Site> direct(String fullId) {
      List<Site> all = new ArrayList<>();
      Statement statement = mappers.statements.getOrDefault(fullId, List.of()).get(0);
      JavaType mapper = code.project(statement.namespace());
      if (mapper != null && declares(mapper, statement.id())) {
        all.add(new Site(mapper.name(), statement.id(), statement.place()));
      }
      all.addAll(byText.getOrDefault(fullId, Set.of()));
      all.addAll(byText.getOrDefault(statement.id(), Set.of()));
      return all;
    }

    private boolean declares(JavaType mapper, String method) {
      if (!mapper.methods(method).isEmpty()) {
        return true;
      }
      for (var each : mapper.interfaces()) {
        JavaType parent = code.project(each.name());
        if (parent != null && parent != mapper && declares(parent, method)) {
          return true;
        }
      }
      return false;
    }

    /** Whoever runs a statement runs those that fill its result. */
    private void addNested(Map<String, Set<Site>> sites) {
      for (int round = 0; round < 5; round++) {
        for (List<Statement> each : mappers.statements.values()) {
          Statement statement = each.get(0);
          String result = statement.element().attribute("resultMap");
          if (!result.isEmpty()) {
            Set<Site> own = sites.getOrDefault(statement.fullId(), Set.of());
            for (String nested : mappers.nested(result, statement.namespace())) {
              if (mappers.statements.containsKey(nested) && !nested.equals(statement.fullId())) {
                sites.computeIfAbsent(nested, ignored -> new LinkedHashSet<>()).addAll(own);
              }
            }
          }
        }
      }
    }

    private void findTexts(JavaType type) {
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          boolean session =
              SESSION_METHODS.contains(call.name())
                  && !call.arguments().isEmpty()
                  && (!call.receiver().known()
                      || call.receiver().name().contains("SqlSession")
                      || call.receiver().name().contains("SqlMap"));
          if (session) {
            for (String each : code.texts(call.arguments().get(0), method)) {
              if (mappers.statements.containsKey(each)) {
                byText
                    .computeIfAbsent(each, ignored -> ConcurrentHashMap.newKeySet())
                    .add(Site.of(call));
              }
            }
          }
        }
      }
    }
  }
}
