package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.ShellWord;
import dev.msvc.model.Standing;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a user means by a name: a class, a package, a table, a context.
 *
 * @param notes what is written besides what the user said, in sentences
 */
record PinTargets(Analyzed analyzed, List<String> notes) {
  PinTargets(Analyzed analyzed) {
    this(analyzed, new ArrayList<>());
  }

  private ContextMap map() {
    return analyzed.map();
  }

  /** One thing of that name; {@code class/}, {@code package/} or {@code table/} may say which. */
  Pin find(String typed) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.name().toLowerCase(Locale.ROOT) + "/";
      if (typed.startsWith(prefix)) {
        return only(typed, all(kind, typed.substring(prefix.length())));
      }
    }
    // a class before a table of its name: the table of an entity follows it
    for (Kind kind : Kind.values()) {
      List<Pin> found = all(kind, typed);
      if (!found.isEmpty()) {
        return only(typed, found);
      }
    }
    return only(typed, List.of());
  }

  private Pin only(String typed, List<Pin> found) {
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      String asPackage = typed.replaceFirst("^package/", "");
      if (types().anyMatch(each -> each.packageName().startsWith(asPackage + "."))) {
        throw new UserError(
            "the package '%s' has no classes of its own".formatted(asPackage),
            "with those of the packages below it, it is called %s..".formatted(typed));
      }
      List<String> known =
          Stream.concat(
                  types().map(TypeFact::name), map().facts().tables().stream().map(TableFact::name))
              .toList();
      throw Names.unknown("'%s' here", typed, known, analyzed.next("get classes -o name"));
    }
    List<String> names =
        found.stream()
            .limit(5)
            .map(pin -> pin.kind().name().toLowerCase(Locale.ROOT) + "/" + pin.name())
            .toList();
    throw new UserError(
        "'%s' is %d things".formatted(typed, found.size()), "say " + String.join(" or ", names));
  }

  private List<Pin> all(Kind kind, String typed) {
    return switch (kind) {
      case CLASS -> classes(typed);
      case PACKAGE -> {
        Word.Pattern pattern = new Word.Pattern(Kind.PACKAGE, new Word.Said(typed, 1, 1));
        yield types().anyMatch(type -> pattern.holds(type.packageName()))
            ? List.of(new Pin(Kind.PACKAGE, typed))
            : List.of();
      }
      case TABLE ->
          map().facts().tables().stream()
              .filter(table -> ContextMap.key(table.name()).equals(ContextMap.key(typed)))
              .map(table -> new Pin(Kind.TABLE, table.name()))
              .toList();
    };
  }

  private List<Pin> classes(String typed) {
    TypeFact exact = map().type(typed);
    Stream<String> names =
        exact != null
            ? Stream.of(exact.topLevel())
            : types().filter(type -> type.simpleName().equals(typed)).map(TypeFact::topLevel);
    return names.distinct().map(name -> new Pin(Kind.CLASS, name)).toList();
  }

  private Stream<TypeFact> types() {
    return map().facts().types().stream().filter(TypeFact::isTopLevel);
  }

  /** Top-level classes that a pin names; none for a table. */
  List<String> classesOf(Pin pin) {
    Word.Pattern pattern = new Word.Pattern(pin.kind(), new Word.Said(pin.name(), 1, 1));
    return types()
        .filter(
            type ->
                pin.kind() == Kind.PACKAGE
                    ? pattern.holds(type.packageName())
                    : pin.kind() == Kind.CLASS && type.name().equals(pin.name()))
        .map(TypeFact::name)
        .toList();
  }

  /** The context of that name. */
  BoundedContext context(String name) {
    BoundedContext found = map().context(name);
    if (found == null) {
      List<String> known =
          map().decomposition().contexts().stream().map(BoundedContext::name).toList();
      throw Names.unknown("context '%s'", name, known, analyzed.next("get contexts"));
    }
    return found;
  }

  /** Shared or technical, where all that a pin names is that today; else null. */
  @Nullable Placement apart(Pin pin) {
    Set<Placement> found = EnumSet.noneOf(Placement.class);
    for (String name : classesOf(pin)) {
      Placement placement = map().placementOf(name);
      found.add(placement == null ? Placement.CONTEXT : placement);
    }
    Placement only = found.size() == 1 ? found.iterator().next() : Placement.CONTEXT;
    return only == Placement.SHARED || only == Placement.TECHNICAL ? only : null;
  }

  /** Refuses what cannot leave a context, since all of it is in others. */
  void mustTouch(Pin pin, BoundedContext context) {
    Map<String, Integer> in = contextsOf(pin);
    if (!in.isEmpty() && !in.containsKey(context.name())) {
      throw new UserError(
          "%s is in %s, not in %s"
              .formatted(pin.name(), String.join(", ", in.keySet()), context.name()),
          "move it there first: "
              + analyzed.next(
                  "move %s --to %s".formatted(ShellWord.of(pin.name()), context.name())));
    }
  }

  /** How many classes of a pin each context has; a table counts as one. */
  private Map<String, Integer> contextsOf(Pin pin) {
    Map<String, Integer> in = new TreeMap<>();
    if (pin.kind() == Kind.TABLE) {
      in.put(map().ownership(pin.name()).owner(), 1);
    }
    classesOf(pin).forEach(name -> in.merge(map().contextOf(name), 1, Integer::sum));
    in.remove("");
    return in;
  }

  /** The context that all of a pin is in today. */
  BoundedContext contextOf(Pin pin) {
    Map<String, Integer> in = contextsOf(pin);
    if (in.size() == 1) {
      return context(in.keySet().iterator().next());
    }
    throw new UserError(
        in.isEmpty()
            ? pin.name() + " is in no context"
            : "%s is in %d contexts: %s"
                .formatted(pin.name(), in.size(), String.join(", ", in.keySet())),
        "say which: " + analyzed.next("move " + ShellWord.of(pin.name()) + " --to CONTEXT"));
  }

  /** The {@link #anchor} of a context that is written down for it, which is noted. */
  String written(BoundedContext context, Collection<String> beside) {
    String anchor = anchor(context, beside);
    if (!anchor.isEmpty()) {
      Standing standing = map().decomposition().standings().get(anchor);
      notes.add(
          "%s is written down, too: a class says which context %s is, and no place there is surer%s"
              .formatted(
                  anchor.substring(anchor.lastIndexOf('.') + 1),
                  context.name(),
                  standing == null
                      ? ""
                      : " (in %s of the runs)".formatted(new Percent(standing.confidence()))));
    }
    return anchor;
  }

  /**
   * The class whose place in its context is surest, and of those the one that most of the context
   * use, beside some: it says which context is meant when names of proposed contexts change.
   */
  String anchor(BoundedContext context, Collection<String> beside) {
    Map<String, Integer> uses = new TreeMap<>();
    for (Dependency each : map().decomposition().dependencies()) {
      if (map().contextOf(each.from()).equals(context.name())) {
        uses.merge(each.to(), 1, Integer::sum);
      }
    }
    return context.classes().stream()
        .filter(name -> !beside.contains(name))
        .min(
            Comparator.comparingLong((String name) -> -sureness(name))
                .thenComparingInt(name -> -uses.getOrDefault(name, 0)))
        .orElse("");
  }

  /** In percent. */
  private long sureness(String name) {
    Standing standing = map().decomposition().standings().get(name);
    return standing == null ? 0 : Math.round(100 * standing.confidence());
  }
}
