package dev.msvc.cluster.ready;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What keeps pods from being ready.
 *
 * @param subject what tells it from others: equal troubles of many pods are one
 * @param what in a line, with what was said by who found it
 * @param todo what to do about it; empty where the line says it
 * @param log where more is to be read; null for nowhere
 * @param pods how many have it; 0 where no pod could even be made
 */
record Trouble(
    Cause cause, String subject, String what, String todo, @Nullable LogOf log, int pods) {
  /** What kind of trouble it is, the surest first. */
  enum Cause {
    REFUSED,
    QUOTA,
    SCHEDULING,
    IMAGE,
    CONFIGURATION,
    VOLUME,
    CRASH,
    PROBE,
    /** Not yet a trouble: it takes its time. */
    STARTING
  }

  /**
   * The log of a container.
   *
   * @param previous whether of its run before this one
   */
  record LogOf(String pod, String container, boolean previous) {}

  static Trouble of(Cause cause, String subject, String what, String todo) {
    return new Trouble(cause, subject, what, todo, null, 1);
  }

  /** Equal troubles as one, which says most of them, in the order of their causes. */
  static List<Trouble> merged(List<Trouble> all) {
    Map<String, Trouble> merged = new LinkedHashMap<>();
    for (Trouble each : all) {
      merged.merge(each.cause + " " + each.subject, each, Trouble::with);
    }
    List<Trouble> sorted = new ArrayList<>(merged.values());
    sorted.sort(Comparator.comparing(Trouble::cause).thenComparing(Trouble::subject));
    return sorted;
  }

  private Trouble with(Trouble other) {
    Trouble more = other.what.length() > what.length() ? other : this;
    return new Trouble(cause, subject, more.what, more.todo, more.log, pods + other.pods);
  }

  /** For people: the first line, and what to do below it. */
  List<String> lines() {
    String who = pods == 0 ? "" : Words.count(pods, "pod") + ": ";
    return todo.isEmpty() ? List.of(who + what) : List.of(who + what, "  " + todo);
  }
}
