package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.Metric;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Published metrics of a decomposition, each with its variant, and what they warn of. */
public final class Metrics {
  private static final String FSE = "Mono2Micro, FSE 2021";
  private static final String CARGO = "Nitin et al., CARGO, ASE 2022";
  private static final String OWN = "own";
  private static final int NANO = 5;

  private Metrics() {}

  /** Figures of the whole first, then those of each context. */
  public static List<Metric> of(ContextMap map) {
    List<Metric> all = new ArrayList<>();
    if (map.decomposition().contexts().isEmpty()) {
      return all;
    }
    data(map, all);
    Partition partition = partition(map);
    structure(partition, all);
    warnings(map, all);
    for (BoundedContext each : map.decomposition().contexts()) {
      if (!each.classes().isEmpty()) {
        add(all, "cohesion", "", each.name(), partition.cohesion(each.name()), COHESION, FSE);
      }
      add(all, "coupling", "", each.name(), each.coupling().share(), COUPLING, OWN);
    }
    return all;
  }

  private static final String COHESION =
      "pairs of its classes that refer to each other, by the square of its size; more is better";
  private static final String COUPLING =
      "share of its references that cross its boundary; less is better";

  private static void add(
      List<Metric> all,
      String name,
      String variant,
      String context,
      double value,
      String meaning,
      String source) {
    all.add(new Metric(name, variant, context, value, meaning, source));
  }

