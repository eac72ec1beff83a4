package dev.msvc.analyzers.aggregate;

import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Place;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which entity lives and dies with which. */
final class Bonds {
  /** From this strength on the mapping itself says that it is removed with its whole. */
  private static final int REMOVES = 70;

  private static final Set<String> PLAIN_KEYS =
      Set.of("id", "name", "code", "key", "type", "version", "uuid", "seq", "locale", "lang");

  /**
   * What speaks for a whole.
   *
   * @param strength from 1 to 100, to compare with others
   */
  record Bond(
      String whole, String part, String why, int strength, Place place, Certainty certainty) {}

  private final ContextMap map;
  private final Entities entities;
  private final Stores stores;
  private final Map<String, Set<String>> holders = new HashMap<>();
  private final Set<List<String>> many = new HashSet<>();
  private final List<Bond> all = new ArrayList<>();

  private Bonds(ContextMap map, Entities entities, Stores stores) {
    this.map = map;
    this.entities = entities;
    this.stores = stores;
  }

  /**
   * The bonds of each part that has a whole, the strongest first; without cycles. Several only
   * where each of them removes it: then a row of it is a part of one of these.
   */
  static SortedMap<String, List<Bond>> of(ContextMap map, Entities entities, Stores stores) {
    Bonds bonds = new Bonds(map, entities, stores);
    bonds.hold();
    map.facts().relations().forEach(bonds::relation);
    map.facts().tables().forEach(bonds::keys);
    bonds.sameKeys();
    return bonds.strongest();
  }

  private void hold() {
    for (RelationFact each : map.facts().relations()) {
      String whole = entities.of(each.className());
      String part = entities.of(each.target());
      if (whole != null && part != null && each.kind() == RelationFact.Kind.ENTITY) {
        holders.computeIfAbsent(part, name -> new TreeSet<>()).add(whole);
        if (each.many()) {
          many.add(List.of(whole, part));
        }
      }
    }
  }

  /** Whether nobody else holds it, and nobody finds it by itself. */
  private boolean isNobodyElses(String part, String whole) {
    Set<String> others = new HashSet<>(holders.getOrDefault(part, Set.of()));
    others.remove(whole);
    others.remove(part);
    return others.isEmpty() && !stores.has(part);
  }

  private void relation(RelationFact each) {
    String whole = entities.of(each.className());
    String part = entities.of(each.target());
    if (whole == null
        || part == null
        || each.kind() != RelationFact.Kind.ENTITY
        // what removes one kind of several leaves the others alone
        || !entities.isWhole(each.target())
        // what the other side holds several of is its part, or both are equals
        || many.contains(List.of(part, whole))) {
      return;
    }
    String property = Entities.simple(each.className()) + "." + each.property();
    boolean linked = each.owning() && !each.table().isEmpty();
    if (each.orphans()) {
      add(
          each,
          whole,
          part,
          property + " holds it, and taking it out removes it",
          each.many() ? 90 : 70);
    } else if (each.removes()) {
      String why = property + " holds it, and it is removed with it";
      if (each.many() ? !linked : !each.owning()) {
        add(each, whole, part, why, each.many() ? 80 : 75);
      } else if (isNobodyElses(part, whole)) {
        // also what people write who mean something else
        add(each, whole, part, why + "; nobody else does", each.many() ? 60 : 40);
      }
    } else if (each.saves() && each.many() && !linked && isNobodyElses(part, whole)) {
      add(each, whole, part, property + " holds and saves it; nobody else does", 50);
    }
  }

  private void add(RelationFact each, String whole, String part, String why, int strength) {
    Certainty certainty = strength >= REMOVES ? Certainty.PARSED : Certainty.INFERRED;
    add(new Bond(whole, part, why, strength, each.place(), certainty));
  }

  private void add(Bond bond) {
    if (!bond.whole().equals(bond.part())) {
      all.add(bond);
    }
  }

  /** A row whose key holds that of another row is a part of it, where it links not several. */
  private void keys(TableFact table) {
    String part = entities.ofTable(table.name());
    Set<String> primary = primary(table);
    if (part == null || primary.isEmpty()) {
      return;
    }
    Set<String> identified = new TreeSet<>();
    List<ForeignKey> within = new ArrayList<>();
    for (ForeignKey each : table.foreignKeys()) {
      Set<String> columns = keys(each.columns());
      if (!columns.isEmpty() && primary.containsAll(columns)) {
        within.add(each);
        identified.add(ContextMap.key(each.references()));
      }
    }
    if (identified.size() == 1) {
      ForeignKey key = within.get(0);
      String whole = entities.ofTable(key.references());
      if (whole != null) {
        boolean same = keys(key.columns()).equals(primary);
        String why =
            "the key of %s %s that of %s"
                .formatted(table.name(), same ? "is" : "holds", key.references());
        Certainty certainty =
            key.certainty() == Certainty.GUESSED ? Certainty.GUESSED : Certainty.INFERRED;
        add(new Bond(whole, part, why, same ? 25 : 30, key.place(), certainty));
      }
    } else if (identified.isEmpty() && Entities.isTable(part)) {
      throughWhole(table, part);
    }
  }

