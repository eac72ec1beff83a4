package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.shift.Handover;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
import dev.msvc.model.TypeFact;
import dev.msvc.model.shift.Deletion;
import dev.msvc.model.shift.ShiftPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Works out what a monolith no longer needs once a shift is over: the handlers whose requests all
 * go to the service, and the types of their contexts that served these alone. What anything else
 * uses, names or starts stays, and is said.
 */
public final class Retirement {
  private final ContextMap map;
  private final List<Handover> handed;
  private final Texts texts;
  private final SortedMap<String, Deletion.Kept> kept = new TreeMap<>();

  private Retirement(ContextMap map, List<Handover> handed, Texts texts) {
    this.map = map;
    this.handed = handed;
    this.texts = texts;
  }

  /**
   * What goes after a plan's last stage. Reads the files of the tree; writes nothing.
   *
   * @param root of the analysed tree
   */
  public static Deletion of(ContextMap map, ShiftPlan plan, Path root) {
    return new Retirement(map, Handover.of(map.facts().entryPoints(), plan), Texts.of(root))
        .deletion();
  }

  private Deletion deletion() {
    List<EntryPoint> answered =
        handed.stream().filter(Handover::isWhole).map(Handover::entry).toList();
    List<Deletion.Staying> staying =
        handed.stream()
            .filter(each -> !each.isWhole())
            .map(each -> new Deletion.Staying(each.entry(), each.staying()))
            .toList();
    Handlers handlers = handlers(answered);
    Ties ties = new Ties(map);
    Cuts cuts = new Cuts(map, texts, handlers);
    Set<String> dead = dead(handlers, cuts);
    Staying still = new Staying(map, texts, ties, handlers, cuts, dead);
    SortedMap<String, SortedMap<String, String>> uncut = still.uncut();
    SortedMap<String, Deletion.Kept> byReason = new TreeMap<>();
    while (!uncut.isEmpty()) {
      // what cannot be cut out needs what it needs
      uncut.forEach((type, methods) -> methods.forEach((m, why) -> keep(byReason, type, m, why)));
      handlers = handlers.without(names(uncut));
      cuts = new Cuts(map, texts, handlers);
      dead = dead(handlers, cuts);
      still = new Staying(map, texts, ties, handlers, cuts, dead);
      uncut = still.uncut();
    }
    byReason.forEach(kept::putIfAbsent);
    SortedMap<String, List<Deletion.Lines>> cut = cuts.besides(dead);
    SortedMap<String, List<String>> removed = new TreeMap<>();
    for (String each : dead) {
      removed.computeIfAbsent(file(each), file -> new ArrayList<>()).add(each);
    }
    SortedMap<String, SortedSet<String>> byHand = new TreeMap<>();
    texts
        .tests(mainFiles(), types(dead))
        .forEach(
            (file, used) -> {
              if (used.stream().anyMatch(type -> isTestOf(file, type))) {
                removed.put(file, List.of());
              } else {
                byHand.put(file, used);
              }
            });
    texts
        .callers(mainFiles(), cutMethods(handlers, dead))
        .forEach(
            (file, used) -> {
              if (!removed.containsKey(file)) {
                byHand.computeIfAbsent(file, none -> new TreeSet<>()).addAll(used);
              }
            });
    return new Deletion(
        answered, staying, removed, cut, List.copyOf(kept.values()), still.idle(), byHand);
  }

  private void keep(
      SortedMap<String, Deletion.Kept> reasons, String type, String method, String why) {
    TypeFact fact = map.type(type);
    String name = type + (method.isEmpty() ? "" : "." + method);
    reasons.put(
        name,
        new Deletion.Kept(
            name,
            fact == null ? new Place("", 0) : fact.place(),
            "is not asked any more, and " + why));
  }

  private static Map<String, SortedSet<String>> names(
      SortedMap<String, SortedMap<String, String>> uncut) {
    Map<String, SortedSet<String>> names = new TreeMap<>();
    uncut.forEach((type, methods) -> names.put(type, new TreeSet<>(methods.keySet())));
    return names;
  }

