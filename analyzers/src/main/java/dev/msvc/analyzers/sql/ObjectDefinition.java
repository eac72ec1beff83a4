package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Applies one statement that creates, drops or renames what is no table. */
final class ObjectDefinition extends TokenWalk {
  private final DatabaseObjects objects;
  private final SqlReader sql;
  private final Place place;
  private final BiConsumer<Place, String> unread;

  private ObjectDefinition(
      String text,
      DatabaseObjects objects,
      SqlReader sql,
      Place place,
      BiConsumer<Place, String> unread) {
    super(text, Tokens.of(text), 0);
    this.objects = objects;
    this.sql = sql;
    this.place = place;
    this.unread = unread;
  }

  /**
   * Applies the statement.
   *
   * @param unread takes what is met inside and cannot be read
   * @return whether it is about something that is no table
   */
  static boolean apply(
      String text,
      DatabaseObjects objects,
      SqlReader sql,
      Place place,
      BiConsumer<Place, String> unread) {
    return new ObjectDefinition(text, objects, sql, place, unread).statement();
  }

  private boolean statement() {
    String verb = word(0);
    ObjectHead head = ObjectHead.of(tokens);
    if (head == null) {
      return false;
    }
    DatabaseObjectKind kind = head.kind();
    at = head.behind();
    boolean body = word(at).equals("body");
    at += body ? 1 : 0;
    skipConditions();
    String name = name();
    if (name.isEmpty() || isDynamic(name)) {
      return false;
    }
    if (verb.equals("drop")) {
      drop(kind, name);
    } else if (verb.equals("alter") && !isDefinition(kind)) {
      alter(kind, name);
    } else {
      create(kind, name);
    }
    return true;
  }

  /** SQL Server's ALTER PROCEDURE holds the whole body, as CREATE does. */
  private boolean isDefinition(DatabaseObjectKind kind) {
    boolean routine =
        kind == DatabaseObjectKind.PROCEDURE
            || kind == DatabaseObjectKind.FUNCTION
            || kind == DatabaseObjectKind.TRIGGER;
    return routine
        && tokens.stream().anyMatch(token -> token.is("as"))
        && tokens.size() > at + 3
        && !word(at).equals("rename")
        && !word(at).equals("owner")
        && tokens.stream().limit(40).noneMatch(token -> token.is("rename") || token.is("owner"));
  }

  private void drop(DatabaseObjectKind kind, String first) {
    String name = first;
    while (true) {
      String table = "";
      if (signAt(at, "(")) {
        at = behindBrackets(at);
      }
      if (word(at).equals("on")) {
        at++;
        table = name();
      }
      objects.drop(kind, name, table);
      if (!signAt(at, ",")) {
        return;
      }
      at++;
      name = name();
    }
  }

  private void alter(DatabaseObjectKind kind, String name) {
    for (int i = at; i + 1 < tokens.size(); i++) {
      if (word(i).equals("rename") && word(i + 1).equals("to")) {
        at = i + 2;
        objects.rename(kind, name, name());
        return;
      }
      if (word(i).equals("owned") && word(i + 1).equals("by")) {
        at = i + 2;
        objects.sequenceUsed(name, tableOfColumn(name()));
        return;
      }
    }
  }

  private static String tableOfColumn(String column) {
    return column.indexOf('.') < 0 ? "" : column.substring(0, column.lastIndexOf('.'));
  }

  private void create(DatabaseObjectKind kind, String name) {
    switch (kind) {
      case TRIGGER -> trigger(name);
      case PROCEDURE, FUNCTION -> routine(kind, name);
      case PACKAGE -> packaged(name);
      case SEQUENCE -> {
        objects.define(DatabaseObjects.object(name, kind, List.of(), place), "");
        alter(kind, name);
      }
      case SYNONYM -> synonym(name);
      case JOB -> {
        RoutineBody.Effects effects = RoutineBody.read(text, rest(at), sql);
        define(name, kind, List.of(), List.of(), effects, "");
      }
      case REPLICATION -> replication(name);
      case POLICY -> policy(name);
      default -> objects.define(DatabaseObjects.object(name, kind, List.of(), place), "");
    }
  }

