package dev.msvc.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An analysis to be asked: where a class sits, who touches a table, what couples two contexts. */
public final class ContextMap {
  /** Tables that code writes, from which on missing transactions tell something. */
  private static final int MANY_WRITTEN = 10;

  private static final Ownership NOBODY = new Ownership("", List.of(), "");

  private final Analysis analysis;
  private final Map<String, TypeFact> types = new HashMap<>();
  private final Map<String, String> contexts = new HashMap<>();
  private final Map<String, Placement> placements = new HashMap<>();
  private final Map<String, Unplaced> unplaced = new HashMap<>();
  private final Map<String, Ownership> owners = new HashMap<>();
  private final Map<String, List<Access>> accesses = new HashMap<>();
  private final Map<String, List<EntryPoint>> entryPoints = new HashMap<>();
  private final Set<String> mapped = new HashSet<>();
  private final Map<String, TableFact> tables = new HashMap<>();
  private final List<Unseen> unseen;

  public ContextMap(Analysis analysis) {
    this.analysis = analysis;
    this.unseen = Unseen.of(analysis.facts());
    Decomposition decomposition = analysis.decomposition();
    analysis.facts().types().forEach(type -> types.put(type.name(), type));
    for (BoundedContext context : decomposition.contexts()) {
      context.classes().forEach(name -> place(name, context.name(), Placement.CONTEXT));
    }
    placeAll(decomposition.shared(), Placement.SHARED);
    placeAll(decomposition.mustSplit(), Placement.MUST_SPLIT);
    placeAll(decomposition.technical(), Placement.TECHNICAL);
    decomposition.owners().forEach((table, owner) -> owners.put(key(table), owner));
    for (Access access : analysis.facts().accesses()) {
      accesses.computeIfAbsent(key(access.table()), table -> new ArrayList<>()).add(access);
    }
    analysis.facts().tables().forEach(each -> tables.put(key(each.name()), each));
    analysis.facts().mappings().forEach(each -> mapped.add(key(each.table())));
    for (EntryPoint entry : analysis.facts().entryPoints()) {
      entryPoints
          .computeIfAbsent(contextOf(entry.className()), name -> new ArrayList<>())
          .add(entry);
    }
  }

  private void place(String className, String context, Placement placement) {
    contexts.put(className, context);
    placements.put(className, placement);
  }

  private void placeAll(List<Unplaced> classes, Placement placement) {
    for (Unplaced each : classes) {
      place(each.className(), "", placement);
      unplaced.put(each.className(), each);
    }
  }

  public Analysis analysis() {
    return analysis;
  }

  public Facts facts() {
    return analysis.facts();
  }

  public Decomposition decomposition() {
    return analysis.decomposition();
  }

