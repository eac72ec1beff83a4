package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * Who runs statements by their ids: calls of MyBatis's and iBATIS's sessions, and of the methods
 * that a system puts around them.
 *
 * <p>A method that hands its parameter on as an id runs nothing itself: those that call it with an
 * id do. What a base class runs by an id that depends on its subclass is run by each subclass.
 */
final class StatementCalls {
  private static final Pattern RUNS_LATER =
      Pattern.compile("<init>|execute|query|run|select|find|list|count");

  private static final Pattern WHOLE_ID = Pattern.compile("[\\w$\\-]+(?:\\.[\\w$\\-]+)*");

  private static final Pattern LONG_ID = Pattern.compile("[a-z]+(?:[A-Z]\\w*?){2,}");

  private final CodeBase code;
  private final StatementIds ids;
  private final SessionCalls sessions;
  private final Map<String, Set<Run>> runs = new ConcurrentHashMap<>();
  private final Map<Place, String> missing = new ConcurrentHashMap<>();

  /** By a statement's id, who runs one that begins with some letters, by their number. */
  private final Map<String, NavigableMap<Integer, Set<Run>>> begun = new ConcurrentHashMap<>();

  /**
   * One that runs a statement.
   *
   * @param best how sure that is
   */
  record Run(Site site, Certainty best) {
    static Run sure(Site site) {
      return new Run(site, Certainty.PARSED);
    }
  }

  private StatementCalls(CodeBase code, StatementIds ids, SessionCalls sessions) {
    this.code = code;
    this.ids = ids;
    this.sessions = sessions;
  }

  /**
   * Who runs what.
   *
   * @param runs by the full id of a statement
   * @param missing what is wrong with ids that mean no statement, by the place of the call
   */
  record Found(Map<String, Set<Run>> runs, Map<Place, String> missing) {}

  static Found find(CodeBase code, StatementIds ids) {
    SessionCalls sessions = SessionCalls.find(code, ids);
    if (sessions == null) {
      return new Found(Map.of(), Map.of());
    }
    StatementCalls calls = new StatementCalls(code, ids, sessions);
    Workers.each(code.types(), calls::read);
    // the longest beginning says most: not "orders" + x for what "ordersOf" + x runs
    calls.begun.forEach(
        (id, all) -> all.lastEntry().getValue().forEach(each -> calls.note(id, each)));
    return new Found(new TreeMap<>(calls.runs), new TreeMap<>(calls.missing));
  }

  private void read(JavaType type) {
    for (JavaMethod method : type.methods()) {
      method.calls().forEach(this::read);
    }
    for (JavaMethod initializer : type.initializers()) {
      initializer.calls().forEach(this::read);
    }
  }

  private void read(Call call) {
    if (call.arguments().isEmpty()) {
      return;
    }
    Map<Integer, Set<String>> handedOn = sessions.templates(call);
    handedOn.forEach((index, templates) -> run(call, index, templates));
    if (handedOn.isEmpty()) {
      boolean facade = sessions.isFacade(call.receiver());
      boolean named = false;
      for (int i = 0; i < call.arguments().size(); i++) {
        named |= named(call, i, facade);
      }
      if (named) {
        return;
      }
      sessions
          .stored(call)
          .forEach(
              (index, operations) -> {
                for (String each : sessions.statement(call, index, operations)) {
                  note(each, new Run(Site.of(call), Certainty.INFERRED));
                }
              });
    }
  }

