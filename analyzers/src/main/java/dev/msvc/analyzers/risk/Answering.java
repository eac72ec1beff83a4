package dev.msvc.analyzers.risk;

import dev.msvc.model.EntryPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose classes answer at an address, and whose a page calls. */
final class Answering {
  /** What a pattern leaves open, variables too. */
  private static final Pattern OPEN = Pattern.compile("/\\*\\*(?=/|$)|\\*\\*|\\*|\\?|\\{[^{}/]*}");

  private final Map<String, SortedSet<String>> byPath = new HashMap<>();

  /** The same, and without the part that leads to the servlet of pages. */
  private final Map<String, SortedSet<String>> byPage = new HashMap<>();

  Answering(Ground ground) {
    for (EntryPoint each : ground.facts().entryPoints()) {
      String path = each.path();
      String context = ground.map().contextOf(each.className());
      if (path != null && path.startsWith("/") && !context.isEmpty()) {
        byPath.computeIfAbsent(path, any -> new TreeSet<>()).add(context);
        byPage.computeIfAbsent(path, any -> new TreeSet<>()).add(context);
        int servlet = path.indexOf('/', 1);
        if (servlet > 0 && path.endsWith(".xhtml")) {
          byPage.computeIfAbsent(path.substring(servlet), any -> new TreeSet<>()).add(context);
        }
      }
    }
  }

  /** Contexts that answer where a pattern of paths holds; of one for all paths, none. */
  SortedSet<String> at(String pattern) {
    SortedSet<String> contexts = new TreeSet<>();
    String path = pattern.startsWith("/") ? pattern : "/" + pattern;
    if (path.matches("[/*.]*")) {
      return contexts;
    }
    Pattern wanted = pattern(path);
    byPath.forEach(
        (each, answering) -> {
          if (wanted.matcher(each).matches()) {
            contexts.addAll(answering);
          }
        });
    return contexts;
  }

  /** As Ant writes them: {@code *} within a part of a path, {@code **} for any number of parts. */
  private static Pattern pattern(String ant) {
    StringBuilder regex = new StringBuilder();
    Matcher open = OPEN.matcher(ant);
    int end = 0;
    while (open.find()) {
      regex.append(Pattern.quote(ant.substring(end, open.start())));
      regex.append(
          switch (open.group()) {
            case "/**" -> "(?:/.*)?";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default -> "[^/]+";
          });
      end = open.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(ant.substring(end))).toString());
  }

  /** Contexts whose code a page calls, by the longest end of its file that is a path. */
  Set<String> ofPage(String file) {
    for (int at = 0; at >= 0; at = file.indexOf('/', at + 1)) {
      Set<String> calling = byPage.get(at == 0 ? "/" + file : file.substring(at));
      if (calling != null) {
        return calling;
      }
    }
    return Set.of();
  }
}
