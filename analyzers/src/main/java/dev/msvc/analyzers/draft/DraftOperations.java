package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Operation;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the monolith does with aggregates, by its accesses, and by where it is asked to. */
final class DraftOperations {
  private static final Set<EntryPointKind> CALLED =
      EnumSet.of(
          EntryPointKind.EJB_REMOTE,
          EntryPointKind.SOAP,
          EntryPointKind.GRAPHQL,
          EntryPointKind.GRPC);

  private final ContextMap map;
  private final List<Served> all;
  private final Declarations declared;
  private final Deeds deeds;
  private final Answers answers;
  private final Notes notes;
  private final Map<String, List<String>> begun;
  private final Map<TypeName, Map<StandardOperation, EntryPoint>> standard = new TreeMap<>();
  private final Map<TypeName, Map<String, EntryPoint>> commands = new TreeMap<>();
  private final Map<TypeName, Map<String, Integer>> paths = new TreeMap<>();
  private final Set<String> takenPaths = new HashSet<>();

  DraftOperations(
      ContextMap map, String context, List<Served> all, Declarations declared, Notes notes) {
    this.map = map;
    this.all = all;
    this.declared = declared;
    this.deeds = new Deeds(map);
    this.answers = new Answers(map, declared);
    this.notes = notes;
    List<EntryPoint> entries = map.entryPoints(context);
    this.begun = begun(entries);
    for (EntryPoint each : entries) {
      String why = each.path() != null && each.httpMethod() != null ? http(each) : call(each);
      if (!why.isEmpty()) {
        notes.say(Kind.NOT_SERVED, "%s: %s".formatted(each.id(), why), each.place());
      }
    }
    all.forEach(each -> takenPaths.add("/" + each.name().kebabPlural()));
  }

  /** Reads a route; says why nothing serves it where that is so. */
  private String http(EntryPoint entry) {
    List<String> segments = Served.segments(entry);
    Served served = null;
    int at = -1;
    for (int i = segments.size() - 1; i >= 0 && served == null; i--) {
      if (!isVariable(segments.get(i))) {
        served = Served.best(all, segments.get(i));
        served = served == null || isAsked(segments, i, served) ? null : served;
        at = i;
      }
    }
    if (served == null) {
      String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
      String action = last.replace('!', '_');
      if (isVariable(action)) {
        served = identifiedBy(action);
      } else {
        Named named = named(action, 0);
        if (named != null) {
          return asked(entry, named);
        }
      }
      served = served == null ? Served.best(all, handler(entry.className())) : served;
      if (served == null) {
        return "names nothing of the draft";
      }
      at = common(entry.className()) - 1;
    }
    String why = routed(entry, served, segments.subList(at + 1, segments.size()));
    if (why.isEmpty()) {
      path(served, segments.subList(0, at + 1));
    }
    return why;
  }

  /**
   * Reads what a route says of an aggregate. What its method can ask for comes before what words
   * say.
   *
   * @param rest of its path, behind the aggregate's name
   */
  private String routed(EntryPoint entry, Served served, List<String> rest) {
    Verb verb = Verb.of(entry);
    List<String> words = rest.stream().filter(each -> !isVariable(each)).toList();
    boolean one = words.size() < rest.size() || identifies(entry, served);
    boolean reads = verb.reads();
    if (words.isEmpty()) {
      return one || verb != Verb.DELETE
          ? serve(entry, served, verb.plain(one))
          : "is told to no single " + served.name();
    }
    if (reads && words.get(words.size() - 1).matches("new|edit|create|add|update")) {
      return "a page to fill in";
    }
    if (served.hasPart(words.get(0))) {
      return serve(entry, served, reads ? StandardOperation.GET : StandardOperation.UPDATE);
    }
    Wish wish = Wish.of(String.join("_", words), served.words());
    if (wish.standard().isEmpty()) {
      wish = Wish.of(words.get(words.size() - 1), served.words());
    }
    if (wish.standard().filter(verb::canAsk).isPresent()) {
      return serve(entry, served, wish.standard().get());
    }
    boolean last = words.size() == rest.size() - 1 && isVariable(rest.get(rest.size() - 1));
    boolean byOtherKey =
        words.size() == 1
            && last
            && words.get(0).matches("(?i)(by.*|.*(id|key|code|slug|name|number|uuid))");
    if (byOtherKey && verb != Verb.POST) {
      return serve(entry, served, verb.plain(true));
    }
    if (reads) {
      return query(entry, wish, served);
    }
    if (verb == Verb.ANY) {
      return "answers every method, and no word says what it does";
    }
    if (last && verb == Verb.DELETE) {
      return serve(entry, served, StandardOperation.DELETE);
    }
    boolean asks = wish.standard().filter(Verb.GET::canAsk).isPresent();
    if (asks && !deeds.writes(entry, served)) {
      return "a query of its own on " + served.name();
    }
    if (!one) {
      return deeds.writes(entry, served)
          ? "writes %s in a way of its own".formatted(served.name())
          : "is told to no single " + served.name();
    }
    return command(
        entry,
        served,
        words.size() > 1
            ? String.join("_", words.subList(words.size() - 2, words.size()))
            : wish.word());
  }