  private static Partition partition(ContextMap map) {
    SortedMap<String, String> groups = new TreeMap<>();
    for (BoundedContext context : map.decomposition().contexts()) {
      context.classes().forEach(each -> groups.put(each, context.name()));
    }
    List<Partition.Edge> edges = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      edges.add(new Partition.Edge(each.from(), each.to(), each.count()));
    }
    return new Partition(groups, edges);
  }

  private static void structure(Partition p, List<Metric> all) {
    String icp = "share of references between classes of contexts that cross; less is better";
    String sm = "cohesion inside less coupling between contexts; more is better";
    String ifn = "interfaces a context, on average; less is better";
    String ned = "share that is not of 5 to 20 classes; less is better";
    add(all, "ICP", "fse", "", p.icpOfLogs(), icp + "; each weighs 1 + ln(count)", FSE);
    add(all, "ICP", "cargo", "", p.icpOfVolumes(), icp + "; each weighs its count", CARGO);
    add(all, "ICP", "edges", "", p.icpOfEdges(), icp + "; each pair of classes weighs 1", OWN);
    add(all, "SM", "fse-code", "", p.smOfCode(), sm + "; pairs, coupling not halved", FSE);
    add(all, "SM", "paper", "", p.smOfPaper(), sm + "; pairs, as printed", FSE);
    add(all, "SM", "directed", "", p.smDirected(), sm + "; directed references", FSE);
    add(all, "IFN", "fse-code", "", p.ifnOfPairs(), ifn + "; pairs of classes that cross", FSE);
    add(all, "IFN", "classes", "", p.ifnOfClasses(), ifn + "; classes that others use", FSE);
    add(all, "NED", "fse", "", p.nedOfClasses(), ned + "; of classes", FSE);
    add(all, "NED", "services", "", p.nedOfGroups(), ned + " (20 not); of contexts", FSE);
    add(
        all,
        "MQ",
        "turbo",
        "",
        p.modularisation(),
        "sum over contexts of inside against leaving references; more is better",
        "Mitchell and Mancoridis, TurboMQ");
  }

  private static void data(ContextMap map, List<Metric> all) {
    double entropies = 0;
    double purities = 0;
    int tables = 0;
    for (TableFact table : map.facts().tables()) {
      SortedMap<String, SortedSet<String>> users = new TreeMap<>();
      for (Access each : map.accesses(table.name())) {
        if (!each.className().isEmpty() && !each.isMigration()) {
          String type = map.topLevel(each.className());
          users.computeIfAbsent(map.contextOf(type), name -> new TreeSet<>()).add(type);
        }
      }
      List<Integer> counts = users.values().stream().map(SortedSet::size).toList();
      int sum = counts.stream().mapToInt(Integer::intValue).sum();
      if (sum > 0) {
        tables++;
        entropies += entropy(counts);
        String owner = map.ownership(table.name()).owner();
        purities += users.getOrDefault(owner, new TreeSet<>()).size() / (double) sum;
      }
    }
    add(
        all,
        "DTP",
        "cargo-code",
        "",
        tables == 0 ? Double.NaN : entropies / tables,
        "entropy (nats) of the contexts of the classes that use a table, mean over tables; those"
            + " of no context count as one; 0 is pure; one context for all is, too",
        CARGO);
    add(
        all,
        "data purity",
        "owner",
        "",
        tables == 0 ? Double.NaN : purities / tables,
        "share of the classes that use a table that are of its owner, mean over tables; 1 is pure",
        OWN);
  }

  /** Shannon's, with the natural logarithm. */
  static double entropy(List<Integer> counts) {
    double sum = counts.stream().mapToInt(Integer::intValue).sum();
    double entropy = 0;
    for (int each : counts) {
      entropy -= each == 0 ? 0 : each / sum * Math.log(each / sum);
    }
    return entropy;
  }

  private static void warnings(ContextMap map, List<Metric> all) {
    SortedMap<String, SortedSet<String>> calls = new TreeMap<>();
    int crossing = 0;
    int every = 0;
    for (Dependency each : map.decomposition().dependencies()) {
      int count = each.kinds().getOrDefault(ReferenceKind.CALL, 0);
      String from = map.contextOf(each.from());
      String to = map.contextOf(each.to());
      if (count > 0 && !from.isEmpty() && !to.isEmpty()) {
        every += count;
        if (!from.equals(to)) {
          crossing += count;
          calls.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        }
      }
    }
    add(
        all,
        "distributed monolith",
        "calls",
        "",
        every == 0 ? Double.NaN : (double) crossing / every,
        "share of the calls between classes of contexts that cross a boundary; less is better",
        OWN);
    SortedSet<String> cyclic = cyclic(calls);
    add(
        all,
        "distributed monolith",
        "cycles",
        "",
        cyclic.size(),
        "contexts in cycles of calls, that go live only together"
            + (cyclic.isEmpty() ? "" : ": " + Cuts.few(cyclic)),
        OWN);
    List<String> nano =
        map.decomposition().contexts().stream()
            .filter(each -> each.classes().size() < NANO && each.tables().isEmpty())
            .map(BoundedContext::name)
            .toList();
    add(
        all,
        "nano-services",
        "",
        "",
        nano.size(),
        "contexts with fewer than 5 classes and no table"
            + (nano.isEmpty() ? "" : ": " + Cuts.few(nano)),
        OWN);
    List<String> gods =
        map.decomposition().mustSplit().stream()
            .map(each -> Cuts.simple(each.className()))
            .toList();
    add(
        all,
        "god classes",
        "",
        "",
        gods.size(),
        "classes that do the work of several contexts"
            + (gods.isEmpty() ? "" : ": " + Cuts.few(gods)),
        OWN);
  }

  /** Those that reach themselves. */
  private static SortedSet<String> cyclic(SortedMap<String, SortedSet<String>> calls) {
    SortedSet<String> found = new TreeSet<>();
    for (String start : calls.keySet()) {
      SortedSet<String> seen = new TreeSet<>();
      List<String> open = new ArrayList<>(calls.getOrDefault(start, new TreeSet<>()));
      while (!open.isEmpty()) {
        String next = open.remove(open.size() - 1);
        if (seen.add(next)) {
          open.addAll(calls.getOrDefault(next, new TreeSet<>()));
        }
      }
      if (seen.contains(start)) {
        found.add(start);
      }
    }
    return found;
  }
}
