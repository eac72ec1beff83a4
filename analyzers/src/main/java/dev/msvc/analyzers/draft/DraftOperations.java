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
  private final List<Subject> all;
  private final Declarations declared;
  private final Deeds deeds;
  private final Answers answers;
  private final Notes notes;
  private final CommonPaths common;
  private final Map<TypeName, Map<StandardOperation, EntryPoint>> standard = new TreeMap<>();
  private final Map<TypeName, Map<String, EntryPoint>> commands = new TreeMap<>();
  private final Map<TypeName, Map<String, Integer>> paths = new TreeMap<>();
  private final Set<String> takenPaths = new HashSet<>();

  DraftOperations(
      ContextMap map, String context, List<Subject> all, Declarations declared, Notes notes) {
    this.map = map;
    this.all = all;
    this.declared = declared;
    this.deeds = new Deeds(map);
    this.answers = new Answers(map, declared);
    this.notes = notes;
    List<EntryPoint> entries = map.entryPoints(context);
    this.common = new CommonPaths(entries);
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
    List<String> segments = Subject.segments(entry);
    Subject subject = null;
    int at = -1;
    for (int i = segments.size() - 1; i >= 0 && subject == null; i--) {
      if (!Subject.isVariable(segments.get(i))) {
        subject = Subject.best(all, segments.get(i));
        subject = subject == null || isAsked(segments, i, subject) ? null : subject;
        at = i;
      }
    }
    if (subject == null) {
      String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
      String action = last.replace('!', '_');
      if (Subject.isVariable(action)) {
        subject = identifiedBy(action);
      } else {
        Named named = named(action, 0);
        if (named != null) {
          return asked(entry, named);
        }
      }
      subject = subject == null ? Subject.best(all, handler(entry.className())) : subject;
      if (subject == null) {
        return "names nothing of the draft";
      }
      at = common.length(entry.className()) - 1;
    }
    String why = routed(entry, subject, segments.subList(at + 1, segments.size()));
    if (why.isEmpty()) {
      path(subject, segments.subList(0, at + 1));
    }
    return why;
  }

  /**
   * Reads what a route says of an aggregate. What its method can ask for comes before what words
   * say.
   *
   * @param rest of its path, behind the aggregate's name
   */
  private String routed(EntryPoint entry, Subject subject, List<String> rest) {
    Verb verb = Verb.of(entry);
    List<String> words = rest.stream().filter(each -> !Subject.isVariable(each)).toList();
    boolean one = words.size() < rest.size() || identifies(entry, subject);
    boolean reads = verb.reads();
    if (words.isEmpty()) {
      return one || verb != Verb.DELETE
          ? serve(entry, subject, verb.plain(one))
          : "is told to no single " + subject.name();
    }
    if (reads && words.get(words.size() - 1).matches("new|edit|create|add|update")) {
      return "a page to fill in";
    }
    if (subject.hasPart(words.get(0))) {
      return serve(entry, subject, reads ? StandardOperation.GET : StandardOperation.UPDATE);
    }
    Wish wish = Wish.of(String.join("_", words), subject.words());
    if (wish.standard().isEmpty()) {
      wish = Wish.of(words.get(words.size() - 1), subject.words());
    }
    if (wish.standard().filter(verb::canAsk).isPresent()) {
      return serve(entry, subject, wish.standard().get());
    }
    boolean last = words.size() == rest.size() - 1 && Subject.isVariable(rest.get(rest.size() - 1));
    boolean byOtherKey =
        words.size() == 1
            && last
            && words.get(0).matches("(?i)(by.*|.*(id|key|code|slug|name|number|uuid))");
    if (byOtherKey && verb != Verb.POST) {
      return serve(entry, subject, verb.plain(true));
    }
    if (reads) {
      return query(entry, wish, subject);
    }
    if (verb == Verb.ANY) {
      return "answers every method, and no word says what it does";
    }
    if (last && verb == Verb.DELETE) {
      return serve(entry, subject, StandardOperation.DELETE);
    }
    boolean asks = wish.standard().filter(Verb.GET::canAsk).isPresent();
    if (asks && !deeds.writes(entry, subject)) {
      return "a query of its own on " + subject.name();
    }
    if (!one) {
      return deeds.writes(entry, subject)
          ? "writes %s in a way of its own".formatted(subject.name())
          : "is told to no single " + subject.name();
    }
    return command(
        entry,
        subject,
        words.size() > 1
            ? String.join("_", words.subList(words.size() - 2, words.size()))
            : wish.word());
  }

  private String query(EntryPoint entry, Wish wish, Subject subject) {
    boolean changes = wish.standard().filter(each -> !Verb.GET.canAsk(each)).isPresent();
    if (changes) {
      return "is to %s, by a method that only reads".formatted(wish.word());
    }
    return deeds.writes(entry, subject)
        ? "is asked to read %s, and changes it, too".formatted(subject.name())
        : "a query of its own on " + subject.name();
  }

  /** Whether a word as in {@code /lines/info/{id}} says what is asked, and names no LineInfo. */
  private static boolean isAsked(List<String> segments, int at, Subject named) {
    return at > 0
        && !Subject.isVariable(segments.get(at - 1))
        && Wish.isVerb(segments.get(at))
        && named.fit(segments.get(at)) < Subject.WHOLE;
  }

  /** What a variable as {@code {orderId}} is the key of; null where it does not say it. */
  private @Nullable Subject identifiedBy(String variable) {
    List<String> words = Wish.words(variable);
    int last = words.size() - 1;
    Named named =
        last > 0 && words.get(last).matches("id|key|code|slug|name|no|number|uuid|sn")
            ? named(String.join("_", words.subList(0, last)), 0)
            : null;
    return named == null ? null : named.subject();
  }

  /** What a class is called after that handles routes. */
  private static String handler(String className) {
    return Declarations.simple(className.replaceAll("@.*", ""))
        .replaceFirst("(Rest|REST|Api|API|Web|WS|Jaxrs|JAXRS)$", "")
        .replaceFirst(
            "(Rest|Api|Mvc)?(Controller|Resource|Action|Endpoint|Servlet|Service|Handler|Facade|Bean)$",
            "");
  }

  private boolean identifies(EntryPoint entry, Subject subject) {
    return declared
        .parameters(entry)
        .filter(each -> each.stream().anyMatch(one -> CommandFields.isId(one.name(), subject)))
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
  private record Named(Subject subject, String rest, String text) {}

  private @Nullable Named named(String text, int first) {
    List<String> words = Wish.words(text);
    for (int from = first; from < words.size(); from++) {
      for (int to = words.size(); to > from; to--) {
        Subject subject = Subject.best(all, String.join("", words.subList(from, to)));
        if (subject != null) {
          List<String> rest = new ArrayList<>(words.subList(0, from));
          rest.addAll(words.subList(to, words.size()));
          return new Named(subject, String.join("_", rest), String.join("_", words));
        }
      }
    }
    return null;
  }

  /** What is asked for where a name says all. */
  private String asked(EntryPoint entry, Named named) {
    Subject subject = named.subject();
    String last = named.rest().substring(named.rest().lastIndexOf('_') + 1);
    Verb verb = Verb.of(entry);
    if (last.isEmpty()) {
      return serve(entry, subject, verb.plain(identifies(entry, subject)));
    }
    Wish wish = Wish.of(named.text(), subject.words());
    if (wish.standard().isEmpty()) {
      wish = Wish.of(named.rest(), subject.words());
    }
    if (wish.standard().isEmpty()) {
      wish = Wish.of(last, subject.words());
    }
    if (wish.standard().filter(verb::canAsk).isPresent()) {
      return serve(entry, subject, wish.standard().get());
    }
    boolean reads =
        named.rest().matches("(get|find|load|list|query|search|is|has|count|exists)(_.*)?")
            || verb.reads();
    if (reads) {
      return query(entry, wish, subject);
    }
    return identifies(entry, subject)
        ? command(entry, subject, named.rest())
        : "is told to no single " + subject.name();
  }

  private String serve(EntryPoint entry, Subject subject, StandardOperation operation) {
    Optional<String> against =
        answers
            .against(entry, subject, operation)
            .or(() -> deeds.against(entry, subject, operation));
    if (against.isPresent()) {
      return against.get();
    }
    standard
        .computeIfAbsent(subject.name(), none -> new EnumMap<>(StandardOperation.class))
        .putIfAbsent(operation, entry);
    notes.say(
        Kind.SERVED,
        "%s: %s of %s%s"
            .formatted(entry.id(), operation.notation(), subject.name(), beside(entry, subject)),
        entry.place());
    return "";
  }

  private String command(EntryPoint entry, Subject subject, String word) {
    Optional<String> against = answers.against(entry).or(() -> deeds.against(entry, subject));
    if (against.isPresent()) {
      return against.get();
    }
    commands
        .computeIfAbsent(subject.name(), none -> new LinkedHashMap<>())
        .putIfAbsent(word, entry);
    notes.say(
        Kind.SERVED,
        "%s: a command of %s; what it does is yours to write%s"
            .formatted(entry.id(), subject.name(), beside(entry, subject)),
        entry.place());
    return "";
  }

  /** What else is written where it is asked for: the service does not do it. */
  private String beside(EntryPoint entry, Subject subject) {
    List<String> tables = deeds.beside(entry, subject);
    return tables.isEmpty() ? "" : "; it writes " + DraftNames.some(tables) + ", too";
  }

  private void path(Subject subject, List<String> segments) {
    if (!segments.isEmpty()
        && segments.size() <= 8
        && segments.stream().allMatch(each -> each.matches("[A-Za-z0-9][A-Za-z0-9_~-]*"))) {
      paths
          .computeIfAbsent(subject.name(), none -> new LinkedHashMap<>())
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
