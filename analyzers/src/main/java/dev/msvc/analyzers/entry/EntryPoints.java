package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entry points of one analyzer, given ids that no other entry point has. */
final class EntryPoints {
  private static final Comparator<EntryPoint> ORDER =
      Comparator.comparing(EntryPoint::id)
          .thenComparing(EntryPoint::className)
          .thenComparing(EntryPoint::place)
          .thenComparing(EntryPoint::method)
          .thenComparing(each -> each.path() == null ? "" : each.path());

  private final List<EntryPoint> all = new ArrayList<>();

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** A route: its id is the method and the path. */
  void route(
      EntryPointKind kind,
      String httpMethod,
      String path,
      JavaType type,
      JavaMethod method,
      Certainty certainty) {
    route(kind, httpMethod, path, type, method.name(), method.place(), certainty);
  }

  /** A route to what may be no method of the project's. */
  void route(
      EntryPointKind kind,
      String httpMethod,
      String path,
      JavaType type,
      String method,
      Place place,
      Certainty certainty) {
    all.add(
        new EntryPoint(
            httpMethod + " " + path,
            kind,
            httpMethod,
            path,
            type.name(),
            method,
            place,
            certainty));
  }

  /** A handler of requests whose path is not known: its id is the word and the method's name. */
  void unrouted(
      EntryPointKind kind,
      String word,
      String httpMethod,
      JavaType type,
      JavaMethod method,
      Certainty certainty) {
    all.add(
        new EntryPoint(
            word + " " + type.name() + "." + method.name(),
            kind,
            httpMethod,
            null,
            type.name(),
            method.name(),
            method.place(),
            certainty));
  }

  /** A method that a container calls: its id is the word and the method's name. */
  void method(
      EntryPointKind kind,
      String word,
      @Nullable String path,
      JavaType type,
      JavaMethod method,
      Certainty certainty) {
    all.add(
        new EntryPoint(
            word + " " + type.name() + "." + method.name(),
            kind,
            null,
            path,
            type.name(),
            method.name(),
            method.place(),
            certainty));
  }

  /** Adds them; of those with one id the first keeps it, others are told apart by their method. */
  void addTo(FactCollector facts) {
    Set<String> taken = new HashSet<>();
    facts.entryPoints().forEach(each -> taken.add(each.id()));
    all.stream().distinct().sorted(ORDER).forEach(each -> facts.add(unique(each, taken)));
  }

  private static EntryPoint unique(EntryPoint entry, Set<String> taken) {
    String simple = entry.className().substring(entry.className().lastIndexOf('.') + 1);
    String told = entry.httpMethod() == null ? entry.path() : simple + "." + entry.method();
    String id = entry.id();
    // no line, or it would be another with each line above
    for (int i = told == null ? 2 : 1; !taken.add(id); i++) {
      String detail = told == null ? "" + i : i == 1 ? told : told + " " + i;
      id = entry.id() + " (" + detail + ")";
    }
    return new EntryPoint(
        id,
        entry.kind(),
        entry.httpMethod(),
        entry.path(),
        entry.className(),
        entry.method(),
        entry.place(),
        entry.certainty());
  }
}
