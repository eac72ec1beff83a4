package dev.msvc.analyzers.cut;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.ContextMap;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Operation;
import dev.msvc.model.RelationFact;
import dev.msvc.model.Remedy;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to do with a transaction that is cut, by rules in this order: what is held together
 * too tightly stays together; what reserves is tried, confirmed and cancelled; what can be undone
 * or has several partners is a saga; one partner that can follow later is told by an outbox.
 */
final class Remedies {
  /** From so many transactions on that write both sides, they are held together by them. */
  static final int MANY = 10;

  /** More tables of others than that, and nobody writes a compensation for each. */
  private static final int TOO_MANY = 8;

  /** Columns of one update from which on it sets the row as a whole. */
  private static final int WHOLE_ROW = 8;

  private static final Pattern STOCK =
      Pattern.compile(
          "balance|stock|quantity|qty|on_?hand|available|reserved|on_?hold|inventory|seats?|capacity"
              + "|credit_?limit|funds|allocated");

  /** Names of tables that say of an amount what it is, and hold none. */
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          ".*(?:status(?:es)?|types?|kinds?|reasons?|categor(?:y|ies)|settings?|configs?|configurations?)");

  private static final Pattern LOG =
      Pattern.compile(
          "log|logs|audit|history|event|events|notification|notifications|message|messages|outbox"
              + "|email|sms|mail|trail|journal|activity");
  private static final Pattern UNDO =
      Pattern.compile(
          "(cancel|undo|revert|reverse|refund|release|rollback|compensate|void|withdraw|reject|unassign)"
              + ".*");
  private static final Pattern RESERVE = Pattern.compile("(reserve|hold|allocate|block)([A-Z].*)?");

  private final Boundary boundary;
  private final Map<List<String>, Integer> together =
      new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
  private final Map<String, Integer> writing = new TreeMap<>();
  private final Map<List<String>, String> cascades = new HashMap<>();
  private final Map<String, Set<String>> keys = new HashMap<>();
  private @Nullable MethodGraph calls;

  /** Of the transaction that was asked for last: of all they would be too many. */
  private MethodGraph.@Nullable Method followed;

  private Set<MethodGraph.Method> reached = Set.of();

  Remedies(Boundary boundary, List<Crossing> crossings) {
    this.boundary = boundary;
    for (TransactionFact each : boundary.facts().transactions()) {
      boundary
          .byOwner(each.writes())
          .keySet()
          .forEach(owner -> writing.merge(owner, 1, Integer::sum));
    }
    for (Crossing each : crossings) {
      for (String owner : tight(each)) {
        together.merge(KeyCuts.sorted(each.home(), owner), 1, Integer::sum);
      }
    }
    cascades();
    for (TableFact each : boundary.facts().tables()) {
      Set<String> columns = new TreeSet<>();
      each.primaryKey().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
      keys.put(ContextMap.key(each.name()), columns);
    }
  }

  /**
   * What is proposed, what it means here, and by which rule.
   *
   * @param with the owner that it is about beside the home
   */
  record Proposal(Remedy remedy, String with, String advice, String why) {}

  private record Held(String with, String why) {}

  /** Tables of entities that are removed with one of another context, and by which property. */
  private void cascades() {
    Map<String, List<String>> tables = new HashMap<>();
    for (TableFact table : boundary.facts().tables()) {
      for (String entity : table.entities()) {
        tables.computeIfAbsent(entity, name -> new ArrayList<>()).add(table.name());
      }
    }
    for (RelationFact each : boundary.facts().relations()) {
      if (each.kind() == RelationFact.Kind.ENTITY && each.composes()) {
        for (String from : tables.getOrDefault(each.className(), List.of())) {
          for (String to : tables.getOrDefault(each.target(), List.of())) {
            cascades.put(
                List.of(ContextMap.key(from), ContextMap.key(to)),
                Cuts.simple(each.className()) + "." + each.property());
          }
        }
      }
    }
  }

  /** Other owners of tables that cannot simply follow later: not only added to as a log is. */
  private List<String> tight(Crossing crossing) {
    List<String> owners = new ArrayList<>();
    crossing
        .sure()
        .forEach(
            (owner, tables) -> {
              boolean changes =
                  tables.stream().anyMatch(table -> !isLog(crossing.transaction(), table));
              if (!owner.equals(crossing.home()) && changes) {
                owners.add(owner);
              }
            });
    return owners;
  }

  Proposal of(Crossing crossing) {
    if (!crossing.isSure()) {
      return new Proposal(
          Remedy.OUTBOX,
          crossing.other(),
          "check first whether it really reaches them; if it does, tell %s by an outbox"
              .formatted(crossing.other()),
          "which implementation runs is open, so nothing is decided by these tables");
    }
    Held held = held(crossing);
    if (held != null) {
      return new Proposal(
          Remedy.KEEP_TOGETHER,
          held.with(),
          "leave %s and %s in one service, or move the tables to one owner"
              .formatted(crossing.home(), held.with()),
          held.why());
    }
    List<String> tight = tight(crossing);
    Reserved reserved = reserved(crossing);
    if (reserved != null) {
      return new Proposal(
          Remedy.TCC,
          crossing.other(),
          "%s offers try, confirm and cancel; %s reserves first and confirms at the end"
              .formatted(boundary.owner(reserved.table()), crossing.home()),
          reserved.why());
    }
    if (tight.isEmpty()) {
      return new Proposal(
          Remedy.OUTBOX,
          crossing.other(),
          "write the event with the own rows; %s follows".formatted(crossing.other()),
          "%s %s only added to, so %s can follow later"
              .formatted(
                  Cuts.few(foreign(crossing)),
                  foreign(crossing).size() == 1 ? "is" : "are",
                  crossing.other()));
    }
    SortedSet<String> undone = undone(crossing);
    if (tight.size() > 1 || (foreign(crossing).size() > 1 && !undone.isEmpty())) {
      String partners = "tables of %s are written beside its own".formatted(Cuts.few(tight));
      return new Proposal(
          Remedy.SAGA,
          crossing.other(),
          "%s runs the steps, and undoes those done when one fails".formatted(crossing.home()),
          undone.isEmpty()
              ? partners + "; nothing is visible that undoes them: write that first"
              : partners + "; " + Cuts.few(undone) + " can undo");
    }
    return new Proposal(
        Remedy.OUTBOX,
        crossing.other(),
        "write the event with the own rows; %s follows, if nobody must see both at once"
            .formatted(crossing.other()),
        "only %s of %s is written beside its own tables"
            .formatted(Cuts.few(foreign(crossing)), tight.get(0)));
  }

  private static SortedSet<String> foreign(Crossing crossing) {
    SortedSet<String> all = new TreeSet<>();
    crossing
        .sure()
        .forEach(
            (owner, tables) -> {
              if (!owner.equals(crossing.home())) {
                all.addAll(tables);
              }
            });
    return all;
  }

  /** What holds the home and another owner too tightly together; null for nothing. */
  private @Nullable Held held(Crossing crossing) {
    SortedSet<String> own = crossing.sure().get(crossing.home());
    if (own == null) {
      return null;
    }
    for (String table : foreign(crossing)) {
      String same = sameColumns(crossing.home(), table);
      if (!same.isEmpty()) {
        return new Held(boundary.owner(table), same);
      }
      for (String mine : own) {
        String cascade = cascade(mine, table);
        if (!cascade.isEmpty()) {
          return new Held(boundary.owner(table), cascade);
        }
      }
    }
    SortedSet<String> others = new TreeSet<>(foreign(crossing));
    others.removeIf(each -> isLog(crossing.transaction(), each));
    if (others.size() > TOO_MANY) {
      return new Held(
          crossing.other(),
          "it changes %d tables of %s: too many to undo one by one"
              .formatted(others.size(), Cuts.few(tight(crossing))));
    }
    for (String owner : tight(crossing)) {
      int both = together.getOrDefault(KeyCuts.sorted(crossing.home(), owner), 0);
      int fewer =
          Math.min(writing.getOrDefault(crossing.home(), 0), writing.getOrDefault(owner, 0));
      if (both >= MANY && both * 2 > fewer) {
        return new Held(
            owner,
            "%d transactions write tables of both %s and %s, of %d that write one of them"
                .formatted(both, crossing.home(), owner, fewer));
      }
    }
    return null;
  }

  /** A row of which both sides change the same columns. */
  private String sameColumns(String home, String table) {
    Map<String, SortedSet<String>> columns = new TreeMap<>();
    boundary
        .accesses(table)
        .forEach(
            (className, accesses) -> {
              for (Access each : accesses) {
                if (each.op() == Operation.UPDATE && each.via() != AccessVia.DIRTY_CHECKING) {
                  each.columns()
                      .forEach(
                          column ->
                              columns
                                  .computeIfAbsent(
                                      boundary.context(className), name -> new TreeSet<>())
                                  .add(column.toLowerCase(Locale.ROOT)));
                }
              }
            });
    SortedSet<String> both = new TreeSet<>(columns.getOrDefault(home, new TreeSet<>()));
    both.retainAll(columns.getOrDefault(boundary.owner(table), new TreeSet<>()));
    both.removeAll(keys.getOrDefault(ContextMap.key(table), Set.of()));
    return both.isEmpty()
        ? ""
        : "%s and %s both change %s.%s"
            .formatted(home, boundary.owner(table), table, Cuts.few(both));
  }

  private String cascade(String one, String other) {
    String a = ContextMap.key(one);
    String b = ContextMap.key(other);
    String property = cascades.getOrDefault(List.of(a, b), cascades.get(List.of(b, a)));
    return property == null
        ? ""
        : "rows of %s and %s live and die together (%s)".formatted(one, other, property);
  }

  private record Reserved(String table, String why) {}

  /** What shows that the other side's amounts are taken or given; null for nothing. */
  private @Nullable Reserved reserved(Crossing crossing) {
    Set<String> writers = Set.copyOf(crossing.transaction().writers());
    for (String table : foreign(crossing)) {
      for (Map.Entry<String, List<Access>> each : boundary.accesses(table).entrySet()) {
        if (!writers.contains(each.getKey())) {
          continue;
        }
        for (Access access : each.getValue()) {
          if (access.op() != Operation.UPDATE) {
            continue;
          }
          String amount = amount(table, access);
          if (amount.isEmpty()) {
            continue;
          }
          if (isOnTheWay(access, reached(crossing.transaction()))) {
            String method = Cuts.method(Cuts.simple(access.className()), access.method());
            return new Reserved(table, "%s changes %s".formatted(method, amount));
          }
        }
      }
    }
    return null;
  }

  /** What an update takes from or gives to, in words; empty for what is no amount. */
  private static String amount(String table, Access access) {
    // who sets a whole row need not mean its amounts
    if (access.columns().size() < WHOLE_ROW) {
      for (String column : access.columns()) {
        if (hasWord(STOCK, column)) {
          return "the amount %s.%s".formatted(table, column);
        }
      }
    }
    boolean stock =
        hasWord(STOCK, table) && !NO_AMOUNT.matcher(table.toLowerCase(Locale.ROOT)).matches();
    return stock || RESERVE.matcher(access.method()).matches() ? "rows of " + table : "";
  }

  private Set<MethodGraph.Method> reached(TransactionFact transaction) {
    MethodGraph graph = calls;
    if (graph == null) {
      graph = new MethodGraph(boundary.map());
      calls = graph;
    }
    MethodGraph.Method begins =
        new MethodGraph.Method(transaction.className(), transaction.method());
    if (!begins.equals(followed)) {
      reached = graph.reached(begins.type(), begins.name());
      followed = begins;
    }
    return reached;
  }

  /** Whether a method is called, or how its class is called is not seen. */
  private static boolean isOnTheWay(Access access, Set<MethodGraph.Method> reached) {
    return reached.contains(new MethodGraph.Method(access.className(), access.method()))
        || reached.stream().noneMatch(each -> each.type().equals(access.className()));
  }

  private static boolean hasWord(Pattern words, String name) {
    String bare = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Matcher found = words.matcher(bare);
    while (found.find()) {
      boolean begins = found.start() == 0 || !Character.isLetter(bare.charAt(found.start() - 1));
      boolean ends = found.end() == bare.length() || !Character.isLetter(bare.charAt(found.end()));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** Whether a transaction only adds rows to a table, as to a log. */
  private boolean isLog(TransactionFact transaction, String table) {
    List<Access> writes = new ArrayList<>();
    for (String writer : transaction.writers()) {
      for (Access each : boundary.accesses(table).getOrDefault(writer, List.of())) {
        if (each.op().writes()) {
          writes.add(each);
        }
      }
    }
    if (isAdded(writes, table)) {
      return true;
    }
    if (writes.stream().noneMatch(each -> each.op() == Operation.INSERT)) {
      return false;
    }
    // its class can do more, but perhaps only other callers ask it to
    Set<MethodGraph.Method> run = reached(transaction);
    writes.removeIf(each -> !isOnTheWay(each, run));
    return isAdded(writes, table);
  }

  private static boolean isAdded(List<Access> writes, String table) {
    Set<Operation> done = EnumSet.noneOf(Operation.class);
    writes.forEach(each -> done.add(each.op()));
    if (done.isEmpty()) {
      return false;
    }
    return done.equals(EnumSet.of(Operation.INSERT))
        || (hasWord(LOG, table) && EnumSet.of(Operation.INSERT, Operation.MERGE).containsAll(done));
  }

  /** Methods of the other sides' classes that write their tables, that undo. */
  private SortedSet<String> undone(Crossing crossing) {
    SortedSet<String> names = new TreeSet<>();
    Set<String> tables = foreign(crossing);
    for (String writer : crossing.transaction().writers()) {
      boolean foreign =
          tables.stream()
              .anyMatch(
                  table ->
                      boundary.accesses(table).containsKey(writer)
                          && boundary.context(writer).equals(boundary.owner(table)));
      TypeFact type = foreign ? boundary.map().type(writer) : null;
      if (type != null) {
        for (MethodFact each : type.methods()) {
          if (UNDO.matcher(each.name()).matches()) {
            names.add(Cuts.simple(writer) + "." + each.name());
          }
        }
      }
    }
    return names;
  }
}
