package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Gathers the uses of tables while a statement is walked. */
final class Uses {
  /** Stands for a name, or a part of one, that is only known when the program runs. */
  static final String HOLE_NAME = "msvc_hole";

  /** What follows a hole without {@code _} is a name; {@code _trl} is the end of another. */
  private static final Pattern PREFIXED = Pattern.compile(HOLE_NAME + "([A-Za-z]\\w{2,})");

  /** Words that follow a table where the blank between them is in the hole. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "where", "join", "left", "right", "inner", "outer", "full", "cross", "natural", "group",
          "order", "having", "limit", "set", "values", "select", "union", "using", "and", "for");

  /** Words that no database takes for a name: what stood before them was put together wrongly. */
  private static final Set<String> RESERVED =
      Set.of("as", "where", "select", "from", "on", "and", "or", "having", "set");

  private final Map<String, String> spellings = new TreeMap<>();
  private final Map<String, Map<Operation, Map<String, String>>> columns = new TreeMap<>();
  private final Map<String, Map<Operation, Map<String, String>>> unqualified = new TreeMap<>();
  private boolean dynamic;
  private boolean prefixed;

  /** Notes a use and returns the table's key; empty where there is no table to name. */
  String table(String written, Operation op) {
    String name = withoutQuotes(written).replace(String.valueOf(Tokens.HOLE), HOLE_NAME);
    if (name.indexOf('%') >= 0) {
      dynamic = true;
      return "";
    }
    Matcher prefix = PREFIXED.matcher(name);
    if (prefix.matches() && !NO_NAMES.contains(prefix.group(1).toLowerCase(Locale.ROOT))) {
      prefixed = true;
      name = prefix.group(1);
    }
    while (name.contains(HOLE_NAME)) {
      int dot = name.indexOf('.');
      if (dot < 0 || !name.substring(0, dot).contains(HOLE_NAME)) {
        dynamic = true;
        return "";
      }
      name = name.substring(dot + 1);
    }
    if (name.equals(Tokens.ENTITY_NAME)) {
      name = "#{#entityName}";
    }
    String key = name.toLowerCase(Locale.ROOT);
    if (isPseudo(key)) {
      return "";
    }
    spellings.putIfAbsent(key, name);
    columns.computeIfAbsent(key, k -> new TreeMap<>()).computeIfAbsent(op, o -> new TreeMap<>());
    unqualified
        .computeIfAbsent(key, k -> new TreeMap<>())
        .computeIfAbsent(op, o -> new TreeMap<>());
    return key;
  }

  private static boolean isPseudo(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return key.isEmpty()
        || RESERVED.contains(key)
        || last.startsWith("pg_")
        || key.startsWith("@")
        || (last.startsWith("#") && !last.startsWith("#{"))
        || DatabaseTables.isNone(key);
  }

  void column(String table, Operation op, String written) {
    note(columns, table, op, written);
  }

  /** Notes a column that is this table's or that of another which is read beside it. */
  void unqualified(String table, Operation op, String written) {
    note(unqualified, table, op, written);
  }

  private static void note(
      Map<String, Map<Operation, Map<String, String>>> all,
      String table,
      Operation op,
      String written) {
    Map<Operation, Map<String, String>> ofTable = all.get(table);
    Map<String, String> known = ofTable == null ? null : ofTable.get(op);
    String name = withoutQuotes(written);
    if (known != null && !name.contains(HOLE_NAME) && !name.equals("*") && !name.isEmpty()) {
      known.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }
  }

  /** Takes over what was gathered elsewhere. */
  void addAll(Uses others) {
    dynamic |= others.dynamic;
    others.spellings.forEach(spellings::putIfAbsent);
    addAll(others.columns, columns);
    addAll(others.unqualified, unqualified);
  }

  private static void addAll(
      Map<String, Map<Operation, Map<String, String>>> from,
      Map<String, Map<Operation, Map<String, String>>> to) {
    from.forEach(
        (table, ops) ->
            ops.forEach(
                (op, names) -> {
                  Map<String, String> known =
                      to.computeIfAbsent(table, key -> new TreeMap<>())
                          .computeIfAbsent(op, key -> new TreeMap<>());
                  names.forEach(known::putIfAbsent);
                }));
  }

  /**
   * Whether a dotted name is a path of HQL, as in {@code from Order o join o.lines}: it starts with
   * an alias, and no table of a schema of that name has been met.
   */
  boolean isPath(String written, Predicate<String> isAlias) {
    String name = withoutQuotes(written).toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    if (dot <= 0 || !isAlias.test(name.substring(0, dot))) {
      return false;
    }
    String schema = name.substring(0, dot + 1);
    return columns.keySet().stream().noneMatch(each -> each.startsWith(schema));
  }

  /** Whether what is selected is only known when the program runs. */
  static boolean isHole(List<SelectItem<?>> items) {
    return items.stream().anyMatch(item -> item.toString().contains(HOLE_NAME));
  }

  void dynamic() {
    dynamic = true;
  }

  /** Whether only a prefix of a table's name is known when the program runs. */
  boolean isPrefixed() {
    return prefixed;
  }

  boolean isDynamic() {
    return dynamic;
  }

  List<TableUse> list() {
    List<TableUse> uses = new ArrayList<>();
    columns.forEach(
        (key, ops) ->
            ops.forEach(
                (op, names) ->
                    uses.add(
                        new TableUse(
                            spellings.getOrDefault(key, key),
                            op,
                            List.copyOf(new TreeSet<>(names.values())),
                            unqualified(key, op)))));
    return uses.stream().sorted().toList();
  }

  private List<String> unqualified(String key, Operation op) {
    Map<String, String> names = unqualified.getOrDefault(key, Map.of()).getOrDefault(op, Map.of());
    return List.copyOf(new TreeSet<>(names.values()));
  }

  static String withoutQuotes(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '"' && c != '`' && c != '[' && c != ']') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
