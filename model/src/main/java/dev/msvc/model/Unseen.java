package dev.msvc.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a system that is as good as not seen, as where a framework of its own does it: many
 * types say by their names that they do it, and nearly none of them is seen to; or of many tables
 * code is seen to touch nearly none.
 *
 * @param sentence with how many and some of them
 * @param place of the first of them
 */
public record Unseen(Part part, String sentence, Place place) {
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

  /** Of fewer tables another system may use all. */
  private static final int MANY_TABLES = 10;

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
    if (all.isEmpty()) {
      untouched(facts).ifPresent(all::add);
    }
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
      to.add(new Unseen(part, sentence(part, types, seen), types.get(0).place()));
    }
  }

  /** Where code is seen to touch nearly none of many tables. */
  private static Optional<Unseen> untouched(Facts facts) {
    List<TableFact> tables =
        facts.tables().stream()
            .filter(each -> each.kind() == TableKind.TABLE && !each.places().isEmpty())
            .toList();
    Set<String> touched =
        facts.accesses().stream()
            .filter(each -> !each.isMigration())
            .map(Access::table)
            .collect(Collectors.toSet());
    int seen = (int) tables.stream().filter(each -> touched.contains(each.name())).count();
    if (tables.size() < MANY_TABLES || seen >= MANY_TABLES || seen * NEARLY_NONE > tables.size()) {
      return Optional.empty();
    }
    String sentence =
        "What stores data is not seen: of %s such as %s code touches %s"
            .formatted(
                Counted.of(tables.size(), "table", "tables"),
                tables.stream()
                    .limit(NAMES)
                    .map(TableFact::name)
                    .collect(Collectors.joining(" and ")),
                seen == 0 ? "none" : String.valueOf(seen));
    return Optional.of(new Unseen(Part.STORES, sentence, tables.get(0).places().get(0)));
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

  private static String sentence(Part part, List<TypeFact> types, int seen) {
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

  /** How it is listed among what was not understood. */
  public Unread unread() {
    return new Unread(
        place.file(),
        place.line(),
        "%s: do not rely on what is said of %s".formatted(sentence, part.restsOnIt));
  }
}
