package dev.msvc.analyzers.data;

import dev.msvc.analyzers.data.Statements.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who names a key of a file that is called as one class: {@code order_line_dao.xml} and {@code
 * oracle_order_line_dao.xml} hold what {@code OrderLineDAO} finds by names such as "create", which
 * many such files have.
 */
final class NamesakeCallers {
  private final KeyCallers callers;
  private final Map<String, TreeSet<String>> files = new HashMap<>();

  NamesakeCallers(KeyCallers callers) {
    this.callers = callers;
  }

  /** Says that a file holds a key. */
  void add(String key, String file) {
    files.computeIfAbsent(key, ignored -> new TreeSet<>()).add(file);
  }

  /** Those of the class that the file is called as; of several the one with the longest name. */
  List<Site> of(String key, String file) {
    for (String name : endings(file)) {
      List<Site> sites =
          callers.all(key).stream().filter(site -> simpleName(site).equals(name)).toList();
      if (!sites.isEmpty()) {
        return sites;
      }
    }
    return List.of();
  }

  /** Those by the key alone, but of no class that another file of that key is called as. */
  List<Site> others(String key) {
    List<Site> sites = new ArrayList<>(callers.of(key));
    files.getOrDefault(key, new TreeSet<>()).forEach(file -> sites.removeAll(of(key, file)));
    return sites;
  }

  private static String simpleName(Site site) {
    String name = site.className();
    return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')))
        .toLowerCase(Locale.ROOT);
  }

  /** The words of the file's name without its extension, from each of them on to the last. */
  private static List<String> endings(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    List<String> words = List.of((dot < 0 ? name : name.substring(0, dot)).split("[^a-z0-9]+"));
    List<String> endings = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      endings.add(String.join("", words.subList(from, words.size())));
    }
    return endings;
  }
}
