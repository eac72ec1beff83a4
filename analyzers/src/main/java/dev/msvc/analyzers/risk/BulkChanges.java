package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Statements that change many rows at once. */
final class BulkChanges implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-BULK-CHANGES",
          "statements that change many rows at once",
          "an update or delete whose condition names no single row: none at all, a date, a state",
          "It has no event for each row, so nothing carries the change to the other side; it"
              + " changes rows that are already moved, and takes no notice of who owns them by"
              + " now.",
          "While both sides live, run each on the side that writes the rows, and only there. Make"
              + " it select the ids first where changes are carried over row by row, or let the"
              + " capture of changes carry them.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** Changes of the schema and of first rows run once. */
  private static boolean isMigration(Ground ground, Trait trait) {
    return ground.map().accesses(trait.name()).stream()
        .filter(each -> each.className().equals(trait.className()))
        .filter(each -> each.place().equals(trait.place()))
        .anyMatch(Access::isMigration);
  }

  /** Whether a condition compares all columns of a key, so that it names one row. */
  private static boolean isOneRow(Ground ground, Trait trait) {
    String condition = trait.detail().toLowerCase(Locale.ROOT);
    if (condition.contains(" or ")) {
      return false;
    }
    for (TableFact table : ground.tables()) {
      if (ContextMap.key(table.name()).equals(ContextMap.key(trait.name()))
          && table.keys().stream()
              .anyMatch(key -> key.columns().stream().allMatch(each -> isGiven(each, condition)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGiven(String column, String condition) {
    String name = Pattern.quote(column.toLowerCase(Locale.ROOT));
    return Pattern.compile("(?<!\\w)" + name + "\\s*=(?!\\s*\\w+\\.)").matcher(condition).find();
  }

  /** One for each context whose classes run them; those on tables of others come first. */
  @Override
  public List<Finding> find(Ground ground) {
    Set<String> clocks = new TreeSet<>();
    for (EntryPoint each : ground.facts().entryPoints()) {
      if (each.kind() == EntryPointKind.SCHEDULE || each.kind() == EntryPointKind.BATCH) {
        clocks.add(each.className());
      }
    }
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.BULK_CHANGE)) {
      if (isMigration(ground, each) || isOneRow(ground, each)) {
        continue;
      }
      String context = ground.map().contextOf(each.className());
      String owner = ground.owner(each.name());
      boolean foreign = !context.isEmpty() && !owner.isEmpty() && !owner.equals(context);
      String what =
          Ground.method(each.className(), each.method())
              + " "
              + each.detail()
              + (foreign ? ", of " + owner : "")
              + (clocks.contains(each.className()) ? ", by the clock" : "");
      Case found =
          cases.of(ground.subject(each.className())).in(context).in(owner).surely(each.certainty());
      if (foreign) {
        found.sawFirst(what, each.place());
      } else {
        found.saw(what, each.place());
      }
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0 ? Severity.MEDIUM : Severity.LOW,
                "%s of %s change%s many rows at once%s"
                    .formatted(
                        Ground.count(each.count(), "statement"),
                        Ground.named(each.subject()),
                        each.count() == 1 ? "s" : "",
                        each.leading() == 0
                            ? ""
                            : "; %,d of them in tables of others".formatted(each.leading()))));
  }
}
