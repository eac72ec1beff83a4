package dev.msvc.analyzers.shift;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An entry point that is reached by URLs.
 *
 * @param context that it is of; empty for none
 * @param methods of HTTP that it answers
 * @param changes whether it changes rows even where it is asked to read
 */
record Endpoint(
    EntryPoint entry,
    String context,
    UrlTemplate template,
    SortedSet<String> methods,
    boolean changes) {
  /** Those that routers tell apart. */
  static final List<String> METHODS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  /** Begin of a handler's name that says that it changes something. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(activate|add|append|approve|archive|assign|cancel|change|clear|close|confirm|create"
              + "|deactivate|delete|disable|drop|enable|flush|import|insert|lock|mark|merge|modify"
              + "|move|publish|purge|reject|remove|rename|replace|reset|save|send|set|store|submit"
              + "|subscribe|toggle|unlock|unsubscribe|update|upload|write)([A-Z_0-9].*)?");

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  Endpoint {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  /** Whether an entry point is asked by HTTP at a path of its own. */
  static boolean isWeb(EntryPoint entry) {
    String path = entry.path();
    return entry.kind() == EntryPointKind.HTTP
        || entry.kind() == EntryPointKind.SERVLET
        || (entry.kind() == EntryPointKind.SOAP && path != null && path.startsWith("/"));
  }

  /** Empty where no path can say its URLs. */
  static Optional<Endpoint> of(EntryPoint entry, String context, boolean changes) {
    String path = entry.path();
    if (path == null) {
      return Optional.empty();
    }
    return UrlTemplate.of(path.strip(), entry.kind() == EntryPointKind.SERVLET)
        .map(each -> new Endpoint(entry, context, each, methods(entry), changes));
  }

  /** The methods of HTTP that an entry point answers: who answers GET answers HEAD. */
  static SortedSet<String> methods(EntryPoint entry) {
    SortedSet<String> methods = new TreeSet<>();
    String written = entry.httpMethod();
    if (written == null && entry.kind() == EntryPointKind.SOAP) {
      methods.add("POST");
    } else if (written != null) {
      for (String each : written.toUpperCase(Locale.ROOT).split("[^A-Z]+", -1)) {
        if (METHODS.contains(each)) {
          methods.add(each);
        }
      }
    }
    if (methods.isEmpty()) {
      methods.addAll(METHODS);
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  /** Whether its name says that it changes something, whatever is seen of that. */
  static boolean soundsChanging(EntryPoint entry) {
    String name = entry.method();
    return CHANGING.matcher(name).matches() && !name.matches(".*([Ff]orm|Page|View|Dialog)");
  }

  /** Whether it answers every method, so that none says what it does. */
  static boolean isForAny(EntryPoint entry) {
    return methods(entry).containsAll(METHODS);
  }

  boolean answers(String method) {
    return methods.contains(method);
  }
}
