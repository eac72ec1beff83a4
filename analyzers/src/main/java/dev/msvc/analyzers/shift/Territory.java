package dev.msvc.analyzers.shift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which paths can be a context's without taking along what others answer. */
final class Territory {
  /** Words that say nothing of whose a path is: others are below them sooner or later. */
  private static final String GENERAL =
      "(?i)api|apis|rest|ws|web|webapi|app|service|services|public|internal|private|admin|rpc|pages"
          + "|rs|ui|do|action|actions|main|site|resources|v\\d+(\\.\\d+)*";

  /** So many at least are brought together by a path above them: fewer say more by themselves. */
  private static final int MANY = 3;

  private final List<Endpoint> own;
  private final List<Endpoint> others;
  private final Set<List<String>> prefixes = new HashSet<>();

  private final boolean trusting;

  /**
   * @param trusting whether a variable of others never is a word that paths of the context begin
   *     with
   */
  Territory(List<Endpoint> own, List<Endpoint> others, boolean trusting) {
    this.own = List.copyOf(own);
    this.others = List.copyOf(others);
    this.trusting = trusting;
    Map<List<String>, Set<String>> children = new HashMap<>();
    for (Endpoint each : own) {
      List<String> beginning = each.template().beginning();
      if (!each.template().isFixed()) {
        prefixes.add(beginning);
      }
      for (int i = 0; i <= beginning.size(); i++) {
        children
            .computeIfAbsent(beginning.subList(0, i), none -> new HashSet<>())
            .add(i < beginning.size() ? beginning.get(i) : "");
      }
    }
    children.forEach(
        (path, below) -> {
          boolean says = !path.isEmpty() && !path.get(path.size() - 1).matches(GENERAL);
          if (says && below.size() >= MANY && isAlone(path)) {
            prefixes.add(path);
          }
        });
    prefixes.remove(List.<String>of());
  }

  List<Endpoint> own() {
    return own;
  }

  List<Endpoint> others() {
    return others;
  }

  /** Whether nobody else answers anything at or below a path, but for everything. */
  boolean isAlone(List<String> prefix) {
    return others.stream()
        .noneMatch(
            each ->
                !isFallback(each, prefix)
                    && !isTrusted(each, prefix)
                    && each.template().below(prefix).isPresent());
  }

  private boolean isTrusted(Endpoint each, List<String> prefix) {
    return trusting && each.template().beginning().size() < prefix.size();
  }

  /** Whether it answers what nobody else does: it is for all below a path that is above another. */
  static boolean isFallback(Endpoint each, List<String> prefix) {
    return each.template().open() && each.template().segments().size() < prefix.size();
  }

  /** Those of some that answer a method at or below a path. */
  List<Endpoint> rivals(List<String> prefix, String method, Collection<Endpoint> among) {
    List<Endpoint> rivals = new ArrayList<>();
    for (Endpoint each : among) {
      if (each.answers(method)
          && !isFallback(each, prefix)
          && !(isTrusted(each, prefix) && !own.contains(each))
          && takes(prefix, method, each)) {
        rivals.add(each);
      }
    }
    return rivals;
  }

  /** Whether a prefix would take requests of another that are not the context's own. */
  private boolean takes(List<String> prefix, String method, Endpoint other) {
    Optional<UrlTemplate> part = other.template().below(prefix);
    return part.isPresent()
        && own.stream()
            .noneMatch(
                mine ->
                    mine.answers(method)
                        && !mine.equals(other)
                        && mine.template().winsOver(other.template(), part.get()));
  }

  /** The path of a route that takes all requests of an endpoint, and none of some others. */
  @Nullable Claim claim(
      Endpoint mine, String method, Collection<List<String>> allowed, Collection<Endpoint> others) {
    List<String> beginning = mine.template().beginning();
    for (int i = 1; i <= beginning.size(); i++) {
      List<String> prefix = beginning.subList(0, i);
      if (allowed.contains(prefix) && rivals(prefix, method, others).isEmpty()) {
        return Claim.prefix(prefix);
      }
    }
    boolean sole =
        mine.template().isFixed()
            && others.stream()
                .noneMatch(
                    each ->
                        each.answers(method)
                            && each.template().isFixed()
                            && each.template().segments().equals(mine.template().segments()));
    return sole ? Claim.exactly(mine.template()) : null;
  }