  private void synonym(String name) {
    at += word(at).equals("for") ? 1 : 0;
    if (at < tokens.size() && isMethod(tokens.get(at))) {
      objects.define(
          DatabaseObjects.object(name, DatabaseObjectKind.FUNCTION, List.of(), place), "");
      return;
    }
    String target = name();
    int link = target.indexOf('@');
    List<String> targets =
        target.isEmpty() ? List.of() : List.of(link > 0 ? target.substring(0, link) : target);
    objects.define(DatabaseObjects.object(name, DatabaseObjectKind.SYNONYM, targets, place), "");
  }

  /** H2 calls a routine in Java an alias, and names its class and method in one pair of quotes. */
  private static boolean isMethod(Token target) {
    return target.kind() == Kind.STRING
        || (target.kind() == Kind.QUOTED && target.text().indexOf('.') >= 0);
  }

  private void replication(String name) {
    Set<String> tables = new TreeSet<>();
    for (int i = at; i < tokens.size(); i++) {
      if (word(i).equals("table")) {
        at = i + 1;
        skip("only");
        tables.add(name());
        while (signAt(at, ",")) {
          at++;
          tables.add(name());
        }
      }
    }
    tables.remove("");
    objects.define(
        DatabaseObjects.object(name, DatabaseObjectKind.REPLICATION, List.copyOf(tables), place),
        "");
  }

  /** Its table, or in SQL Server the table behind each of its predicates. */
  private void policy(String name) {
    RoutineBody.Effects effects = RoutineBody.read(text, rest(at), sql);
    Set<String> tables = new TreeSet<>();
    while (at < tokens.size()) {
      if (signAt(at, "(")) {
        at = behindBrackets(at);
      } else if (word(at++).equals("on")) {
        tables.add(name());
      }
    }
    tables.remove("");
    if (!tables.isEmpty()) {
      objects.define(
          new DatabaseObject(
              name,
              DatabaseObjectKind.POLICY,
              List.copyOf(tables),
              List.of(),
              effects.uses(),
              List.copyOf(effects.calls()),
              List.of(place),
              effects.certainty()),
          Uses.withoutQuotes(String.join(",", tables)).toLowerCase(Locale.ROOT));
    }
  }

  private void trigger(String name) {
    Set<Operation> events = new TreeSet<>();
    String table = "";
    boolean tableFirst = word(at).equals("on") && !isEvent(word(at + 1));
    while (at < tokens.size()) {
      String word = word(at);
      if (isEvent(word)) {
        events.add(Operation.valueOf(word.toUpperCase(Locale.ROOT)));
      } else if ((word.equals("on") && !isEvent(word(at + 1)))
          || (word.equals("to") && table.isEmpty() && !events.isEmpty())) {
        at++;
        table = name();
        if (!tableFirst) {
          break;
        }
        continue;
      } else if ((tableFirst && word.equals("as") && !word(at - 1).equals("execute"))
          || word.equals("begin")) {
        break;
      }
      at++;
    }
    if (table.isEmpty() || events.isEmpty()) {
      // on a database's or schema's own events
      return;
    }
    RoutineBody.Effects effects = RoutineBody.read(text, rest(at), sql);
    String function = executed();
    List<String> calls = new ArrayList<>(effects.calls());
    if (!function.isEmpty()) {
      calls.add(function);
    }
    for (String sequence : effects.sequences()) {
      objects.sequenceUsed(sequence, table);
    }
    dynamic(effects, name);
    objects.define(
        new DatabaseObject(
            name,
            DatabaseObjectKind.TRIGGER,
            List.of(table),
            List.copyOf(events),
            effects.uses(),
            calls.stream().distinct().sorted().toList(),
            List.of(place),
            effects.certainty()),
        Uses.withoutQuotes(table).toLowerCase(Locale.ROOT));
  }

