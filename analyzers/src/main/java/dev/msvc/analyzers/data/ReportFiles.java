package dev.msvc.analyzers.data;

import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Queries in the files of JasperReports, accessed by the code that names the file, or what is
 * compiled of it, or else by the file: whether it is run is a guess then, since a report may be
 * given its rows.
 */
public final class ReportFiles implements Analyzer {
  private static final Pattern PUT_IN = Pattern.compile("\\$P!\\{[^}]*}");
  private static final Pattern CONDITION = Pattern.compile("\\$X\\{[^}]*}");
  private static final Pattern PARAMETER = Pattern.compile("\\$[PFV]\\{[^}]*}");
  private static final Set<String> SQL = Set.of("", "sql", "plsql");
  private static final Set<String> JPQL = Set.of("hql", "ejbql");

  /** A query of a file. */
  private record Query(String language, String text, Place place) {}

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Map<String, List<Query>> queries = new LinkedHashMap<>();
    for (ResourceFile each : sources.resources()) {
      if (each.extension().equals("jrxml")) {
        try {
          List<Query> found = new ArrayList<>();
          collect(SafeXml.read(each.text()), each.file(), found);
          queries.put(each.file(), found);
        } catch (MalformedXml malformed) {
          facts.add(new Unread(each.file(), malformed.line(), malformed.reason()));
        }
      }
    }
    queries.values().removeIf(List::isEmpty);
    if (queries.isEmpty()) {
      return;
    }
    Set<String> keys = new HashSet<>();
    queries.keySet().forEach(each -> keys.addAll(names(each)));
    KeyCallers callers = new KeyCallers(keys, sources);
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    queries.forEach(
        (file, all) -> {
          Map<Site, Certainty> sites = sites(file, callers);
          all.forEach(each -> note(each, sites, statements));
        });
  }

  private static void collect(XmlElement element, String file, List<Query> to) {
    for (XmlElement each : element.elements()) {
      String language = each.attribute("language").toLowerCase(Locale.ROOT);
      boolean query =
          each.name().equals("queryString") || (each.name().equals("query") && !language.isEmpty());
      boolean read = SQL.contains(language) || JPQL.contains(language);
      if (query && read && !each.text().isBlank()) {
        to.add(new Query(language, filled(each.text()), new Place(file, each.line())));
      }
      collect(each, file, to);
    }
  }

  /** With what JasperReports puts in when it runs. */
  private static String filled(String text) {
    String hole = String.valueOf(SqlReader.HOLE);
    String known = PUT_IN.matcher(text.strip()).replaceAll(hole);
    return PARAMETER.matcher(CONDITION.matcher(known).replaceAll("1 = 1")).replaceAll("?");
  }

  /** What code may call a file: by its path or the end of that, compiled or not. */
  private static Set<String> names(String file) {
    Set<String> all = new LinkedHashSet<>();
    String path = file.substring(0, file.length() - ".jrxml".length());
    for (int slash = path.length(); slash > 0; ) {
      slash = path.lastIndexOf('/', slash - 1);
      String end = path.substring(slash + 1);
      for (String before : List.of("", "/", "classpath:", "classpath:/")) {
        for (String ending : List.of("", ".jrxml", ".jasper")) {
          all.add(before + end + ending);
        }
      }
    }
    return all;
  }

  private static Map<Site, Certainty> sites(String file, KeyCallers callers) {
    Map<Site, Certainty> all = new LinkedHashMap<>();
    for (String each : names(file)) {
      boolean path = each.indexOf('/') >= 0 || each.indexOf('.') >= 0;
      List<Site> named = path ? callers.named(each) : callers.of(each);
      for (Site site : named) {
        all.merge(
            site,
            path ? Certainty.INFERRED : Certainty.GUESSED,
            (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return all;
  }

  private static void note(Query query, Map<Site, Certainty> sites, Statements statements) {
    Map<Site, Certainty> all =
        sites.isEmpty() ? Map.of(new Site("", "", query.place()), Certainty.GUESSED) : sites;
    boolean first = true;
    for (Map.Entry<Site, Certainty> each : all.entrySet()) {
      Site site = each.getKey().at(query.place());
      if (JPQL.contains(query.language())) {
        statements.jpql(List.of(query.text()), null, site, each.getValue());
      } else if (SqlReader.looksLikeSql(query.text())) {
        statements.mapped(List.of(query.text()), site, AccessVia.SQL_FILE, each.getValue(), first);
        first = false;
      } else if (query.text().indexOf(SqlReader.HOLE) >= 0) {
        statements.unread(query.place(), "text of the query is not known");
      }
    }
  }
}
