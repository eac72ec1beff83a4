package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Operation;
import dev.msvc.model.Remedy;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to do with a transaction that is cut, by rules in this order: what is held together
 * too tightly stays together; what reserves is tried, confirmed and cancelled; what can be undone
 * or has several partners is a saga; one partner that can follow later is told by an outbox.
 */
final class Remedies {
  /** From so many transactions on that write both sides, they are held together by them. */
  static final int MANY = 10;

  /** More tables of others than that, and nobody writes a compensation for each. */
  private static final int TOO_MANY = 8;

  private final Boundary boundary;
  private final Map<List<String>, Integer> together =
      new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
  private final Map<String, Integer> writing = new TreeMap<>();
  private final Map<String, Set<String>> keys = new HashMap<>();
  private final Cascades cascades;
  private final Amounts amounts;
  private final Logs logs;
  private final Undoing undoing;

  Remedies(Boundary boundary, List<Crossing> crossings) {
    this.boundary = boundary;
    Run run = new Run(boundary.map());
    cascades = new Cascades(boundary.facts());
    amounts = new Amounts(boundary, run);
    logs = new Logs(boundary, run);
    undoing = new Undoing(boundary, run);
    for (TransactionFact each : boundary.facts().transactions()) {
      boundary
          .byOwner(each.writes())
          .keySet()
          .forEach(owner -> writing.merge(owner, 1, Integer::sum));
    }
    for (Crossing each : crossings) {
      for (String owner : tight(each)) {
        together.merge(KeyCuts.sorted(each.home(), owner), 1, Integer::sum);
      }
    }
    for (TableFact each : boundary.facts().tables()) {
      Set<String> columns = new TreeSet<>();
      each.primaryKey().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
      keys.put(ContextMap.key(each.name()), columns);
    }
  }

  /**
   * What is proposed, what it means here, and by which rule.
   *
   * @param with the owner that it is about beside the home
   */
  record Proposal(Remedy remedy, String with, String advice, String why) {}

  private record Held(String with, String why) {}

  /** Other owners of tables that cannot simply follow later: not only added to as a log is. */
  private List<String> tight(Crossing crossing) {
    List<String> owners = new ArrayList<>();
    crossing
        .sure()
        .forEach(
            (owner, tables) -> {
              boolean changes =
                  tables.stream().anyMatch(table -> !logs.isLog(crossing.transaction(), table));
              if (!owner.equals(crossing.home()) && changes) {
                owners.add(owner);
              }
            });
    return owners;
  }

  Proposal of(Crossing crossing) {
    if (!crossing.isSure()) {
      return new Proposal(
          Remedy.OUTBOX,
          crossing.other(),
          "check first whether it really reaches them; if it does, tell %s by an outbox"
              .formatted(crossing.other()),
          "which implementation runs is open, so nothing is decided by these tables");
    }
    Held held = held(crossing);
    if (held != null) {
      return new Proposal(
          Remedy.KEEP_TOGETHER,
          held.with(),
          "leave %s and %s in one service, or move the tables to one owner"
              .formatted(crossing.home(), held.with()),
          held.why());
    }
    List<String> tight = tight(crossing);
    Amounts.Reserved reserved = amounts.reserved(crossing, foreign(crossing));
    if (reserved != null) {
      return new Proposal(
          Remedy.TCC,
          crossing.other(),
          "%s offers try, confirm and cancel; %s reserves first and confirms at the end"
              .formatted(boundary.owner(reserved.table()), crossing.home()),
          reserved.why());
    }
    Set<String> added = new TreeSet<>(crossing.sure().keySet());
    added.remove(crossing.home());
    added.removeAll(tight);
    if (tight.isEmpty()) {
      return new Proposal(
          Remedy.OUTBOX,
          crossing.other(),
          "write the event with the own rows; %s".formatted(follow(added)),
          "%s only added to, so %s can follow later"
              .formatted(are(crossing, added), String.join(" and ", added)));
    }
    SortedSet<String> undone = undoing.of(crossing, foreign(crossing));
    if (tight.size() > 1 || (foreign(crossing).size() > 1 && !undone.isEmpty())) {
      String partners =
          "%s written beside tables of %s".formatted(are(crossing, tight), crossing.home());
      if (Undoing.isUndo(crossing.transaction().method())) {
        return new Proposal(
            Remedy.SAGA,
            crossing.other(),
            "%s runs the steps, and repeats those that fail".formatted(crossing.home()),
            partners + "; by its name it undoes others: repeat it until it succeeds");
      }
      return new Proposal(
          Remedy.SAGA,
          crossing.other(),
          "%s runs the steps, and undoes those done when one fails".formatted(crossing.home()),
          undone.isEmpty()
              ? partners + "; nothing is visible that undoes them: write that first"
              : partners + "; " + Cuts.few(undone) + " can undo");
    }
    String logged = added.isEmpty() ? "" : "; %s only added to".formatted(are(crossing, added));
    Set<String> following = new TreeSet<>(added);
    following.addAll(tight);
    return new Proposal(
        Remedy.OUTBOX,
        tight.get(0),
        "write the event with the own rows; %s, if nobody must see all at once"
            .formatted(follow(following)),
        "only %s changed beside tables of %s%s"
            .formatted(are(crossing, tight), crossing.home(), logged));
  }