  /** A table's name as it is compared: without case and quotes. */
  public static String key(String table) {
    boolean same = true;
    for (int i = 0; i < table.length() && same; i++) {
      char c = table.charAt(i);
      same = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }
    if (same) {
      return table;
    }
    StringBuilder key = new StringBuilder(table.length());
    for (int i = 0; i < table.length(); i++) {
      char c = table.charAt(i);
      if (c != '"' && c != '`' && c != '[' && c != ']') {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  public @Nullable TypeFact type(String name) {
    return types.get(name);
  }

  /** The top-level type around a type; the same name where the type is not known. */
  public String topLevel(String className) {
    TypeFact type = types.get(className);
    return type == null ? className : type.topLevel();
  }

  /** Name of the context that a class, perhaps nested, belongs to; empty for none. */
  public String contextOf(String className) {
    return contexts.getOrDefault(topLevel(className), "");
  }

  /** Which of the four lists a class, perhaps nested, is in; null where it is in none. */
  public @Nullable Placement placementOf(String className) {
    return placements.get(topLevel(className));
  }

  /** Why a class belongs to no context; null where it belongs to one. */
  public @Nullable Unplaced unplaced(String className) {
    return unplaced.get(topLevel(className));
  }

  public @Nullable BoundedContext context(String name) {
    for (BoundedContext context : decomposition().contexts()) {
      if (context.name().equals(name)) {
        return context;
      }
    }
    return null;
  }

  /** Who owns and writes a table; nobody where that is not known. */
  public Ownership ownership(String table) {
    return owners.getOrDefault(key(table), NOBODY);
  }

  /** Accesses of a table, in the order of the facts. */
  public List<Access> accesses(String table) {
    return Collections.unmodifiableList(accesses.getOrDefault(key(table), List.of()));
  }

  /** Whether code reads, writes or maps a table, be it through views, routines and triggers. */
  public boolean isTouched(TableFact table) {
    return !table.entities().isEmpty()
        || mapped.contains(key(table.name()))
        || !table.linkedBy().isEmpty()
        || accesses(table.name()).stream()
            .anyMatch(access -> !access.className().isEmpty() && !access.isMigration());
  }

  /**
   * Whether a table keeps rows, as far as can be told: no view, and one that schema files or
   * mappings show. Where there are no schema files, each is believed that a statement names.
   */
  public boolean hasRows(TableFact table) {
    return switch (table.kind()) {
      case TABLE, COLLECTION -> true;
      case VIEW, MATERIALIZED_VIEW -> false;
      case UNDEFINED ->
          !table.entities().isEmpty()
              || !table.linkedBy().isEmpty()
              || facts().tables().stream().noneMatch(each -> each.kind() == TableKind.TABLE);
    };
  }

  /** Those of the tables that a context owns that keep rows, sorted. */
  public List<String> tablesWithRows(BoundedContext context) {
    return context.tables().stream()
        .filter(
            each -> {
              TableFact table = tables.get(key(each));
              return table == null || hasRows(table);
            })
        .toList();
  }

  /** The views that a context owns, sorted. */
  public List<String> views(BoundedContext context) {
    return context.tables().stream()
        .filter(
            each -> {
              TableFact table = tables.get(key(each));
              return table != null
                  && (table.kind() == TableKind.VIEW
                      || table.kind() == TableKind.MATERIALIZED_VIEW);
            })
        .toList();
  }

  /**
   * Whether a context keeps rows: it owns a table that it writes, be it by a class that must be
   * split and has most to do with it, or that nobody is seen to write.
   */
  public boolean keepsRows(BoundedContext context) {
    return tablesWithRows(context).stream()
        .anyMatch(
            table -> {
              List<Access> writes =
                  accesses(table).stream()
                      .filter(each -> each.op().writes() && !each.isMigration())
                      .filter(each -> !each.className().isEmpty())
                      .toList();
              return writes.isEmpty()
                  || writes.stream()
                      .anyMatch(each -> nearest(each.className()).equals(context.name()));
            });
  }

  /** Name of the context of a class, or of the one that it has most to do with; empty for none. */
  public String nearest(String className) {
    Unplaced apart = unplaced(className);
    return apart == null ? contextOf(className) : apart.nearest();
  }

  /** Types that read a table. */
  public SortedSet<String> readers(String table) {
    return classes(table, false);
  }

  /** Types that write a table. */
  public SortedSet<String> writers(String table) {
    return classes(table, true);
  }

  private SortedSet<String> classes(String table, boolean writes) {
    SortedSet<String> found = new TreeSet<>();
    for (Access access : accesses(table)) {
      if (access.op().writes() == writes && !access.className().isEmpty()) {
        found.add(access.className());
      }
    }
    return found;
  }

  /** Entry points of a context; those of no context for the empty name. */
  public List<EntryPoint> entryPoints(String context) {
    return Collections.unmodifiableList(entryPoints.getOrDefault(context, List.of()));
  }

  /** Contexts that own a table that a transaction reads or writes. */
  public SortedSet<String> contextsOf(TransactionFact transaction) {
    SortedSet<String> owning = new TreeSet<>();
    transaction.reads().forEach(table -> owning.add(ownership(table).owner()));
    transaction.writes().forEach(table -> owning.add(ownership(table).owner()));
    owning.remove("");
    return owning;
  }

  /**
   * Tables that more than one context writes, or another than their owner, worst first: most
   * writing contexts, then most such writes.
   */
  public List<TableFact> contestedTables() {
    List<TableFact> contested = new ArrayList<>();
    for (TableFact table : facts().tables()) {
      List<String> writers = ownership(table.name()).writers();
      if (writers.size() > 1 || foreignWrites(table.name()) > 0) {
        contested.add(table);
      }
    }
    contested.sort(
        comparingInt((TableFact table) -> -ownership(table.name()).writers().size())
            .thenComparingInt(table -> -foreignWrites(table.name()))
            .thenComparing(TableFact::name));
    return contested;
  }

  /** How many of the tables that code writes are written in a transaction that is seen. */
  public Share writtenInTransactions() {
    Set<String> written = new HashSet<>();
    for (Access each : facts().accesses()) {
      if (each.op().writes() && !each.isMigration()) {
        written.add(key(each.table()));
      }
    }
    Set<String> seen = new HashSet<>();
    for (TransactionFact each : facts().transactions()) {
      each.writes().forEach(table -> seen.add(key(table)));
    }
    seen.retainAll(written);
    return new Share(seen.size(), written.size());
  }

  /** Whether so few are that what transactions tie together is not known. */
  public boolean hidesTransactions() {
    Share share = writtenInTransactions();
    return share.all() >= MANY_WRITTEN && share.read() * 4 < share.all();
  }

  /** That transactions are not known, in a sentence; empty where they are. */
  public String hiddenTransactions() {
    Share share = writtenInTransactions();
    return hidesTransactions()
        ? "Which transactions cross is not known: %d of %d written tables are in one that is seen"
            .formatted(share.read(), share.all())
        : "";
  }

  /** What is as good as not seen, each in a sentence; none where all is. */
  public List<String> notSeen() {
    return Stream.concat(unseen.stream().map(Unseen::sentence), Stream.of(hiddenTransactions()))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Parts of the system that are as good as not seen; none where that is not so. */
  public List<Unseen> unseen() {
    return unseen;
  }

  /** Whether a part of the system is as good as not seen. */
  public boolean isUnseen(Unseen.Part part) {
    return unseen.stream().anyMatch(each -> each.part() == part);
  }

  /**
   * How many writes of a table are made by others than its owner; none of a table that is nobody's
   * and that one context alone writes.
   */
  public int foreignWrites(String table) {
    String owner = ownership(table).owner();
    if (owner.isEmpty() && ownership(table).writers().size() == 1) {
      return 0;
    }
    int writes = 0;
    for (Access access : accesses(table)) {
      String context = contextOf(access.className());
      boolean foreign = !context.isEmpty() && !context.equals(owner);
      if (access.op().writes() && foreign && !access.isMigration()) {
        writes++;
      }
    }
    return writes;
  }

  /** What one context uses of another, for each pair, heaviest first. */
  public List<Coupling> couplings() {
    Map<List<String>, int[]> sums = new TreeMap<>(comparing(pair -> String.join("\n", pair)));
    for (Dependency dependency : decomposition().dependencies()) {
      add(sums, contextOf(dependency.from()), contextOf(dependency.to()), 0, dependency.count());
    }
    for (Access access : facts().accesses()) {
      if (access.isMigration()) {
        continue;
      }
      String owner = ownership(access.table()).owner();
      add(sums, contextOf(access.className()), owner, access.op().writes() ? 2 : 1, 1);
    }
    List<Coupling> couplings = new ArrayList<>();
    sums.forEach(
        (pair, sum) ->
            couplings.add(new Coupling(pair.get(0), pair.get(1), sum[0], sum[1], sum[2])));
    couplings.sort(
        comparingInt((Coupling coupling) -> -coupling.weight())
            .thenComparing(Coupling::from)
            .thenComparing(Coupling::to));
    return couplings;
  }

  private static void add(
      Map<List<String>, int[]> sums, String from, String to, int which, int count) {
    if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
      sums.computeIfAbsent(List.of(from, to), pair -> new int[3])[which] += count;
    }
  }

  /** Where a top-level type was put. */
  public enum Placement {
    CONTEXT,
    SHARED,
    MUST_SPLIT,
    TECHNICAL
  }

  /**
   * What one context uses of another.
   *
   * @param references from classes to classes
   * @param reads accesses that read tables of the other
   * @param writes accesses that write tables of the other
   */
  public record Coupling(String from, String to, int references, int reads, int writes) {
    /** References and accesses together, each as one. */
    public int weight() {
      return references + reads + writes;
    }
  }
}
