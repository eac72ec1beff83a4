package dev.msvc.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a system that is as good as not seen: many types say by their names that they do it,
 * and nearly none of them is seen to, as where a framework of its own does.
 *
 * @param types those that say so, sorted by name
 * @param seen how many of those are seen to do it
 */
public record Unseen(Part part, List<TypeFact> types, int seen) {
  /** Fewer types tell nothing. */
  private static final int ENOUGH = 5;

  /** So many times more say it than are seen to do it. */
  private static final int NEARLY_NONE = 10;

  /** So many times more say it than types of any name are seen to do it. */
  private static final int FEW = 5;

  /** Words with other meanings count where one type of so many has one. */
  private static final int COMMON = 20;

  private static final Pattern STORES =
      Pattern.compile(".*(?:Repository|Repo|D[Aa][Oo])(?:Impl|Bean|Jpa|Custom)?");
  private static final Pattern ANSWERS = Pattern.compile(".*(?:Controller|Servlet)(?:Impl|Bean)?");
  private static final Pattern MAY_ANSWER =
      Pattern.compile(".*(?:Resource|Endpoint|Action|Processor)(?:Impl|Bean)?");
  private static final Set<EntryPointKind> BY_ITSELF =
      EnumSet.of(EntryPointKind.MAIN, EntryPointKind.SCHEDULE, EntryPointKind.BATCH);

  private static final int NAMES = 2;

  public Unseen {
    types = List.copyOf(types);
  }

  /** What is not seen. */
  public enum Part {
    STORES("what stores data", "touches a table", "tables and transactions"),
    ANSWERS("what answers requests", "has an entry point", "entry points");

    private final String what;
    private final String does;
    private final String restsOnIt;

    Part(String what, String does, String restsOnIt) {
      this.what = what;
      this.does = does;
      this.restsOnIt = restsOnIt;
    }
  }

  /** Which parts of a system are as good as not seen; none where that is not so. */
  public static List<Unseen> of(Facts facts) {
    List<TypeFact> types =
        facts.types().stream()
            .filter(TypeFact::isTopLevel)
            .filter(each -> each.kind() == TypeKind.CLASS || each.kind() == TypeKind.INTERFACE)
            .toList();
    List<Unseen> all = new ArrayList<>();
    Set<String> touching =
        topLevel(
            facts,
            facts.accesses().stream().filter(each -> !each.isMigration()).map(Access::className));
    add(all, Part.STORES, named(types, STORES), touching);
    Set<String> asked =
        topLevel(
            facts,
            facts.entryPoints().stream()
                .filter(each -> !BY_ITSELF.contains(each.kind()))
                .map(EntryPoint::className));
    List<TypeFact> answering = named(types, ANSWERS);
    List<TypeFact> more = named(types, MAY_ANSWER);
    boolean common = asked.isEmpty() && more.size() * COMMON >= types.size();
    add(
        all,
        Part.ANSWERS,
        common
            ? Stream.concat(answering.stream(), more.stream())
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList()
            : answering,
        asked);
    return all;
  }

  private static void add(List<Unseen> to, Part part, List<TypeFact> types, Set<String> doing) {
    int seen = (int) types.stream().filter(each -> doing.contains(each.name())).count();
    if (types.size() >= ENOUGH
        && seen * NEARLY_NONE <= types.size()
        && doing.size() * FEW <= types.size()) {
      to.add(new Unseen(part, types, seen));
    }
  }

  private static List<TypeFact> named(List<TypeFact> types, Pattern name) {
    return types.stream().filter(each -> name.matcher(each.simpleName()).matches()).toList();
  }

  private static Set<String> topLevel(Facts facts, Stream<String> names) {
    Set<String> all = names.collect(Collectors.toCollection(TreeSet::new));
    all.remove("");
    Set<String> nested = new TreeSet<>();
    for (TypeFact each : facts.types()) {
      if (!each.isTopLevel() && all.remove(each.name())) {
        nested.add(each.topLevel());
      }
    }
    all.addAll(nested);
    return all;
  }

  /** In a sentence, with how many and some of them. */
  public String sentence() {
    String what = part.what;
    return "%s is not seen: of %s such as %s %s %s"
        .formatted(
            Character.toUpperCase(what.charAt(0)) + what.substring(1),
            Counted.of(types.size(), "type", "types"),
            types.stream()
                .limit(NAMES)
                .map(TypeFact::simpleName)
                .collect(Collectors.joining(" and ")),
            seen == 0 ? "none" : "%,d".formatted(seen),
            part.does);
  }

  /** All of them in one, and what follows; empty for none. */
  public static String sentences(List<Unseen> all) {
    return all.isEmpty()
        ? ""
        : all.stream().map(Unseen::sentence).collect(Collectors.joining(". "))
            + ". Do not rely on what is said of %s: where none is seen, there may be some."
                .formatted(
                    all.size() > 1
                        ? "tables, transactions and entry points"
                        : all.get(0).part.restsOnIt);
  }

  /** Where it is listed among what was not understood: at the first of its types. */
  public Unread unread() {
    Place place = types.get(0).place();
    return new Unread(
        place.file(),
        place.line(),
        "%s: do not rely on what is said of %s".formatted(sentence(), part.restsOnIt));
  }
}