  private void run(Call call, int index, Set<String> templates) {
    if (index >= call.arguments().size()) {
      return;
    }
    List<String> texts = code.texts(call.arguments().get(index), call.caller());
    if (texts.isEmpty()) {
      texts = changed(call.arguments().get(index), call.caller(), 0);
    }
    for (String text : texts) {
      for (String template : templates) {
        String id = template.replace(SessionCalls.PARAMETER, text);
        Set<String> found = ids.unique(id, module(call));
        if (found.isEmpty()) {
          found = withNamespace(call, index, text);
        }
        if (found.isEmpty()
            && !runBySubclasses(id, call)
            && !begins(id, call)
            && WHOLE_ID.matcher(id).matches()) {
          String why = ids.isKnown(id) ? "can be any of several statements" : "is no statement";
          missing.merge(
              call.place(), "'%s' %s".formatted(id, why), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        for (String each : found) {
          if (!isSubclasss(each, index, call)) {
            note(each, Run.sure(Site.of(call)));
          }
        }
      }
    }
  }

  /** Notes the statements that an id can mean of which only the beginning is known. */
  private boolean begins(String id, Call call) {
    int known = id.indexOf(Texts.HOLE);
    Set<String> found = known <= 0 ? Set.of() : ids.beginning(call.caller().owner(), id);
    for (String each : found) {
      begun
          .computeIfAbsent(each, key -> new ConcurrentSkipListMap<>())
          .computeIfAbsent(known, key -> ConcurrentHashMap.newKeySet())
          .add(new Run(Site.of(call), Certainty.GUESSED));
    }
    return !found.isEmpty();
  }

  /** Whether a base class makes an id of what a subclass tells, so that the subclass runs it. */
  private boolean isSubclasss(String fullId, int index, Call call) {
    JavaType owner = call.caller().owner();
    boolean base = code.constantText(call.arguments().get(index), owner) == null;
    boolean told = false;
    for (JavaType each : base ? code.subtypes(owner.name()) : List.<JavaType>of()) {
      String last = Texts.HOLE + "." + fullId.substring(fullId.lastIndexOf('.') + 1);
      if (ids.isOwn(each, fullId) && ids.meantBy(each, last).contains(fullId)) {
        Site site = Site.of(call);
        note(fullId, Run.sure(new Site(each.name(), site.method(), site.place())));
        told = true;
      }
    }
    return told;
  }

  /** Ids that something is made of by a method that is not followed, as one that maps ids. */
  private List<String> changed(Expr expression, JavaMethod method, int depth) {
    List<String> all = new ArrayList<>();
    if (expression instanceof Expr.Name name && depth < 4) {
      for (Expr each : Bodies.assigned(name.id(), method)) {
        all.addAll(changed(each, method, depth + 1));
      }
    } else if (expression instanceof Expr.Call call) {
      for (Expr each : call.arguments()) {
        String text = code.constantText(each, method.owner());
        if (text != null && ids.isKnown(text)) {
          all.add(text);
        }
      }
    }
    return all;
  }

  /** The statement whose namespace is given beside its id. */
  private Set<String> withNamespace(Call call, int index, String id) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (i != index && SessionCalls.mayBeId(call, i)) {
        for (String each : code.texts(call.arguments().get(i), call.caller())) {
          if (ids.isFull(each + "." + id)) {
            return Set.of(each + "." + id);
          }
        }
      }
    }
    return Set.of();
  }

  /** An id whose namespace depends on the class is each subclass's that has the statement. */
  private boolean runBySubclasses(String id, Call call) {
    Site site = Site.of(call);
    boolean any = false;
    JavaType owner = call.caller().owner();
    List<JavaType> all = new ArrayList<>(List.of(owner));
    all.addAll(code.subtypes(owner.name()));
    for (JavaType each : all) {
      for (String found : ids.meantBy(each, id)) {
        note(found, Run.sure(new Site(each.name(), site.method(), site.place())));
        any = true;
      }
    }
    return any;
  }

  /**
   * An id that is given to anything else: it must be whole, or given to a session's facade, or so
   * long that it is nothing else and given to what runs later.
   */
  private boolean named(Call call, int index, boolean facade) {
    Expr argument = call.arguments().get(index);
    boolean text =
        argument instanceof Expr.Literal literal
            ? literal.kind() == Expr.LiteralKind.STRING && ids.isKnown(literal.text())
            : (argument instanceof Expr.Name
                    || argument instanceof Expr.Select
                    || argument instanceof Expr.Binary)
                && index < call.argumentTypes().size()
                && call.argumentTypes().get(index).equals(TypeRef.STRING);
    if (!text) {
      return false;
    }
    String id = code.constantText(argument, call.caller().owner());
    if (id == null) {
      return false;
    }
    boolean whole = id.indexOf('.') > 0 && ids.isFull(id);
    boolean later =
        RUNS_LATER.matcher(call.name()).lookingAt()
            && call.receiver().known()
            && code.project(call.receiver().name()) != null
            && LONG_ID.matcher(id).matches();
    Set<String> found = facade || whole || later ? ids.unique(id, module(call)) : Set.of();
    found.forEach(each -> note(each, Run.sure(Site.of(call))));
    return !found.isEmpty();
  }

  private static String module(Call call) {
    return call.caller().owner().module();
  }

  private void note(String fullId, Run run) {
    runs.computeIfAbsent(fullId, ignored -> ConcurrentHashMap.newKeySet()).add(run);
  }
}