  private String query(EntryPoint entry, Wish wish, Served served) {
    boolean changes = wish.standard().filter(each -> !Verb.GET.canAsk(each)).isPresent();
    if (changes) {
      return "is to %s, by a method that only reads".formatted(wish.word());
    }
    return deeds.writes(entry, served)
        ? "is asked to read %s, and changes it, too".formatted(served.name())
        : "a query of its own on " + served.name();
  }

  /** Whether a word as in {@code /lines/info/{id}} says what is asked, and names no LineInfo. */
  private static boolean isAsked(List<String> segments, int at, Served named) {
    return at > 0
        && !isVariable(segments.get(at - 1))
        && Wish.isVerb(segments.get(at))
        && named.fit(segments.get(at)) < Served.WHOLE;
  }

  /** What a variable as {@code {orderId}} is the key of; null where it does not say it. */
  private @Nullable Served identifiedBy(String variable) {
    List<String> words = Wish.words(variable);
    int last = words.size() - 1;
    Named named =
        last > 0 && words.get(last).matches("id|key|code|slug|name|no|number|uuid|sn")
            ? named(String.join("_", words.subList(0, last)), 0)
            : null;
    return named == null ? null : named.served();
  }

  /** What a class is called after that handles routes. */
  private static String handler(String className) {
    return Declarations.simple(className.replaceAll("@.*", ""))
        .replaceFirst("(Rest|REST|Api|API|Web|WS|Jaxrs|JAXRS)$", "")
        .replaceFirst(
            "(Rest|Api|Mvc)?(Controller|Resource|Action|Endpoint|Servlet|Service|Handler|Facade|Bean)$",
            "");
  }

  /** How many segments all routes of a class begin with: behind them is what is asked. */
  private int common(String className) {
    return begun.getOrDefault(className, List.of()).size();
  }

  /** The segments that all routes of each class begin with. */
  private static Map<String, List<String>> begun(List<EntryPoint> entries) {
    Map<String, List<String>> begun = new HashMap<>();
    for (EntryPoint each : entries) {
      if (each.path() != null) {
        begun.merge(each.className(), literal(each), DraftOperations::shared);
      }
    }
    return begun;
  }

  private static List<String> literal(EntryPoint entry) {
    return Served.segments(entry).stream().takeWhile(each -> !isVariable(each)).toList();
  }

  private static List<String> shared(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return one.subList(0, same);
  }

  private static boolean isVariable(String segment) {
    return !segment.matches("[A-Za-z0-9][A-Za-z0-9._~-]*");
  }

  private boolean identifies(EntryPoint entry, Served served) {
    return declared
        .parameters(entry)
        .filter(each -> each.stream().anyMatch(one -> CommandFields.isId(one.name(), served)))
        .isPresent();
  }

  /** Reads a method that others call by its name. */
  private String call(EntryPoint entry) {
    if (!CALLED.contains(entry.kind())) {
      return switch (entry.kind()) {
        case MAIN -> "";
        case SCHEDULE, BATCH -> "runs by itself";
        case LISTENER -> "is told of what happens elsewhere";
        default -> "is no call that names what it does";
      };
    }
    Named named = named(entry.method(), 1);
    return named == null ? "names nothing of the draft" : asked(entry, named);
  }

  /**
   * Words that name an aggregate.
   *
   * @param rest what else they say
   * @param text all that they say
   */
  private record Named(Served served, String rest, String text) {}

  private @Nullable Named named(String text, int first) {
    List<String> words = Wish.words(text);
    for (int from = first; from < words.size(); from++) {
      for (int to = words.size(); to > from; to--) {
        Served served = Served.best(all, String.join("", words.subList(from, to)));
        if (served != null) {
          List<String> rest = new ArrayList<>(words.subList(0, from));
          rest.addAll(words.subList(to, words.size()));
          return new Named(served, String.join("_", rest), String.join("_", words));
        }
      }
    }
    return null;
  }

