package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Facts;
import dev.msvc.model.Join;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The analysis that rules look at, with what several of them ask. */
final class Ground {
  /** What a finding is about where the code is in no context. */
  static final String NO_CONTEXT = "no-context";

  private final ContextMap map;
  private final Map<String, String> written = new HashMap<>();

  Ground(ContextMap map) {
    this.map = map;
    map.facts().tables().forEach(each -> write(each.name()));
    map.facts().database().objects().forEach(each -> write(each.name()));
  }

  private void write(String name) {
    written.putIfAbsent(bare(name), written(name));
  }

  ContextMap map() {
    return map;
  }

  Facts facts() {
    return map.facts();
  }

  /** Traits of these kinds, in the order of the facts. */
  List<Trait> traits(TraitKind... kinds) {
    Set<TraitKind> wanted = Set.of(kinds);
    return facts().traits().stream().filter(each -> wanted.contains(each.kind())).toList();
  }

  /** A subject in a sentence. */
  static String named(String subject) {
    return subject.equals(NO_CONTEXT) ? "classes of no context" : subject;
  }

  String owner(String table) {
    return map.ownership(table).owner();
  }

  SortedSet<String> owners(Collection<String> tables) {
    SortedSet<String> owners = new TreeSet<>();
    tables.forEach(each -> owners.add(owner(each)));
    owners.remove("");
    return owners;
  }

  /** A class's context; {@link #NO_CONTEXT} where it has none. */
  String subject(String className) {
    String context = map.contextOf(className);
    return context.isEmpty() ? NO_CONTEXT : context;
  }

  /** Accesses by running code, not by migrations. */
  List<Access> accesses(String table) {
    List<Access> all = new ArrayList<>();
    for (Access each : map.accesses(table)) {
      if (!each.isMigration() && !each.className().isEmpty()) {
        all.add(each);
      }
    }
    return all;
  }

  /** Whether a statement is of a migration alone, as one of a class that a tool for them runs. */
  boolean runsOnce(Join join) {
    boolean once = false;
    for (String table : join.tables()) {
      for (Access each : map.accesses(table)) {
        if (each.className().equals(join.className())
            && each.method().equals(join.method())
            && each.place().equals(join.place())) {
          if (!each.isMigration()) {
            return false;
          }
          once = true;
        }
      }
    }
    return once;
  }

  /** Contexts whose classes access a table. */
  SortedSet<String> users(String table) {
    SortedSet<String> users = new TreeSet<>();
    accesses(table).forEach(each -> users.add(map.contextOf(each.className())));
    users.remove("");
    return users;
  }

  /** Tables that hold rows, and are no view. */
  List<TableFact> tables() {
    return facts().tables().stream()
        .filter(each -> each.kind() == TableKind.TABLE || each.kind() == TableKind.UNDEFINED)
        .toList();
  }

  Place place(TableFact table) {
    return table.places().isEmpty() ? new Place("", 0) : table.places().get(0);
  }

  /** Where a script, a changelog or a dump defines a table: not only a mapping. */
  static boolean isDefined(TableFact table) {
    return table.kind() == TableKind.TABLE
        && table.places().stream().map(Place::file).anyMatch(Ground::isSchema);
  }

  static boolean isSchema(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return !lower.endsWith(".hbm.xml")
        && !lower.endsWith("orm.xml")
        && !lower.endsWith(".java")
        && !lower.endsWith(".kt")
        && !lower.endsWith(".groovy")
        && !lower.endsWith(".scala");
  }

  static String access(Access access) {
    String verb =
        switch (access.op()) {
          case SELECT -> "reads";
          case INSERT -> "inserts into";
          case UPDATE -> "updates";
          case DELETE -> "deletes from";
          case MERGE -> "merges into";
          case TRUNCATE -> "empties";
        };
    return method(access.className(), access.method()) + " " + verb + " " + access.table();
  }

  /** Class and method as people say them, without the package. */
  static String method(String className, String method) {
    String simple = simple(className);
    return method.isEmpty() ? simple : simple + "." + method;
  }

  /** What was seen, and where. */
  static String told(Trait trait) {
    return method(trait.className(), trait.method()) + ": " + trait.detail();
  }

  static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  /** The last part of a table's name, in lower case and without quotes. */
  static String bare(String table) {
    String key = ContextMap.key(table);
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** The same as the schema or the mapping writes it. */
  static String written(String table) {
    String name = table.replaceAll("[\"`\\[\\]]", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * A table, or what else a database holds, that a finding is about, as its own name is written.
   */
  String called(String subject) {
    return written.getOrDefault(subject, subject);
  }

  static String count(int count, String what) {
    boolean sibilant = what.endsWith("s") || what.endsWith("ch") || what.endsWith("x");
    return String.format(
        Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : sibilant ? "es" : "s");
  }

  /** A few names as in a sentence, and how many more there are. */
  static String some(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() > 4) {
      return String.join(", ", all.subList(0, 3)) + " and " + (all.size() - 3) + " more";
    }
    if (all.size() < 2) {
      return String.join("", all);
    }
    int last = all.size() - 1;
    return String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** The contexts whose classes have a mark of one kind, by what the mark names. */
  SortedMap<String, SortedSet<String>> users(TraitKind kind) {
    SortedMap<String, SortedSet<String>> users = new TreeMap<>();
    for (Trait each : traits(kind)) {
      users
          .computeIfAbsent(each.name(), any -> new TreeSet<>())
          .add(map().contextOf(each.className()));
    }
    users.values().forEach(each -> each.remove(""));
    return users;
  }
}