  private static boolean isEvent(String word) {
    return Set.of("insert", "update", "delete", "truncate").contains(word);
  }

  /** PostgreSQL's EXECUTE FUNCTION at the end of a trigger. */
  private String executed() {
    for (int i = at; i + 2 < tokens.size(); i++) {
      if (word(i).equals("execute")
          && (word(i + 1).equals("procedure") || word(i + 1).equals("function"))) {
        at = i + 2;
        return name();
      }
    }
    return "";
  }

  private void routine(DatabaseObjectKind kind, String name) {
    int parameters = 0;
    if (signAt(at, "(")) {
      parameters = signAt(at + 1, ")") ? 0 : items(at).size();
      at = behindBrackets(at);
    }
    String language = language();
    if (!language.isEmpty() && !isSql(language)) {
      unread.accept(place, "the routine %s is written in %s".formatted(name, language));
      define(name, kind, List.of(), List.of(), RoutineBody.read("", List.of(), sql), "");
      return;
    }
    define(name, kind, List.of(), List.of(), effects(), String.valueOf(parameters));
  }

  private static boolean isSql(String language) {
    return language.equals("sql")
        || (language.startsWith("pl")
            && Stream.of("plpy", "plperl", "plv8", "pljava").noneMatch(language::startsWith));
  }

  /** The body in a text, as PostgreSQL has it, or what follows the head. */
  private RoutineBody.Effects effects() {
    for (int i = at; i + 1 < tokens.size(); i++) {
      if (word(i).equals("as") && tokens.get(i + 1).kind() == Kind.STRING) {
        String body = Literals.plain(tokens.get(i + 1).text());
        return RoutineBody.read(body, Tokens.of(body), sql);
      }
      if (word(i).equals("begin")) {
        break;
      }
    }
    return RoutineBody.read(text, rest(at), sql);
  }

  private String language() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (word(i).equals("language") && (i < 60 || i > tokens.size() - 20)) {
        Token named = tokens.get(i + 1);
        return named.kind() == Kind.STRING
            ? Literals.plain(named.text()).toLowerCase(Locale.ROOT)
            : named.lower();
      }
      if (word(i).equals("begin")) {
        return "";
      }
    }
    return "";
  }

  private void packaged(String name) {
    List<PackageMembers.Member> members = PackageMembers.of(tokens, at);
    List<DatabaseObject.Use> uses = new ArrayList<>();
    Certainty weakest = Certainty.PARSED;
    for (PackageMembers.Member member : members) {
      RoutineBody.Effects effects = RoutineBody.read(text, member.body(), sql);
      define(
          name + "." + member.name(),
          member.function() ? DatabaseObjectKind.FUNCTION : DatabaseObjectKind.PROCEDURE,
          List.of(),
          List.of(),
          effects,
          String.valueOf(member.parameters()));
      uses.addAll(effects.uses());
      weakest = effects.certainty().compareTo(weakest) > 0 ? effects.certainty() : weakest;
    }
    boolean body = !members.isEmpty();
    objects.define(
        new DatabaseObject(
            name,
            DatabaseObjectKind.PACKAGE,
            List.of(),
            List.of(),
            uses,
            List.of(),
            List.of(place),
            weakest),
        body ? "body" : "");
  }

  private void define(
      String name,
      DatabaseObjectKind kind,
      List<String> tables,
      List<Operation> events,
      RoutineBody.Effects effects,
      String signature) {
    dynamic(effects, name);
    objects.defines(name, effects.definitions());
    objects.define(DatabaseObjects.object(name, kind, tables, events, effects, place), signature);
  }

  private void dynamic(RoutineBody.Effects effects, String name) {
    if (effects.dynamic()) {
      unread.accept(place, "%s runs SQL that is only known when it runs".formatted(name));
    }
  }

  private List<Token> rest(int from) {
    return tokens.subList(Math.min(from, tokens.size()), tokens.size());
  }

  private int behindBrackets(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += signAt(i, "(") ? 1 : signAt(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }
}
