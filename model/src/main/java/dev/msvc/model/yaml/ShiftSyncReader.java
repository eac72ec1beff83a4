package dev.msvc.model.yaml;

import dev.msvc.model.Nearest;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.SyncWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a shift's plan says of keeping rows of both in step, and of seeing that they are. */
record ShiftSyncReader(MarkedFile file, ShiftTexts texts) {
  /** Parts of a name that a database takes without quoting it. */
  private static final Pattern TABLE =
      Pattern.compile("(?:[A-Za-z_][\\w$]*\\.){0,2}[A-Za-z_][\\w$]*");

  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][\\w$]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");

  /**
   * What is known of a plan by now.
   *
   * @param metrics whether it says where metrics are
   */
  record Known(boolean metrics, List<ShiftRoute> routes) {
    List<String> aggregates() {
      return routes.stream().flatMap(each -> each.writes().stream()).distinct().sorted().toList();
    }
  }

  /** All of it; empty where the plan says nothing. */
  Optional<SyncWord> sync(@Nullable MarkedYaml node, Known known) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of =
        file.fields(node, "sync", List.of("lag", "settle", "databases", "reconcile"));
    SortedMap<Arm, SyncWord.Database> databases = databases(of.get("databases"));
    MarkedYaml lag = of.get("lag");
    if (lag == null) {
      throw file.wrong(
          node,
          "nothing says how far the service's rows are behind the monolith's",
          "lag: {query: ..., below: 5000}, or {sql: ..., at: monolith, below: 100}");
    }
    MarkedYaml settle = of.get("settle");
    List<SyncWord.TablePair> pairs = new ArrayList<>();
    Set<String> tables = new HashSet<>();
    for (MarkedYaml each :
        file.items(of.get("reconcile"), "reconcile", "tables of both that have the same rows")) {
      SyncWord.TablePair pair = pair(each, known);
      texts.needs(
          each,
          databases.size() == Arm.values().length,
          "tables are compared, and nothing says where both are",
          "databases: {monolith: {url: jdbc:postgresql://HOST/DATABASE, userEnv: SHOP_USER,"
              + " passwordEnv: SHOP_PASSWORD}, service: ...}");
      texts.needs(
          each,
          tables.add(pair.tables().toString() + pair.where()),
          "these tables are compared already",
          "leave one out");
      pairs.add(pair);
    }
    return Optional.of(
        new SyncWord(
            lag(lag, known, databases),
            settle == null ? SyncWord.SETTLE : texts.duration(settle, "settle"),
            databases,
            pairs,
            node.mark().line()));
  }

  private SyncWord.Lag lag(
      MarkedYaml node, Known known, SortedMap<Arm, SyncWord.Database> databases) {
    Map<String, MarkedYaml> of = file.fields(node, "lag", List.of("query", "sql", "at", "below"));
    MarkedYaml query = of.get("query");
    MarkedYaml sql = of.get("sql");
    MarkedYaml below = of.get("below");
    if ((query == null) == (sql == null) || below == null) {
      throw file.wrong(
          node,
          "a lag is one number that must lie below a bound",
          "write {query: ..., below: 5000}, or {sql: ..., at: monolith, below: 100}");
    }
    double bound = texts.number(below);
    texts.needs(below, bound > 0, "no lag lies below %s".formatted(bound), "write a bound above 0");
    if (query != null) {
      texts.needs(
          query,
          known.metrics(),
          "nothing says where the numbers of 'lag' come from",
          "metrics: {url: http://prometheus:9090, source: micrometer}, or ask a database: sql:");
      return new SyncWord.Lag.Query(file.scalar(query, "query").text(), bound);
    }
    MarkedYaml at = of.get("at");
    if (at == null || sql == null) {
      throw file.wrong(
          node, "nothing says which database is asked", "at: monolith, or at: service");
    }
    Arm arm = arm(at);
    texts.needs(
        at,
        databases.containsKey(arm),
        "nothing says where the database of the %s is".formatted(word(arm)),
        "databases: {%s: {url: jdbc:postgresql://HOST/DATABASE}}".formatted(word(arm)));
    String text = sql(sql, "sql");
    texts.needs(
        sql,
        text.strip().matches("(?is)(select|with)\\b.*"),
        "a lag is asked for, and nothing is done",
        "begin with select");
    return new SyncWord.Lag.Sql(text, arm, bound);
  }

  private Arm arm(MarkedYaml node) {
    String text = file.scalar(node, "at").text();
    for (Arm each : Arm.values()) {
      if (word(each).equals(text)) {
        return each;
      }
    }
    throw file.wrong(
        node, "'%s' has no database here".formatted(text), "write monolith or service");
  }

  private static String word(Arm arm) {
    return arm == Arm.MONOLITH ? "monolith" : "service";
  }

  private SortedMap<Arm, SyncWord.Database> databases(@Nullable MarkedYaml node) {
    SortedMap<Arm, SyncWord.Database> databases = new TreeMap<>();
    if (node == null) {
      return databases;
    }
    Map<String, MarkedYaml> of = file.fields(node, "databases", List.of("monolith", "service"));
    for (Arm each : Arm.values()) {
      MarkedYaml one = of.get(word(each));
      if (one != null) {
        databases.put(each, database(one));
      }
    }
    return databases;
  }

  private SyncWord.Database database(MarkedYaml node) {
    Map<String, MarkedYaml> of =
        file.fields(node, "a database", List.of("url", "userEnv", "passwordEnv"));
    MarkedYaml url = of.get("url");
    if (url == null) {
      throw file.wrong(
          node, "nothing says where it is", "url: jdbc:postgresql://HOST:5432/DATABASE");
    }
    String text = file.scalar(url, "url").text();
    Optional<String> wrong = JdbcUrl.wrong(text);
    if (wrong.isPresent()) {
      // it may have a password in it: nothing of it is said
      throw file.wrong(
          url,
          wrong.get(),
          "write jdbc:postgresql://HOST:5432/DATABASE; who asks is said by userEnv and"
              + " passwordEnv, which name variables of the environment");
    }
    return new SyncWord.Database(
        text, variable(of.get("userEnv")), variable(of.get("passwordEnv")));
  }

  private Optional<String> variable(@Nullable MarkedYaml node) {
    if (node == null) {
      return Optional.empty();
    }
    String text = file.scalar(node, "a variable").text();
    if (!VARIABLE.matcher(text).matches()) {
      // somebody may have written the password itself
      throw file.wrong(
          node, "that is no name of a variable of the environment", "write one, as SHOP_PASSWORD");
    }
    return Optional.of(text);
  }

  private SyncWord.TablePair pair(MarkedYaml node, Known known) {
    Map<String, MarkedYaml> of =
        file.fields(
            node,
            "reconcile",
            List.of("aggregate", "monolith", "service", "key", "columns", "where", "mismatches"));
    SortedMap<Arm, String> tables = new TreeMap<>();
    for (Arm each : Arm.values()) {
      tables.put(each, name(required(node, of, word(each)), "a table", TABLE));
    }
    MarkedYaml mismatches = of.get("mismatches");
    return new SyncWord.TablePair(
        aggregate(required(node, of, "aggregate"), known),
        tables,
        key(required(node, of, "key")),
        columns(of.get("columns"), "columns"),
        where(of.get("where")),
        mismatches == null ? 0 : whole(mismatches),
        node.mark().line());
  }

  private MarkedYaml required(MarkedYaml at, Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      throw file.wrong(
          at,
          "it says nothing of '%s'".formatted(key),
          "write {aggregate: Order, monolith: orders, service: customer_order, key: id}");
    }
    return node;
  }

  private String aggregate(MarkedYaml node, Known known) {
    String text = file.scalar(node, "aggregate").text();
    List<String> aggregates = known.aggregates();
    if (!aggregates.contains(text)) {
      List<String> near = Nearest.of(text, aggregates);
      throw file.wrong(
          node,
          "no route writes '%s'".formatted(text),
          near.isEmpty()
              ? aggregates.isEmpty()
                  ? "name one with writes: " + text
                  : "there are " + String.join(", ", aggregates)
              : "did you mean '%s'?".formatted(near.get(0)));
    }
    return text;
  }

  /** One column, or some that tell rows apart together. */
  private List<SyncWord.Column> key(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar one) {
      return List.of(SyncWord.Column.of(name(one, "a column", COLUMN)));
    }
    List<SyncWord.Column> columns =
        node instanceof MarkedYaml.Mapping ? List.of(column(node)) : columns(node, "key");
    texts.needs(node, !columns.isEmpty(), "no column tells rows apart", "write key: id");
    return columns;
  }

  private List<SyncWord.Column> columns(@Nullable MarkedYaml node, String what) {
    List<SyncWord.Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (MarkedYaml each : file.items(node, what, "columns: [status, {total: amount}]")) {
      SyncWord.Column column = column(each);
      texts.needs(
          each,
          names.add(column.monolith()),
          "'%s' is there twice".formatted(column.monolith()),
          "name each column once");
      columns.add(column);
    }
    return columns;
  }

  /** {@code status}, or {@code {total: amount}} where the service calls it otherwise. */
  private SyncWord.Column column(MarkedYaml node) {
    if (node instanceof MarkedYaml.Mapping both) {
      if (both.entries().size() == 1) {
        MarkedYaml.Entry entry = both.entries().get(0);
        texts.needs(
            node,
            COLUMN.matcher(entry.key()).matches(),
            "'%s' is no name of a column".formatted(entry.key()),
            "use letters, digits and '_'");
        return new SyncWord.Column(entry.key(), name(entry.value(), "a column", COLUMN));
      }
      throw file.wrong(
          node, "a column is called one thing in either table", "write {total: amount}");
    }
    return SyncWord.Column.of(name(node, "a column", COLUMN));
  }

  private SortedMap<Arm, String> where(@Nullable MarkedYaml node) {
    SortedMap<Arm, String> where = new TreeMap<>();
    if (node instanceof MarkedYaml.Mapping) {
      Map<String, MarkedYaml> of = file.fields(node, "where", List.of("monolith", "service"));
      for (Arm each : Arm.values()) {
        MarkedYaml one = of.get(word(each));
        if (one != null) {
          where.put(each, sql(one, "where"));
        }
      }
    } else if (node != null) {
      for (Arm each : Arm.values()) {
        where.put(each, sql(node, "where"));
      }
    }
    return where;
  }

  /** A part of one statement, which it does not end: what is shown is what is run. */
  private String sql(MarkedYaml node, String what) {
    String text = file.scalar(node, what).text();
    texts.needs(
        node,
        !text.contains(";") && !text.contains("--") && !text.contains("/*"),
        "'%s' has a ';' or a comment in it".formatted(what),
        "write one condition or query, and nothing else");
    return text;
  }

  private String name(MarkedYaml node, String what, Pattern allowed) {
    String text = file.scalar(node, what).text();
    texts.needs(
        node,
        allowed.matcher(text).matches(),
        "'%s' is no name of %s".formatted(text, what),
        "use letters, digits and '_'");
    return text;
  }

  private long whole(MarkedYaml node) {
    String text = file.scalar(node, "mismatches").text();
    texts.needs(
        node,
        text.matches("\\d{1,9}"),
        "'%s' is no number of rows".formatted(text),
        "write mismatches: 0");
    return Long.parseLong(text);
  }
}
