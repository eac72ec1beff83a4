package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TypeFact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Look-up and settings tables: all read them, hardly anybody writes them. */
final class LookUps implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-LOOK-UP",
          "a look-up or settings table that many contexts read",
          "classes of three contexts or more read the table, two methods at most write it, and it"
              + " refers to one other table at most, and not by its own key",
          "It belongs to nobody and is needed by all: left behind it ties each new service to the"
              + " old database, copied by hand it drifts apart.",
          "Choose one of three: replicate it (one writer, copies by events), make it a library"
              + " or configuration where it changes with releases only, or give it a service with"
              + " a cache.");

  /** How reasons begin why a statement with a name that is put together was not understood. */
  private static final String COMPUTED = "dynamic";

  private static final int READERS = 3;
  private static final int WRITES = 2;

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    Deciders deciders = new Deciders(ground.facts());
    for (TableFact table : ground.tables()) {
      if (hangsOnOthers(table)) {
        continue;
      }
      List<Access> accesses = ground.accesses(table.name());
      SortedSet<String> readers = new TreeSet<>();
      SortedSet<String> writers = new TreeSet<>();
      SortedSet<String> deciding = new TreeSet<>();
      for (Access each : accesses) {
        if (each.op().writes()) {
          writers.addAll(deciders.of(each));
          deciding.addAll(deciders.behind(each));
        } else if (isOwnRead(each)) {
          readers.add(ground.map().contextOf(each.className()));
        }
      }
      readers.remove("");
      if (readers.size() >= READERS && writers.size() <= WRITES && deciding.size() <= WRITES) {
        Case found = cases.of(Ground.bare(table.name())).in(readers).in(ground.owner(table.name()));
        for (Access each : accesses) {
          if (each.op().writes()) {
            found.sawFirst(Ground.access(each), each.place());
          } else if (isOwnRead(each)) {
            found.saw(Ground.access(each), each.place());
          }
          found.surely(each.certainty());
        }
        if (writers.isEmpty() && mayBeComputed(ground, table)) {
          found.surely(Certainty.GUESSED);
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s is read by %s at %s, and %s"
                    .formatted(
                        ground.called(each.subject()),
                        Ground.some(each.contexts()),
                        Ground.count(each.otherPlaces(), "place"),
                        each.leading() == 0
                            ? "nothing is seen that writes it"
                            : "written at %,d".formatted(each.leading()))));
  }

  /**
   * Whether statements that only a running program knows may make it or fill it: no schema has it,
   * or there are such in a class of its name.
   */
  private static boolean mayBeComputed(Ground ground, TableFact table) {
    if (table.kind() == TableKind.UNDEFINED) {
      return true;
    }
    String name = Ground.bare(table.name()).replace("_", "");
    Set<String> files = new HashSet<>();
    for (TypeFact each : ground.facts().types()) {
      if (each.simpleName().toLowerCase(Locale.ROOT).startsWith(name)) {
        files.add(each.place().file());
      }
    }
    return ground.facts().unread().stream()
        .anyMatch(each -> each.reason().startsWith(COMPUTED) && files.contains(each.file()));
  }

  /** Whether its rows link others, are a part or kind of others, or tie several together. */
  private static boolean hangsOnOthers(TableFact table) {
    String own = Ground.bare(table.name());
    Set<String> referring = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (ForeignKey each : table.foreignKeys()) {
      if (!Ground.bare(each.references()).equals(own)) {
        others.add(Ground.bare(each.references()));
        each.columns().forEach(column -> referring.add(column.toLowerCase(Locale.ROOT)));
      }
    }
    return others.size() > 1
        || table.keys().stream()
            .filter(each -> each.kind() == Key.Kind.PRIMARY)
            .flatMap(each -> each.columns().stream())
            .anyMatch(each -> referring.contains(each.toLowerCase(Locale.ROOT)));
  }

  /** Not one that only comes with an entity that refers to it. */
  private static boolean isOwnRead(Access access) {
    return access.via() != AccessVia.FETCH && access.via() != AccessVia.CASCADE;
  }
}