  /** A row that refers to one other, and that is written only by those who write that. */
  private void throughWhole(TableFact table, String part) {
    SortedSet<String> wholes = new TreeSet<>();
    for (ForeignKey each : table.foreignKeys()) {
      String whole = entities.ofTable(each.references());
      if (whole != null && !whole.equals(part) && !stores.writers(whole).isEmpty()) {
        wholes.add(whole);
      }
    }
    if (wholes.size() == 1 && !stores.has(part)) {
      String whole = wholes.first();
      Set<String> writers = stores.writers(part);
      if (!writers.isEmpty() && stores.writers(whole).containsAll(writers)) {
        String why =
            "it refers to no other table that is written, and only those who write that one write it";
        add(new Bond(whole, part, why, 20, entities.place("", part), Certainty.GUESSED));
      }
    }
  }

  /** Where the schema says nothing of who refers to whom, names of key columns do. */
  private void sameKeys() {
    Map<String, List<TableFact>> bySingleKey = new TreeMap<>();
    List<TableFact> alone = new ArrayList<>();
    for (TableFact each : map.facts().tables()) {
      String entity = entities.ofTable(each.name());
      if (entity != null && Entities.isTable(entity)) {
        alone.add(each);
        Set<String> primary = primary(each);
        if (primary.size() == 1 && !PLAIN_KEYS.containsAll(primary)) {
          bySingleKey.computeIfAbsent(primary.iterator().next(), k -> new ArrayList<>()).add(each);
        }
      }
    }
    for (TableFact each : alone) {
      if (!each.foreignKeys().isEmpty()) {
        continue;
      }
      Set<String> primary = primary(each);
      List<TableFact> wholes = new ArrayList<>();
      for (String column : primary) {
        bySingleKey.getOrDefault(column, List.of()).stream()
            .filter(other -> isWhole(other, each, column, primary.size()))
            .forEach(wholes::add);
      }
      if (wholes.size() == 1) {
        TableFact whole = wholes.get(0);
        String why =
            "the key of %s %s that of %s, by the names of the columns"
                .formatted(each.name(), primary.size() == 1 ? "is" : "holds", whole.name());
        guess(whole, each, why);
      }
    }
  }

  private boolean isWhole(TableFact whole, TableFact part, String column, int columns) {
    if (whole.name().equals(part.name())) {
      return false;
    }
    if (columns > 1) {
      return true;
    }
    // both have the same key: that one is the whole after which it is called
    String entity = entities.ofTable(whole.name());
    String other = entities.ofTable(part.name());
    String plain = column.replace("_", "");
    if (entity == null || other == null) {
      return false;
    }
    boolean called =
        plain.startsWith(entities.word(entity)) && !plain.startsWith(entities.word(other));
    // or that one that has a store, which writes both
    boolean stored =
        stores.has(entity)
            && !stores.has(other)
            && !stores.writers(other).isEmpty()
            && stores.writers(entity).containsAll(stores.writers(other));
    return called || stored;
  }

  private void guess(TableFact whole, TableFact part, String why) {
    String one = entities.ofTable(whole.name());
    String other = entities.ofTable(part.name());
    if (one != null && other != null) {
      add(new Bond(one, other, why, 10, entities.place("", other), Certainty.GUESSED));
    }
  }

  private static Set<String> primary(TableFact table) {
    return keys(table.primaryKey());
  }

  private static Set<String> keys(List<String> columns) {
    Set<String> keys = new TreeSet<>();
    columns.forEach(each -> keys.add(ContextMap.key(each)));
    return keys;
  }

  private SortedMap<String, List<Bond>> strongest() {
    all.sort(
        Comparator.comparingInt((Bond each) -> -each.strength())
            .thenComparing(each -> !isWithin(each))
            .thenComparing(Bond::part)
            .thenComparing(Bond::whole)
            .thenComparing(Bond::why));
    SortedMap<String, List<Bond>> wholes = new TreeMap<>();
    for (Bond each : all) {
      List<Bond> others = wholes.getOrDefault(each.part(), List.of());
      boolean more = others.isEmpty() || each.strength() >= REMOVES;
      boolean known = others.stream().anyMatch(other -> other.whole().equals(each.whole()));
      if (more && !known && !isAbove(wholes, each.part(), each.whole())) {
        wholes.computeIfAbsent(each.part(), name -> new ArrayList<>()).add(each);
      }
    }
    return wholes;
  }

  private boolean isWithin(Bond bond) {
    return entities.context(bond.whole()).equals(entities.context(bond.part()));
  }

  private static boolean isAbove(SortedMap<String, List<Bond>> wholes, String entity, String of) {
    Deque<String> open = new ArrayDeque<>(List.of(of));
    Set<String> met = new HashSet<>();
    while (!open.isEmpty()) {
      String at = open.remove();
      if (at.equals(entity)) {
        return true;
      }
      if (met.add(at)) {
        wholes.getOrDefault(at, List.of()).forEach(each -> open.add(each.whole()));
      }
    }
    return false;
  }
}