  /** What is asked for where a name says all. */
  private String asked(EntryPoint entry, Named named) {
    Served served = named.served();
    String last = named.rest().substring(named.rest().lastIndexOf('_') + 1);
    Verb verb = Verb.of(entry);
    if (last.isEmpty()) {
      return serve(entry, served, verb.plain(identifies(entry, served)));
    }
    Wish wish = Wish.of(named.text(), served.words());
    if (wish.standard().isEmpty()) {
      wish = Wish.of(named.rest(), served.words());
    }
    if (wish.standard().isEmpty()) {
      wish = Wish.of(last, served.words());
    }
    if (wish.standard().filter(verb::canAsk).isPresent()) {
      return serve(entry, served, wish.standard().get());
    }
    boolean reads =
        named.rest().matches("(get|find|load|list|query|search|is|has|count|exists)(_.*)?")
            || verb.reads();
    if (reads) {
      return query(entry, wish, served);
    }
    return identifies(entry, served)
        ? command(entry, served, named.rest())
        : "is told to no single " + served.name();
  }

  private String serve(EntryPoint entry, Served served, StandardOperation operation) {
    Optional<String> against =
        answers.against(entry, served, operation).or(() -> deeds.against(entry, served, operation));
    if (against.isPresent()) {
      return against.get();
    }
    standard
        .computeIfAbsent(served.name(), none -> new EnumMap<>(StandardOperation.class))
        .putIfAbsent(operation, entry);
    notes.say(
        Kind.SERVED,
        "%s: %s of %s%s"
            .formatted(entry.id(), operation.notation(), served.name(), beside(entry, served)),
        entry.place());
    return "";
  }

  private String command(EntryPoint entry, Served served, String word) {
    Optional<String> against = answers.against(entry).or(() -> deeds.against(entry, served));
    if (against.isPresent()) {
      return against.get();
    }
    commands.computeIfAbsent(served.name(), none -> new LinkedHashMap<>()).putIfAbsent(word, entry);
    notes.say(
        Kind.SERVED,
        "%s: a command of %s; what it does is yours to write%s"
            .formatted(entry.id(), served.name(), beside(entry, served)),
        entry.place());
    return "";
  }

  /** What else is written where it is asked for: the service does not do it. */
  private String beside(EntryPoint entry, Served served) {
    List<String> tables = deeds.beside(entry, served);
    return tables.isEmpty() ? "" : "; it writes " + DraftNames.some(tables) + ", too";
  }

  private void path(Served served, List<String> segments) {
    if (!segments.isEmpty()
        && segments.size() <= 8
        && segments.stream().allMatch(each -> each.matches("[A-Za-z0-9][A-Za-z0-9_~-]*"))) {
      paths
          .computeIfAbsent(served.name(), none -> new LinkedHashMap<>())
          .merge("/" + String.join("/", segments), 1, Integer::sum);
    }
  }

  /** Where the monolith's own routes reach it; empty where they don't. */
  String path(TypeName name) {
    String own = "/" + name.kebabPlural();
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> each : paths.getOrDefault(name, Map.of()).entrySet()) {
      boolean free = each.getKey().equals(own) || !takenPaths.contains(each.getKey());
      if (free && each.getValue() > most) {
        best = each.getKey();
        most = each.getValue();
      }
    }
    takenPaths.add(best);
    return best;
  }

  /**
   * What can be done with one.
   *
   * @param table of its rows; empty for none
   */
  Set<StandardOperation> standard(TypeName name, String table) {
    Set<StandardOperation> can = EnumSet.of(StandardOperation.GET, StandardOperation.LIST);
    can.addAll(standard.getOrDefault(name, Map.of()).keySet());
    if (!table.isEmpty()) {
      for (Access each : map.accesses(table)) {
        if (!each.isMigration()) {
          can.addAll(by(each.op()));
        }
      }
    }
    return can;
  }

  private static Set<StandardOperation> by(Operation op) {
    return switch (op) {
      case INSERT -> EnumSet.of(StandardOperation.CREATE);
      case UPDATE -> EnumSet.of(StandardOperation.UPDATE);
      case MERGE -> EnumSet.of(StandardOperation.CREATE, StandardOperation.UPDATE);
      case DELETE, TRUNCATE -> EnumSet.of(StandardOperation.DELETE);
      default -> EnumSet.noneOf(StandardOperation.class);
    };
  }

  /** What one is told, by the words for it. */
  Map<String, EntryPoint> commands(TypeName name) {
    return commands.getOrDefault(name, Map.of());
  }
}
