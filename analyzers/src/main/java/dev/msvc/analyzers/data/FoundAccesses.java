package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.ManyRows;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the variants of one statement say together. */
final class FoundAccesses {
  /** Enough of a statement for it to be known again. */
  private static final int LONGEST = 160;

  private static final int LISTED = 40;
  private static final int CONDITION = 60;

  /** A name between what quotes names in the database that runs. */
  private static final Pattern QUOTED_AT_RUN_TIME =
      Pattern.compile(SqlReader.HOLE + "(\\w+)" + SqlReader.HOLE);

  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(\\w+)[`\"\\]]?\\s*=\\s*\\(?\\s*(?:[\\w`\"\\[\\]]+\\.)?[`\"\\[]?\\1[`\"\\]]?\\s*-",
          Pattern.CASE_INSENSITIVE);

  private final Statements.Site site;
  private final Map<String, Access> accesses = new LinkedHashMap<>();
  private final Set<List<String>> joins = new LinkedHashSet<>();
  private final Map<String, Certainty> routines = new TreeMap<>();
  private final Set<String> problems = new TreeSet<>();
  private final Certainty best;
  private String text = "";

  FoundAccesses(Statements.Site site) {
    this(site, Certainty.PARSED);
  }

  FoundAccesses(Statements.Site site, Certainty best) {
    this.site = site;
    this.best = best;
  }

  Statements.Site site() {
    return site;
  }

  /** Notes how the statement begins, by the first of the texts it can have. */
  FoundAccesses in(Collection<String> texts) {
    if (text.isEmpty() && !texts.isEmpty()) {
      text = texts.iterator().next();
    }
    return this;
  }

  void join(List<String> tables) {
    joins.add(tables);
  }

  void routine(String name, Certainty certainty) {
    Certainty sure = certainty.compareTo(best) < 0 ? best : certainty;
    routines.merge(name, sure, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  void problem(String reason) {
    problems.add(reason);
  }

  void add(String table, Operation op, List<String> columns, AccessVia via, Certainty certainty) {
    Certainty sure = certainty.compareTo(best) < 0 ? best : certainty;
    Access access =
        new Access(table, site.className(), site.method(), op, columns, site.place(), via, sure);
    accesses.merge(TableName.key(table) + " " + op, access, FoundAccesses::both);
  }

  private static Access both(Access one, Access other) {
    List<String> columns = List.of();
    if (!one.columns().isEmpty() && !other.columns().isEmpty()) {
      Set<String> all = new TreeSet<>(one.columns());
      all.addAll(other.columns());
      columns = List.copyOf(all);
    }
    Certainty certainty =
        one.certainty().compareTo(other.certainty()) <= 0 ? one.certainty() : other.certainty();
    return new Access(
        one.table(),
        one.className(),
        one.method(),
        one.op(),
        columns,
        one.place(),
        one.via(),
        certainty);
  }

  /** The tables that are named here, made comparable. */
  Set<String> tables() {
    Set<String> all = new TreeSet<>();
    accesses.values().forEach(each -> all.add(TableName.key(each.table())));
    return all;
  }

  /** Leaves out what is done to these tables. */
  void without(Set<String> tables) {
    accesses.values().removeIf(each -> tables.contains(TableName.key(each.table())));
  }

  /** What hinders that the statement is understood; null for nothing. */
  @Nullable String problem() {
    return problems.stream().findFirst().orElse(null);
  }

  void addFacts(Statements statements) {
    accesses.values().forEach(statements::access);
    String begins = joins.isEmpty() ? "" : beginning();
    joins.forEach(each -> statements.join(each, site, begins));
    routines.forEach((name, certainty) -> statements.call(name, site, certainty));
    changed(statements);
    taken(statements);
  }

  /** Notes columns that an update takes something off: {@code number = number - ?}. */
  private void taken(Statements statements) {
    Matcher taken = TAKEN.matcher(text);
    while (taken.find()) {
      String column = taken.group(1).toLowerCase(Locale.ROOT);
      for (Access each : accesses.values()) {
        if (each.op() == Operation.UPDATE
            && each.columns().stream().anyMatch(column::equalsIgnoreCase)) {
          statements.trait(
              new Trait(
                  TraitKind.AMOUNT_TAKEN,
                  each.table(),
                  column,
                  site.className(),
                  site.method(),
                  site.place(),
                  each.certainty()));
        }
      }
    }
  }

  /** Notes a change of many rows at once, by the first of the texts. */
  private void changed(Statements statements) {
    for (Access each : accesses.values()) {
      if (each.op() == Operation.UPDATE || each.op() == Operation.DELETE) {
        String condition = ManyRows.condition(text.strip());
        if (condition != null) {
          String verb = each.op() == Operation.UPDATE ? "updates " : "deletes from ";
          String shown = shown(condition);
          statements.trait(
              new Trait(
                  TraitKind.BULK_CHANGE,
                  each.table(),
                  verb
                      + each.table()
                      + (condition.equals("every row") ? ", " : " where ")
                      + (shown.length() > CONDITION
                          ? shown.substring(0, CONDITION) + "..."
                          : shown),
                  site.className(),
                  site.method(),
                  site.place(),
                  Certainty.INFERRED));
          return;
        }
      }
    }
  }

  /** A text as people read it, with a question mark for each part that is not known. */
  private static String shown(String text) {
    String parts = QUOTED_AT_RUN_TIME.matcher(Seams.without(text)).replaceAll("$1");
    return Seams.squeezed(parts.replace(String.valueOf(SqlReader.HOLE), "?"));
  }

  private String beginning() {
    String shown = shown(text);
    int from = shown.length() <= LONGEST ? -1 : outerFrom(shown);
    if (from > LISTED) {
      // what is joined says more than what is selected
      shown = shown.substring(0, shown.lastIndexOf(' ', LISTED)) + " ..." + shown.substring(from);
    }
    if (shown.length() <= LONGEST) {
      return shown;
    }
    int end = Character.isHighSurrogate(shown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return shown.substring(0, end) + "...";
  }

  private static int outerFrom(String shown) {
    int depth = 0;
    for (int i = 0; i < shown.length(); i++) {
      char each = shown.charAt(i);
      depth += each == '(' ? 1 : each == ')' ? -1 : 0;
      if (depth == 0 && shown.regionMatches(true, i, " from ", 0, 6)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the facts, and counts the statement. */
  void finish(Statements statements) {
    addFacts(statements);
    statements.counted(site.place(), problem());
  }
}
