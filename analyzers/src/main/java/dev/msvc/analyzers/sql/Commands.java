package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routines that databases bring, by which scripts rename, link and schedule. */
final class Commands {
  private static final Pattern CALL =
      Pattern.compile(
          "(?is)^(?:select|call|exec|execute|perform)\\s+(?:@\\w+\\s*=\\s*)?([\\w.\\[\\]\"`]+)");
  private static final Pattern SYSTEM =
      Pattern.compile("(?i)\\bexec(?:ute)?\\s+(?:@\\w+\\s*=\\s*)?[\\w.\\[\\]]*\\bsp_\\w+");
  private static final int MOST_ARGUMENTS = 200;

  private Commands() {}

  /** The routine that a statement calls; empty for none. */
  static String routine(String text) {
    Matcher call = CALL.matcher(text);
    return call.find() ? Uses.withoutQuotes(call.group(1)) : "";
  }

  /** Applies each EXEC of the procedures that SQL Server brings. */
  static void system(
      String text, DatabaseObjects objects, Schema schema, SqlReader sql, Place place) {
    Matcher exec = SYSTEM.matcher(text);
    int from = -1;
    while (exec.find()) {
      if (from >= 0) {
        apply(text.substring(from, exec.start()), objects, schema, sql, place);
      }
      from = exec.start();
    }
    if (from >= 0) {
      apply(text.substring(from), objects, schema, sql, place);
    }
  }

  static void apply(
      String text, DatabaseObjects objects, Schema schema, SqlReader sql, Place place) {
    String routine = routine(text).toLowerCase(Locale.ROOT);
    String bare = routine.substring(routine.lastIndexOf('.') + 1);
    switch (bare) {
      case "sp_rename" -> renames(text, schema);
      case "sp_addlinkedserver" -> {
        String name = arguments(Tokens.of(text)).getOrDefault("server", first(text));
        if (!name.isEmpty()) {
          objects.define(
              DatabaseObjects.object(name, DatabaseObjectKind.LINK, List.of(), place), "");
        }
      }
      case "sp_add_jobstep" -> {
        Map<String, String> arguments = arguments(Tokens.of(text));
        job(
            arguments.getOrDefault("job_name", arguments.getOrDefault("step_name", "")),
            arguments.getOrDefault("command", ""),
            objects,
            sql,
            place);
      }
      case "schedule" -> {
        List<String> texts = texts(Tokens.of(text));
        if (routine.equals("cron.schedule") && texts.size() >= 2) {
          String command = texts.get(texts.size() - 1);
          job(texts.size() > 2 ? texts.get(0) : command, command, objects, sql, place);
        }
      }
      case "create_job", "submit", "add_policy" -> jobs(Tokens.of(text), objects, sql, place);
      default -> {}
    }
  }

