package dev.msvc.analyzers.data;

import static java.util.function.Predicate.not;

import dev.msvc.analyzers.code.JavaType;
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
import dev.msvc.analyzers.sql.SqlStatement;
import dev.msvc.analyzers.wiring.Channels;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that properties and XML files hold under a key, accessed by the code that names the key. */
public final class SqlFiles implements Analyzer {
  private static final SqlReader SQL = SqlReader.shared();
  private static final long LONGEST = 4L * 1024 * 1024;
  private static final int DEEPEST = 8;
  private static final int MOST_NAMES = 1000;
  private static final int LONGEST_STATEMENT = 64 * 1024;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}\\s]*)\\}");
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^[ \\t]*([\\w.\\-]+)[ \\t]*[=:][ \\t]*((?:[^\\n\\\\]++|\\\\.|\\\\\\r?\\n)*+)$");
  private static final Pattern HINT =
      Pattern.compile(
          "\\b(?:select\\s|insert\\s+into\\s|update\\s|delete\\s+from\\s|merge\\s+into\\s)",
          Pattern.CASE_INSENSITIVE);

  /** Roots of files that other analyzers read. */
  private static final Set<String> OTHERS =
      Set.of(
          "mapper",
          "sqlMap",
          "sqlMapConfig",
          "hibernate-mapping",
          "databaseChangeLog",
          "entity-mappings",
          "project",
          "dataset");

  /** Names of attributes that hold statements, and endings of such. */
  private static final Set<String> STATEMENTS =
      Set.of("query", "update", "sql", "statement", "select", "insert", "delete");

  private static final List<String> ENDINGS = List.of("-query", "-sql", "-statement");

  /** What adapters put into SQL of what they are given, as {@code :payload[id]}. */
  private static final Pattern GIVEN = Pattern.compile("(:\\w+)(?:\\.\\w+|\\[[^\\]]*\\])+");

  /** Attributes and elements beside a statement that say its key. */
  private static final List<String> KEYS = List.of("key", "id", "name");

  /**
   * A statement with the key that it is found by, or the class that it is given to.
   *
   * @param channel of Spring Integration that its rows are given to
   */
  private record Kept(String key, String className, String channel, String sql, Place place) {
    Kept(String key, String className, String sql, Place place) {
      this(key, className, "", sql, place);
    }
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<Kept> kept = new ArrayList<>();
    for (ResourceFile each : sources.resources()) {
      String extension = each.extension();
      if (extension.equals("properties") || extension.equals("xml")) {
        String text = each.text();
        if (each.size() >= LONGEST) {
          if (HINT.matcher(text).find() && !isOthers(text)) {
            facts.add(new Unread(each.file(), 0, "larger than 4 MB: not searched for SQL"));
          }
        } else if (extension.equals("properties")) {
          if (HINT.matcher(text).find()) {
            properties(each, text, kept);
          }
        } else if (!isOthers(text) && HINT.matcher(text).find()) {
          xml(each, text, kept, facts);
        }
      }
    }
    if (!kept.isEmpty()) {
      run(kept, sources, new Statements(EntityModel.of(sources, facts.tables()), facts));
    }
  }

  private static void properties(ResourceFile file, String text, List<Kept> kept) {
    Map<String, String> values = new HashMap<>();
    for (Matcher entry = ENTRY.matcher(text); entry.find(); ) {
      values.put(entry.group(1), value(entry));
    }
    Matcher entry = ENTRY.matcher(text);
    int line = 1;
    int counted = 0;
    while (entry.find()) {
      String value = filled(value(entry), values, List.of(entry.group(1)), new int[1]);
      if (isSql(value)) {
        for (; counted < entry.start(1); counted++) {
          line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        kept.add(new Kept(entry.group(1), "", value, new Place(file.file(), line)));
      }
    }
  }

  private static String value(Matcher entry) {
    return entry.group(2).replaceAll("\\\\\\r?\\n[ \\t]*", "").strip();
  }

  /** With the values of other keys put in where they are named, and holes for other names. */
  private static String filled(
      String text, Map<String, String> values, List<String> within, int[] names) {
    if (!text.contains("${")) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    Matcher named = PLACEHOLDER.matcher(text);
    while (named.find()) {
      String key = named.group(1);
      String with = values.get(key);
      if (with == null
          || within.contains(key)
          || within.size() > DEEPEST
          || ++names[0] > MOST_NAMES) {
        with = Character.toString(SqlReader.HOLE);
      } else {
        List<String> deeper = new ArrayList<>(within);
        deeper.add(key);
        with = filled(with, values, deeper, names);
      }
      boolean fits = filled.length() + with.length() < LONGEST_STATEMENT;
      named.appendReplacement(filled, fits ? Matcher.quoteReplacement(with) : "");
    }
    return named.appendTail(filled).toString();
  }

  /** Whether who reads this kind of file tells what is wrong with it. */
  private static boolean isOthers(String text) {
    return OTHERS.contains(XmlFiles.root(text));
  }

  private static void xml(ResourceFile file, String text, List<Kept> kept, FactCollector facts) {
    try {
      XmlElement root = SafeXml.read(text);
      if (!OTHERS.contains(root.name())) {
        element(root, "", "", file, kept);
      }
    } catch (MalformedXml malformed) {
      facts.add(new Unread(file.file(), malformed.line(), malformed.reason()));
    }
  }

  private static void element(
      XmlElement element, String bean, String beside, ResourceFile file, List<Kept> kept) {
    String className = element.name().equals("bean") ? element.attribute("class") : bean;
    List<XmlElement> inner = element.elements();
    String own = inner.isEmpty() ? element.text().strip() : "";
    String key = key(element);
    key = key.isEmpty() ? beside : key;
    for (String each : List.of(own, element.attribute("value"))) {
      if (isSql(each)) {
        // what a bean is given is its own, whatever else is called so
        kept.add(
            new Kept(
                className.isEmpty() || element.name().equals("entry") ? key : "",
                className,
                each,
                new Place(file.file(), element.line())));
      }
    }
    attributes(element, key, file, kept);
    String said = saidBeside(inner);
    inner.forEach(each -> element(each, className, said, file, kept));
  }

  /** Statements of adapters, as {@code <int-jdbc:inbound-channel-adapter query="...">}. */
  private static void attributes(
      XmlElement element, String key, ResourceFile file, List<Kept> kept) {
    element
        .attributes()
        .forEach(
            (name, value) -> {
              // one with a prefix is there without it, too
              boolean holds =
                  STATEMENTS.contains(name) || ENDINGS.stream().anyMatch(name::endsWith);
              if (holds && name.indexOf(':') < 0) {
                String sql = GIVEN.matcher(value).replaceAll("$1");
                if (isSql(sql)) {
                  Place place = new Place(file.file(), element.line());
                  String bean = element.name().equals("bean") ? element.attribute("class") : "";
                  kept.add(new Kept(key, bean, channel(element), sql, place));
                }
              }
            });
  }

  private static String channel(XmlElement element) {
    String reply = element.attribute("reply-channel");
    boolean gives = element.name().startsWith("inbound");
    return reply.isEmpty() && gives ? element.attribute("channel") : reply;
  }

  private static String key(XmlElement element) {
    return KEYS.stream()
        .map(element::attribute)
        .filter(not(String::isEmpty))
        .findFirst()
        .orElse("");
  }

  /** The key that one of these elements holds for those beside it; empty where none does. */
  private static String saidBeside(List<XmlElement> elements) {
    return elements.stream()
        .filter(each -> KEYS.contains(each.name()) && each.elements().isEmpty())
        .map(each -> each.text().strip())
        .findFirst()
        .orElse("");
  }

  private static boolean isSql(String text) {
    if (text.length() < 12 || !SqlReader.looksLikeSql(text)) {
      return false;
    }
    SqlStatement read = SQL.read(text);
    return read.certainty() == Certainty.PARSED && (!read.uses().isEmpty() || read.dynamic());
  }

  private static void run(List<Kept> kept, Sources sources, Statements statements) {
    Set<String> keys = new HashSet<>();
    kept.forEach(each -> keys.add(each.key()));
    KeyCallers callers = new KeyCallers(keys, sources);
    NamesakeCallers namesakes = new NamesakeCallers(callers);
    kept.forEach(each -> namesakes.add(each.key(), each.place().file()));
    for (Kept each : kept) {
      List<Site> alike = namesakes.of(each.key(), each.place().file());
      List<Site> sites = alike.isEmpty() ? sites(each, namesakes, sources) : alike;
      if (sites.isEmpty()) {
        statements.unknown(each.place(), "SQL that no code is seen to name");
      }
      Certainty certainty = alike.isEmpty() ? Certainty.PARSED : Certainty.INFERRED;
      boolean first = true;
      for (Site site : sites) {
        statements.mapped(List.of(each.sql()), site, AccessVia.SQL_FILE, certainty, first);
        first = false;
      }
    }
  }

  /** The code that names a statement's key, is given its rows, or is given the statement. */
  private static List<Site> sites(Kept kept, NamesakeCallers namesakes, Sources sources) {
    List<Site> naming = namesakes.others(kept.key());
    if (!naming.isEmpty()) {
      return naming;
    }
    if (!kept.channel().isEmpty()) {
      return Channels.of(sources).servers(kept.channel()).stream()
          .map(each -> new Site(each.className(), each.method(), kept.place()))
          .toList();
    }
    JavaType bean = sources.code().project(kept.className());
    return bean == null ? List.of() : List.of(new Site(bean.name(), "", kept.place()));
  }
}
