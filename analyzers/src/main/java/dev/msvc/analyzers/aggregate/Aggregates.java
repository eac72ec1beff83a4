package dev.msvc.analyzers.aggregate;

import dev.msvc.analyzers.aggregate.Bonds.Bond;
import dev.msvc.model.Aggregate;
import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The aggregates of a decomposition. */
public final class Aggregates {
  private final ContextMap map;
  private final Entities entities;
  private final Stores stores;
  private final Values values;
  private final Published published;
  private final SortedMap<String, List<Bond>> wholes;
  private final SortedMap<String, List<Bond>> parts = new TreeMap<>();

  private Aggregates(ContextMap map) {
    this.map = map;
    this.entities = new Entities(map);
    this.stores = new Stores(map, entities);
    stores.nameTables();
    this.values = new Values(map, entities);
    this.published = new Published(map, entities, stores);
    this.wholes = Bonds.of(map, entities, stores);
    wholes.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt((Bond each) -> -each.strength()).thenComparing(Bond::part))
        .forEach(each -> parts.computeIfAbsent(each.whole(), k -> new ArrayList<>()).add(each));
  }

  /**
   * Those with most members first; an entity is in several where several remove it. A function of
   * the analysis: the same one gives the same list.
   */
  public static List<Aggregate> of(ContextMap map) {
    Aggregates all = new Aggregates(map);
    return all.entities.all().stream()
        .filter(each -> !all.wholes.containsKey(each))
        .map(all::aggregate)
        .sorted(
            Comparator.comparingInt((Aggregate each) -> -each.members().size())
                .thenComparing(Aggregate::name))
        .toList();
  }

  private Aggregate aggregate(String root) {
    List<String> within = new ArrayList<>(List.of(root));
    List<Part> members = new ArrayList<>(kinds(root));
    Queue<String> open = new ArrayDeque<>(within);
    while (!open.isEmpty()) {
      for (Bond each : parts.getOrDefault(open.remove(), List.of())) {
        if (within.contains(each.part())) {
          continue;
        }
        within.add(each.part());
        open.add(each.part());
        members.add(part(each));
        members.addAll(kinds(each.part()));
      }
    }
    Certainty certainty =
        Stream.concat(Stream.of(entities.certainty(root)), members.stream().map(Part::certainty))
            .max(Comparator.naturalOrder())
            .orElse(Certainty.PARSED);
    SortedSet<String> tables = new TreeSet<>();
    within.forEach(each -> tables.addAll(entities.tables(each)));
    SortedSet<String> contexts = new TreeSet<>();
    within.forEach(each -> contexts.addAll(contexts(each)));
    Part head = head(root);
    return new Aggregate(
        head.name(),
        entities.context(root),
        head,
        members,
        each(within, values::of, true),
        each(within, each -> each.equals(root) ? stores.of(each) : stores.named(each), false),
        each(within, published::of, true),
        List.copyOf(tables),
        List.copyOf(contexts),
        certainty);
  }

  private Part head(String root) {
    String className = first(entities.classes(root));
    return new Part(
        className,
        entities.table(className, root),
        "nothing else holds it as a part",
        entities.place(className, root),
        entities.certainty(root));
  }

  private Part part(Bond bond) {
    String className = first(entities.classes(bond.part()));
    return new Part(
        className,
        entities.table(className, bond.part()),
        bond.why() + others(bond),
        bond.place(),
        bond.certainty());
  }

  private String others(Bond bond) {
    List<String> others =
        wholes.getOrDefault(bond.part(), List.of()).stream()
            .map(Bond::whole)
            .filter(each -> !each.equals(bond.whole()))
            .map(Entities::simple)
            .sorted()
            .toList();
    return others.isEmpty() ? "" : ", as for " + String.join(", ", others);
  }

  /** Mapped classes below one. */
  private List<Part> kinds(String entity) {
    List<Part> all = new ArrayList<>();
    List<String> classes = entities.classes(entity);
    for (String each : classes.isEmpty() ? classes : classes.subList(1, classes.size())) {
      all.add(
          new Part(
              each,
              entities.table(each, entity),
              "is a kind of " + Entities.simple(entity),
              entities.place(each, entity),
              Certainty.PARSED));
    }
    return all;
  }

  private static String first(List<String> names) {
    return names.isEmpty() ? "" : names.get(0);
  }

  /** Where its classes are, and who owns its own tables. */
  private Set<String> contexts(String entity) {
    Set<String> all = new TreeSet<>();
    List<String> classes = entities.classes(entity);
    for (String each : classes) {
      all.add(map.contextOf(each));
      String table = entities.table(each, entity);
      all.add(table.isEmpty() ? "" : map.ownership(table).owner());
    }
    if (classes.isEmpty()) {
      entities.tables(entity).forEach(each -> all.add(map.ownership(each).owner()));
    }
    all.remove("");
    return all;
  }

  /** What they have of something, each class once. */
  private static List<Part> each(
      List<String> within, Function<String, List<Part>> has, boolean sorted) {
    Map<String, Part> all = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    for (String each : within) {
      for (Part part : has.apply(each)) {
        all.putIfAbsent(part.className(), part);
      }
    }
    return List.copyOf(all.values());
  }
}