  /**
   * What routes take of the requests of one method.
   *
   * @param reads by endpoint, those that change nothing
   * @param writes by endpoint, those that may
   * @param joined endpoints that change nothing and that no route tells from those that do
   * @param out endpoints that no route can take without others'
   */
  record Split(
      Map<Endpoint, Claim> reads,
      Map<Endpoint, Claim> writes,
      Set<Endpoint> joined,
      List<Endpoint> out) {}

  Split split(String method) {
    List<Endpoint> asked = own.stream().filter(each -> each.answers(method)).toList();
    Set<Endpoint> changing = new HashSet<>();
    for (Endpoint each : asked) {
      if (!Endpoint.isSafe(method) || each.changes()) {
        changing.add(each);
      }
    }
    Set<Endpoint> joined = new HashSet<>();
    while (true) {
      Split split = split(method, asked, changing, joined);
      if (joined.addAll(split.joined())) {
        changing.addAll(split.joined());
      } else {
        return new Split(split.reads(), split.writes(), joined, split.out());
      }
    }
  }

  private Split split(
      String method, List<Endpoint> asked, Set<Endpoint> changing, Set<Endpoint> joined) {
    Map<Endpoint, Claim> reads = new LinkedHashMap<>();
    Map<Endpoint, Claim> writes = new LinkedHashMap<>();
    List<Endpoint> out = new ArrayList<>();
    Set<List<String>> narrow = prefixes;
    if (Endpoint.isSafe(method)) {
      // what changes rows although it is asked to read takes no more than it must
      narrow = new HashSet<>();
      for (Endpoint each : changing) {
        if (!each.template().isFixed()) {
          narrow.add(each.template().beginning());
        }
      }
      narrow.remove(List.<String>of());
    }
    for (Endpoint each : asked) {
      if (changing.contains(each)) {
        Claim claim = claim(each, method, narrow, others);
        if (claim == null) {
          out.add(each);
        } else {
          writes.put(each, claim);
        }
      }
    }
    Set<Endpoint> joins = new HashSet<>();
    for (Endpoint each : asked) {
      if (!changing.contains(each)) {
        Claim claim = readable(each, method, changing, writes);
        if (claim != null) {
          reads.put(each, claim);
        } else if (claim(each, method, prefixes, others) == null) {
          out.add(each);
        } else {
          joins.add(each);
        }
      }
    }
    joins.removeAll(joined);
    return new Split(reads, writes, joins, out);
  }

  /** A path for reads that routers try before those of writes, where both are for a request. */
  private @Nullable Claim readable(
      Endpoint mine, String method, Set<Endpoint> changing, Map<Endpoint, Claim> writes) {
    List<String> beginning = mine.template().beginning();
    int above = 0;
    for (Claim each : writes.values()) {
      if (each.leadsTo(beginning)) {
        above = Math.max(above, each.segments().size());
      }
      if (each.exact() && mine.template().isFixed() && each.segments().equals(beginning)) {
        return null;
      }
    }
    for (int i = above + 1; i <= beginning.size(); i++) {
      List<String> prefix = beginning.subList(0, i);
      List<Endpoint> obstacles = new ArrayList<>(others);
      for (Endpoint each : changing) {
        Claim claim = writes.get(each);
        if (each.answers(method) && (claim == null || !claim.precedes(prefix))) {
          obstacles.add(each);
        }
      }
      if (prefixes.contains(prefix) && rivals(prefix, method, obstacles).isEmpty()) {
        return Claim.prefix(prefix);
      }
    }
    return claim(mine, method, List.of(), others);
  }
}
