package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.StatementCalls.Run;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * SQL in mapper files of MyBatis and iBATIS 2.
 *
 * <p>A statement is accessed by the mapper interface's method of its name; one that code runs by
 * its id, by that code; one that only fills a property of a result, by those that run the
 * statements whose result it is. Its place is its line in the file. The copies of a statement for
 * several databases are one statement.
 */
public final class MyBatisXml implements Analyzer {
  private static final Comparator<Run> RUNS =
      Comparator.comparing((Run each) -> each.site().className())
          .thenComparing(each -> each.site().method())
          .thenComparing(each -> each.site().place())
          .thenComparing(Run::best);

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    MapperFiles files = MapperFiles.of(sources);
    files.note(facts);
    if (!files.statements().isEmpty()) {
      CodeBase code = sources.code();
      Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
      AnnotatedStatements annotated =
          new AnnotatedStatements(code, statements, MapperVariables.of(sources));
      new Running(code, files, statements, annotated, new NestedSelects(code, files)).all();
    }
  }

  /** Notes each statement for those that run it. */
  private record Running(
      CodeBase code,
      MapperFiles files,
      Statements statements,
      AnnotatedStatements annotated,
      NestedSelects nested) {
    void all() {
      StatementIds ids = new StatementIds(code, files.modules(), files.namespaces().keySet());
      Map<String, Set<Run>> runs = new TreeMap<>();
      StatementCalls.Found calls = StatementCalls.find(code, ids);
      calls.missing().forEach(statements::unread);
      calls
          .runs()
          .forEach(
              (id, found) ->
                  runs.computeIfAbsent(
                          files.dialects().getOrDefault(id, id), key -> new LinkedHashSet<>())
                      .addAll(found));
      files
          .statements()
          .forEach(
              (id, variants) -> {
                Set<Run> own = runs.computeIfAbsent(id, ignored -> new LinkedHashSet<>());
                variants.forEach(each -> addMapper(each, own));
              });
      missing(runs);
      addNested(runs);
      Workers.each(
          files.statements().entrySet(),
          each -> note(each.getValue(), runs.getOrDefault(each.getKey(), Set.of())));
    }

    private void addMapper(MapperStatement statement, Set<Run> to) {
      JavaType mapper = code.project(statement.namespace());
      if (mapper != null && declares(mapper, statement.id(), new HashSet<>())) {
        to.add(Run.sure(new Site(mapper.name(), statement.id(), statement.place())));
      }
    }

    private boolean declares(JavaType mapper, String method, Set<JavaType> seen) {
      if (!seen.add(mapper)) {
        return false;
      }
      if (!mapper.methods(method).isEmpty()) {
        return mapper.isAbstract();
      }
      for (var each : mapper.interfaces()) {
        JavaType parent = code.project(each.name());
        if (parent != null && declares(parent, method, seen)) {
          return true;
        }
      }
      return false;
    }

    /** Notes the namespaces that name a class that is not there, if nobody uses them as a text. */
    private void missing(Map<String, Set<Run>> runs) {
      Set<String> used = new HashSet<>();
      files
          .statements()
          .forEach(
              (id, variants) -> {
                if (!runs.getOrDefault(id, Set.of()).isEmpty()) {
                  variants.forEach(each -> used.add(each.namespace()));
                }
              });
      files
          .namespaces()
          .forEach(
              (namespace, place) -> {
                if (isClass(namespace)
                    && code.project(namespace) == null
                    && !used.contains(namespace)) {
                  statements.unread(
                      place, "mapper of '%s', a class that is not there".formatted(namespace));
                }
              });
    }

    private static boolean isClass(String namespace) {
      int dot = namespace.lastIndexOf('.');
      return dot > 0
          && dot + 1 < namespace.length()
          && Character.isUpperCase(namespace.charAt(dot + 1));
    }

    /** Whoever runs a statement runs those that fill its result, in files and in annotations. */
    private void addNested(Map<String, Set<Run>> runs) {
      Map<String, Set<Run>> more = new TreeMap<>();
      for (String outer : nested.outer()) {
        JavaMethod method = nested.annotated().get(outer);
        Set<Run> own =
            method == null ? runs.getOrDefault(outer, Set.of()) : Set.of(Run.sure(Site.of(method)));
        for (String inner : nested.runWith(outer)) {
          String plain = files.dialects().getOrDefault(inner, inner);
          JavaMethod filling = nested.annotated().get(inner);
          if (files.statements().containsKey(plain)) {
            more.computeIfAbsent(plain, ignored -> new LinkedHashSet<>()).addAll(own);
          } else if (filling != null && method == null) {
            // what runs with an annotated statement is noted with that
            distinct(own).forEach(each -> annotated.runBy(filling, each.site()));
          }
        }
      }
      more.forEach(
          (id, all) -> runs.computeIfAbsent(id, ignored -> new LinkedHashSet<>()).addAll(all));
    }

    /** Notes a statement with the copies for other databases, and the selection of its key. */
    private void note(List<MapperStatement> variants, Set<Run> runs) {
      noted(variants.stream().filter(each -> !each.key()).toList(), runs);
      List<MapperStatement> keys = variants.stream().filter(MapperStatement::key).toList();
      if (!keys.isEmpty()) {
        noted(keys, runs);
      }
    }

    private void noted(List<MapperStatement> variants, Set<Run> runs) {
      Set<String> texts = new LinkedHashSet<>();
      Map<Place, List<String>> problems = new LinkedHashMap<>();
      boolean prefixed = false;
      for (MapperStatement each : variants) {
        DynamicSql.Flattened flattened =
            DynamicSql.flatten(each, files.fragmentsFor(each), annotated.variables());
        texts.addAll(flattened.texts());
        prefixed |= flattened.prefixed();
        if (!flattened.problems().isEmpty()) {
          problems.put(each.place(), flattened.problems());
        }
      }
      problems.forEach((place, all) -> all.forEach(each -> statements.unread(place, each)));
      MapperStatement first = variants.get(0);
      texts.removeIf(String::isBlank);
      if (texts.isEmpty()) {
        return;
      }
      boolean unknown = texts.removeIf(each -> each.replaceAll("\\$\\{[^}]*}", "").isBlank());
      if (unknown && texts.isEmpty()) {
        statements.unknown(first.place(), "the statement's text is only known when it runs");
        return;
      }
      AccessVia via = first.ibatis() ? AccessVia.IBATIS : AccessVia.MYBATIS_XML;
      Certainty best = prefixed ? Certainty.INFERRED : Certainty.PARSED;
      List<Run> all = new ArrayList<>(distinct(runs));
      if (all.isEmpty()) {
        all.add(Run.sure(new Site("", "", first.place())));
      }
      boolean counted = false;
      for (Run each : all) {
        Site site = each.site().at(first.place());
        Certainty sure = each.best().compareTo(best) < 0 ? best : each.best();
        statements.mapped(texts, site, via, sure, !counted);
        counted = true;
      }
    }

    /** Each method once, with the surest reason. */
    private static List<Run> distinct(Set<Run> runs) {
      Map<String, Run> all = new HashMap<>();
      List<Run> sorted = new ArrayList<>(runs);
      sorted.sort(RUNS);
      List<Run> kept = new ArrayList<>();
      for (Run each : sorted) {
        String who = each.site().className() + " " + each.site().method();
        Run known = all.putIfAbsent(who, each);
        if (known == null) {
          kept.add(each);
        } else if (known.best().compareTo(each.best()) > 0) {
          kept.set(kept.indexOf(known), each);
          all.put(who, each);
        }
      }
      return kept;
    }
  }
}
