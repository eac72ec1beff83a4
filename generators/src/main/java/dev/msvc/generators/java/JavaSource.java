package dev.msvc.generators.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of Java as a template writes it, put in order: the imports that it needs and no others, and
 * no line longer than 100.
 */
final class JavaSource {
  private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.]+);");

  private final Map<String, String> known;

  /**
   * @param packageName of the service
   * @param classes full names of its classes
   */
  JavaSource(String packageName, List<String> classes) {
    this.known = new HashMap<>(LibraryTypes.importable(packageName));
    classes.forEach(each -> known.put(simple(each), each));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The text in order. */
  String tidy(String text) {
    List<String> head = new ArrayList<>();
    List<String> body = new ArrayList<>();
    Map<String, String> said = new HashMap<>();
    Set<String> statics = new TreeSet<>();
    String home = "";
    for (String line : text.lines().toList()) {
      Matcher matcher = IMPORT.matcher(line);
      if (matcher.matches()) {
        if (matcher.group(1) == null) {
          said.put(simple(matcher.group(2)), matcher.group(2));
        } else {
          statics.add(matcher.group(2));
        }
      } else if (line.startsWith("package ")) {
        home = line.substring("package ".length(), line.length() - 1);
        head.add(line);
      } else if (home.isEmpty()) {
        head.add(line);
      } else {
        body.add(line.stripTrailing());
      }
    }
    NamesIn names = NamesIn.of(String.join("\n", body));
    List<String> all = new ArrayList<>(head);
    all.add("");
    statics.removeIf(each -> !names.used().contains(simple(each)));
    statics.forEach(each -> all.add("import static " + each + ";"));
    if (!statics.isEmpty()) {
      all.add("");
    }
    Set<String> imports = imports(home, said, names);
    imports.forEach(each -> all.add("import " + each + ";"));
    if (!imports.isEmpty()) {
      all.add("");
    }
    all.addAll(Wrapping.lines(trimmed(body)));
    return String.join("\n", all) + "\n";
  }

  private Set<String> imports(String home, Map<String, String> said, NamesIn names) {
    Set<String> imports = new TreeSet<>();
    for (String each : names.used()) {
      String name = said.getOrDefault(each, known.get(each));
      if (name != null && !names.declared().contains(each) && !name.equals(home + "." + each)) {
        imports.add(name);
      }
    }
    return imports;
  }

  /** Without empty lines at its ends, twice, or before a closing brace. */
  private static List<String> trimmed(List<String> body) {
    List<String> all = new ArrayList<>();
    for (String line : body) {
      boolean first = all.isEmpty() || all.get(all.size() - 1).isEmpty();
      if (line.isEmpty() && first) {
        continue;
      }
      if (line.strip().equals("}") && first && !all.isEmpty()) {
        all.remove(all.size() - 1);
      }
      all.add(line);
    }
    while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
      all.remove(all.size() - 1);
    }
    return all;
  }
}