  /** {@code EXEC sp_rename 'dbo.orders', 'sales', 'OBJECT'}; the old name may be without quotes. */
  private static void renames(String text, Schema schema) {
    List<Token> tokens = Tokens.of(Tokens.withoutPlaceholders(text));
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("sp_rename")) {
      at++;
    }
    List<String> given = new ArrayList<>(List.of(""));
    int behind = behind(tokens, at);
    for (int i = at + 1; i < behind; i++) {
      Token token = tokens.get(i);
      if (token.sign(",")) {
        given.add("");
      } else if (!token.sign("=") && !token.text().startsWith("@")) {
        boolean quoted = token.kind() == Kind.STRING;
        String part = quoted ? Literals.plain(token.text()) : token.text();
        given.set(given.size() - 1, given.get(given.size() - 1) + part);
      }
    }
    if (given.size() < 2) {
      return;
    }
    // which schema it is does not matter where only running it tells
    String old = Uses.withoutQuotes(given.get(0)).replace(Tokens.HOLE + ".", "");
    String name = Uses.withoutQuotes(given.get(1));
    if (TokenWalk.isDynamic(old + name)) {
      return;
    }
    String kind = given.size() > 2 ? given.get(2).toLowerCase(Locale.ROOT) : "object";
    int dot = old.lastIndexOf('.');
    if (kind.equals("object")) {
      schema.rename(old, name);
    } else if (kind.equals("column") && dot > 0) {
      schema.renameColumn(old.substring(0, dot), old.substring(dot + 1), name);
    }
  }

  /** Jobs that a block of PL/SQL gives to the scheduler, and policies that it adds to tables. */
  static void jobs(List<Token> tokens, DatabaseObjects objects, SqlReader sql, Place place) {
    for (int i = 2; i < tokens.size(); i++) {
      String module = tokens.get(i - 2).lower();
      if (module.equals("dbms_scheduler") && tokens.get(i).is("create_job")) {
        Map<String, String> arguments = arguments(tokens.subList(i, behind(tokens, i)));
        List<String> texts = texts(tokens.subList(i, behind(tokens, i)));
        String name =
            Uses.withoutQuotes(
                arguments.getOrDefault("job_name", texts.isEmpty() ? "" : texts.get(0)));
        String action = arguments.getOrDefault("job_action", texts.size() > 2 ? texts.get(2) : "");
        job(name, action, objects, sql, place);
      } else if (module.equals("dbms_job") && tokens.get(i).is("submit")) {
        List<String> texts = texts(tokens.subList(i, behind(tokens, i)));
        if (!texts.isEmpty()) {
          job(texts.get(0), texts.get(0), objects, sql, place);
        }
      } else if (module.equals("dbms_rls") && tokens.get(i).is("add_policy")) {
        policy(tokens.subList(i, behind(tokens, i)), objects, place);
      }
    }
  }

  private static void policy(List<Token> call, DatabaseObjects objects, Place place) {
    Map<String, String> arguments = arguments(call);
    List<String> texts = texts(call);
    boolean named = !arguments.isEmpty();
    String table = named ? arguments.get("object_name") : texts.size() > 2 ? texts.get(1) : null;
    String name = named ? arguments.get("policy_name") : texts.size() > 2 ? texts.get(2) : null;
    if (table != null && name != null) {
      objects.define(
          DatabaseObjects.object(name, DatabaseObjectKind.POLICY, List.of(table), place),
          table.toLowerCase(Locale.ROOT));
    }
  }

  private static void job(
      String name, String action, DatabaseObjects objects, SqlReader sql, Place place) {
    if (name.isEmpty()) {
      return;
    }
    List<Token> tokens = Tokens.of(action);
    RoutineBody.Effects effects = RoutineBody.read(action, tokens, sql);
    boolean call = effects.uses().isEmpty() && effects.calls().isEmpty() && !tokens.isEmpty();
    if (call) {
      // a name alone is a routine to run
      String begin = tokens.get(0).is("begin") ? "" : "call ";
      String called = begin + action.replaceFirst("(?i)^\\s*begin\\s+", "call ");
      effects = RoutineBody.read(called, Tokens.of(called), sql);
    }
    String shown = name.length() > 80 ? name.substring(0, 80) : name;
    objects.define(
        DatabaseObjects.object(
            shown.strip(), DatabaseObjectKind.JOB, List.of(), List.of(), effects, place),
        "");
  }

  private static int behind(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && at < from + MOST_ARGUMENTS && !tokens.get(at).sign(";")) {
      at++;
    }
    return at;
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.STRING)
        .map(token -> Literals.plain(token.text()))
        .toList();
  }

  private static String first(String text) {
    List<String> texts = texts(Tokens.of(text));
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** Named arguments: {@code name => 'x'} and {@code @name = N'x'}. */
  private static Map<String, String> arguments(List<Token> tokens) {
    Map<String, String> arguments = new HashMap<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean gives = tokens.get(i).sign("=>") || tokens.get(i).sign("=");
      if (gives && tokens.get(i - 1).isName() && tokens.get(i + 1).kind() == Kind.STRING) {
        String name = tokens.get(i - 1).lower();
        arguments.put(
            name.startsWith("@") ? name.substring(1) : name,
            Literals.plain(tokens.get(i + 1).text()));
      }
    }
    return arguments;
  }
}
