package dev.msvc.analyzers.trace;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the entry point that serves a path, as containers do: what is literal goes first. */
final class Routes {
  private static final int DEEPEST = 64;
  private static final Set<EntryPointKind> KINDS =
      EnumSet.of(
          EntryPointKind.HTTP,
          EntryPointKind.SERVLET,
          EntryPointKind.SOAP,
          EntryPointKind.GRAPHQL,
          EntryPointKind.GRPC);

  private final Node root = new Node();
  private final Set<String> words = new HashSet<>();
  private final Map<String, List<EntryPoint>> extensions = new HashMap<>();

  /** A place in a path. */
  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<String, Part> parts = new TreeMap<>();
    @Nullable Node variable;
    final List<EntryPoint> ends = new ArrayList<>();
    final List<EntryPoint> rest = new ArrayList<>();
  }

  private record Part(Pattern pattern, Node next) {}

  /**
   * Who serves a path.
   *
   * @param entries one, or several that serve the same
   * @param literals segments of the path that stand in the code as they are
   */
  record Match(List<EntryPoint> entries, int literals) {
    Match {
      entries = List.copyOf(entries);
    }
  }

  Routes(List<EntryPoint> entries) {
    for (EntryPoint each : entries) {
      String path = each.path();
      if (path != null && KINDS.contains(each.kind())) {
        if (path.startsWith("*.")) {
          extensions.computeIfAbsent(path.substring(2), key -> new ArrayList<>()).add(each);
        } else if (path.startsWith("/") || each.kind() == EntryPointKind.GRPC) {
          add(each, segments(path));
        }
      }
    }
  }

  private void add(EntryPoint entry, List<String> segments) {
    Node node = root;
    for (int i = 0; i < segments.size(); i++) {
      String each = segments.get(i);
      boolean last = i == segments.size() - 1;
      if (each.equals("**") || each.startsWith("{*") || (each.equals("*") && last)) {
        // what comes behind it can be anything
        node.rest.add(entry);
        return;
      }
      int colon = each.indexOf(':');
      String pattern = colon < 0 ? "" : each.substring(colon + 1, each.length() - 1).strip();
      if (isWhole(each) && last && (pattern.equals(".*") || pattern.equals(".+"))) {
        node.rest.add(entry);
        return;
      }
      node = next(node, each, pattern);
    }
    node.ends.add(entry);
  }

  /** Segments that stand in the code as they are. */
  Set<String> words() {
    return Collections.unmodifiableSet(words);
  }

  private Node next(Node node, String segment, String pattern) {
    if (segment.equals("*") || (isWhole(segment) && pattern.isEmpty())) {
      if (node.variable == null) {
        node.variable = new Node();
      }
      return node.variable;
    }
    if (segment.indexOf('{') < 0 && segment.indexOf('*') < 0) {
      words.add(segment);
      return node.literals.computeIfAbsent(segment, key -> new Node());
    }
    return node.parts.computeIfAbsent(segment, key -> new Part(pattern(segment), new Node())).next;
  }

  private static boolean isWhole(String segment) {
    return segment.startsWith("{")
        && segment.endsWith("}")
        && end(segment, 0) == segment.length() - 1;
  }

  /** A segment with variables in it. */
  private static Pattern pattern(String segment) {
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (at < segment.length()) {
      char c = segment.charAt(at);
      if (c == '{') {
        int end = end(segment, at);
        int colon = segment.indexOf(':', at);
        all.append(
            colon > 0 && colon < end ? "(?:" + segment.substring(colon + 1, end) + ")" : ".+");
        at = end + 1;
      } else {
        all.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
        at++;
      }
    }
    try {
      return Pattern.compile(all.toString());
    } catch (PatternSyntaxException ofAnotherLanguage) {
      return Pattern.compile(".+");
    }
  }

  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length() - 1;
  }

  /** The segments of a path; braces may hold slashes. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i == path.length() ? '/' : path.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (i == path.length() || (c == '/' && depth <= 0)) {
        if (i > start) {
          segments.add(path.substring(start, i));
        }
        start = i + 1;
      }
    }
    return segments;
  }

  /** Null where nobody serves it. */
  @Nullable Match find(String method, List<String> segments) {
    if (segments.size() > DEEPEST) {
      return null;
    }
    Match match = find(root, method, segments, 0, 0);
    if ((match == null || match.literals == 0) && !segments.isEmpty()) {
      String last = segments.get(segments.size() - 1);
      int dot = last.lastIndexOf('.');
      List<EntryPoint> byExtension = dot < 0 ? null : extensions.get(last.substring(dot + 1));
      if (byExtension != null) {
        return of(byExtension, method, 1);
      }
    }
    return match;
  }

  private static @Nullable Match find(
      Node node, String method, List<String> segments, int at, int literals) {
    if (at == segments.size()) {
      Match match = of(node.ends, method, literals);
      return match == null ? of(node.rest, method, literals) : match;
    }
    String segment = segments.get(at);
    Node literal = node.literals.get(segment);
    Match match = literal == null ? null : find(literal, method, segments, at + 1, literals + 1);
    boolean template = segment.startsWith("{") || segment.startsWith(":");
    for (Part each : node.parts.values()) {
      if (match == null && (template || each.pattern.matcher(segment).matches())) {
        match = find(each.next, method, segments, at + 1, literals + (template ? 0 : 1));
      }
    }
    if (match == null && node.variable != null) {
      match = find(node.variable, method, segments, at + 1, literals);
    }
    return match == null ? of(node.rest, method, literals) : match;
  }

  /** Those that take a method; null for none. */
  private static @Nullable Match of(List<EntryPoint> entries, String method, int literals) {
    List<EntryPoint> exact = new ArrayList<>();
    List<EntryPoint> any = new ArrayList<>();
    for (EntryPoint each : entries) {
      String its = each.httpMethod();
      if (its == null || its.equals("ANY") || method.isEmpty()) {
        any.add(each);
      } else if (its.equals(method)) {
        exact.add(each);
      }
    }
    if (exact.isEmpty() && any.isEmpty() && method.equals("HEAD")) {
      return of(entries, "GET", literals);
    }
    List<EntryPoint> found = exact.isEmpty() ? any : exact;
    return found.isEmpty() ? null : new Match(found, literals);
  }
}