  private SortedMap<String, SortedSet<String>> cutMethods(Handlers handlers, Set<String> dead) {
    SortedMap<String, SortedSet<String>> methods = new TreeMap<>(handlers.methods());
    methods.keySet().removeIf(each -> dead.contains(map.topLevel(each)));
    return methods;
  }

  /** Types that nothing needs which stays, and whose files hold no other. */
  private Set<String> dead(Handlers handlers, Cuts cuts) {
    kept.clear();
    Needs needs = new Needs(map, handlers, cuts);
    SortedMap<String, String> held = new TreeMap<>(needs.held());
    while (true) {
      Set<String> dead = needs.without(held.keySet());
      SortedMap<String, String> more = new TreeMap<>(sharers(dead));
      texts.mentions(mainFiles(), types(dead)).forEach(more::putIfAbsent);
      if (more.isEmpty()) {
        held.forEach((type, why) -> keep(type, why));
        needs
            .candidates()
            .forEach(
                each -> {
                  if (!dead.contains(each) && !held.containsKey(each)) {
                    keep(each, needs.why(each, dead));
                  }
                });
        return dead;
      }
      held.putAll(more);
    }
  }

  private void keep(String type, String why) {
    TypeFact fact = map.type(type);
    Place place = fact == null ? new Place("", 0) : fact.place();
    kept.put(type, new Deletion.Kept(type, place, why));
  }

  /** Those whose file holds a type that stays. */
  private Map<String, String> sharers(Set<String> dead) {
    SortedMap<String, String> sharers = new TreeMap<>();
    Map<String, List<String>> files =
        map.facts().types().stream()
            .filter(TypeFact::isTopLevel)
            .collect(
                Collectors.groupingBy(
                    each -> each.place().file(),
                    Collectors.mapping(TypeFact::name, Collectors.toList())));
    for (String each : dead) {
      files.getOrDefault(file(each), List.of()).stream()
          .filter(other -> !dead.contains(other))
          .findFirst()
          .ifPresent(other -> sharers.put(each, "is in one file with " + simple(other)));
    }
    return sharers;
  }

  /** The handlers that go, as far as each is one method. */
  private Handlers handlers(List<EntryPoint> answered) {
    Set<EntryPoint> gone = Set.copyOf(answered);
    SortedMap<String, SortedSet<String>> methods = new TreeMap<>();
    Set<String> busy = new TreeSet<>();
    for (EntryPoint each : map.facts().entryPoints()) {
      if (gone.contains(each)) {
        methods.computeIfAbsent(each.className(), none -> new TreeSet<>()).add(each.method());
      } else {
        busy.add(each.className() + "#" + each.method());
        busy.add(each.className());
      }
    }
    SortedMap<String, SortedSet<String>> whole = new TreeMap<>();
    methods.forEach(
        (type, names) -> {
          SortedSet<String> mine = new TreeSet<>(names);
          mine.removeIf(each -> busy.contains(type + "#" + each) || isOverloaded(type, each));
          if (!mine.isEmpty()) {
            whole.put(type, mine);
          }
        });
    return new Handlers(whole, busy);
  }

  private boolean isOverloaded(String type, String method) {
    TypeFact fact = map.type(type);
    return fact != null
        && fact.methods().stream().map(MethodFact::name).filter(method::equals).count() > 1;
  }

  private Set<String> mainFiles() {
    return map.facts().types().stream()
        .map(each -> each.place().file())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<TypeFact> types(Set<String> dead) {
    return map.facts().types().stream().filter(each -> dead.contains(each.topLevel())).toList();
  }

  private String file(String type) {
    TypeFact fact = map.type(type);
    return fact == null ? "" : fact.place().file();
  }

  private static boolean isTestOf(String file, String type) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.matches(simple(type) + "(Test|Tests|IT|TestCase|IntegrationTest|Spec)?\\.\\w+");
  }

  static String simple(String type) {
    String bare = type.replaceFirst("@.*", "");
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