  private static String follow(Collection<String> contexts) {
    return String.join(" and ", contexts) + (contexts.size() == 1 ? " follows" : " follow");
  }

  /** Each context with its tables that are written, and the verb to it. */
  private static String are(Crossing crossing, Collection<String> contexts) {
    List<String> parts = new ArrayList<>();
    int tables = 0;
    for (String each : contexts) {
      SortedSet<String> written = crossing.sure().getOrDefault(each, new TreeSet<>());
      tables += written.size();
      parts.add("%s of %s".formatted(Cuts.few(written), each));
    }
    return String.join(" and ", parts) + (tables == 1 ? " is" : " are");
  }

  private static SortedSet<String> foreign(Crossing crossing) {
    SortedSet<String> all = new TreeSet<>();
    crossing
        .sure()
        .forEach(
            (owner, tables) -> {
              if (!owner.equals(crossing.home())) {
                all.addAll(tables);
              }
            });
    return all;
  }

  /** What holds the home and another owner too tightly together; null for nothing. */
  private @Nullable Held held(Crossing crossing) {
    SortedSet<String> own = crossing.sure().get(crossing.home());
    if (own == null) {
      return null;
    }
    for (String table : foreign(crossing)) {
      String same = sameColumns(crossing.home(), table);
      if (!same.isEmpty()) {
        return new Held(boundary.owner(table), same);
      }
      for (String mine : own) {
        String cascade = cascades.between(mine, table);
        if (!cascade.isEmpty()) {
          return new Held(boundary.owner(table), cascade);
        }
      }
    }
    SortedSet<String> others = new TreeSet<>(foreign(crossing));
    others.removeIf(each -> logs.isLog(crossing.transaction(), each));
    if (others.size() > TOO_MANY) {
      return new Held(
          crossing.other(),
          "it changes %d tables of %s: too many to undo one by one"
              .formatted(others.size(), Cuts.few(tight(crossing))));
    }
    for (String owner : tight(crossing)) {
      int both = together.getOrDefault(KeyCuts.sorted(crossing.home(), owner), 0);
      int fewer =
          Math.min(writing.getOrDefault(crossing.home(), 0), writing.getOrDefault(owner, 0));
      if (both >= MANY && both * 2 > fewer) {
        return new Held(
            owner,
            "%d transactions write tables of both %s and %s, of %d that write one of them"
                .formatted(both, crossing.home(), owner, fewer));
      }
    }
    return null;
  }

  /** A row of which both sides change the same columns. */
  private String sameColumns(String home, String table) {
    Map<String, SortedSet<String>> columns = new TreeMap<>();
    boundary
        .accesses(table)
        .forEach(
            (className, accesses) -> {
              for (Access each : accesses) {
                if (each.op() == Operation.UPDATE && each.via() != AccessVia.DIRTY_CHECKING) {
                  each.columns()
                      .forEach(
                          column ->
                              columns
                                  .computeIfAbsent(
                                      boundary.context(className), name -> new TreeSet<>())
                                  .add(column.toLowerCase(Locale.ROOT)));
                }
              }
            });
    SortedSet<String> both = new TreeSet<>(columns.getOrDefault(home, new TreeSet<>()));
    both.retainAll(columns.getOrDefault(boundary.owner(table), new TreeSet<>()));
    both.removeAll(keys.getOrDefault(ContextMap.key(table), Set.of()));
    return both.isEmpty()
        ? ""
        : "%s and %s both change %s.%s"
            .formatted(home, boundary.owner(table), table, Cuts.few(both));
  }
}
