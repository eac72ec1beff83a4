package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.Join;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Statements that name tables of several owners. */
final class JoinCuts {
  private static final int NAMED = 6;

  private record Site(String className, String method, Place place) {}

  private JoinCuts() {}

  static List<Cut> of(Boundary boundary) {
    Map<Site, List<Access>> sites = new HashMap<>();
    for (Access each : boundary.facts().accesses()) {
      sites
          .computeIfAbsent(
              new Site(each.className(), each.method(), each.place()), site -> new ArrayList<>())
          .add(each);
    }
    List<Cut> cuts = new ArrayList<>();
    for (Join join : boundary.facts().joins()) {
      List<Access> here =
          sites.getOrDefault(new Site(join.className(), join.method(), join.place()), List.of());
      boolean once = !here.isEmpty() && here.stream().allMatch(Access::isMigration);
      SortedMap<String, SortedSet<String>> owners = boundary.byOwner(join.tables());
      if (owners.size() > 1 && !join.className().isEmpty() && !once) {
        cuts.add(cut(boundary, join, owners, here));
      }
    }
    return cuts;
  }

  private static Cut cut(
      Boundary boundary,
      Join join,
      SortedMap<String, SortedSet<String>> owners,
      List<Access> here) {
    String from = Boundary.home(boundary.context(join.className()), owners);
    String to = Boundary.most(owners, from);
    TreeSet<String> written = new TreeSet<>();
    Certainty certainty = Certainty.PARSED;
    for (Access each : here) {
      if (join.tables().contains(each.table())) {
        certainty = certainty.compareTo(each.certainty()) < 0 ? each.certainty() : certainty;
        if (each.op().writes()) {
          written.add(each.table());
        }
      }
    }
    TreeSet<String> foreign = new TreeSet<>(join.tables());
    foreign.removeIf(each -> boundary.owner(each).equals(from) || boundary.owner(each).isEmpty());
    String method = Cuts.method(Cuts.simple(join.className()), join.method());
    boolean writes = !written.isEmpty();
    String advice =
        writes
            ? "read %s through the interface of its owner first, then write the own table alone"
                .formatted(Cuts.few(foreign))
            : "ask %s by id for what it needs of %s, or keep a copy that its events refresh"
                .formatted(to, Cuts.few(foreign));
    return new Cut(
        "join/%s/%s".formatted(Cuts.method(join.className(), join.method()), names(join.tables())),
        CutKind.JOIN,
        from,
        to,
        List.copyOf(owners.keySet()),
        method + ": " + Cuts.few(foreign),
        writes
            ? "%s writes %s and reads %s of other owners in one statement"
                .formatted(method, Cuts.few(written), Cuts.few(foreign))
            : "%s joins %s of %s with tables of %s"
                .formatted(method, Cuts.few(foreign), Cuts.few(others(owners, from)), from),
        advice,
        null,
        "",
        join.tables(),
        List.of(),
        List.of(Cuts.method(join.className(), join.method())),
        join.text(),
        Cuts.hurts(writes ? 62 : 38, foreign.size(), certainty),
        List.of(join.place()),
        certainty);
  }

  private static SortedSet<String> others(
      SortedMap<String, SortedSet<String>> owners, String from) {
    TreeSet<String> all = new TreeSet<>(owners.keySet());
    all.remove(from);
    return all;
  }

  /** Of very many only the first: the id is read by people. */
  private static String names(List<String> tables) {
    List<String> keys = tables.stream().map(ContextMap::key).sorted().toList();
    return keys.size() <= NAMED
        ? String.join("+", keys)
        : String.join("+", keys.subList(0, NAMED)) + "+" + (keys.size() - NAMED);
  }
}
