package dev.msvc.analyzers.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells main code from tests and generated code by where a folder lies. The part of its path that
 * is its package says nothing: {@code com.acme.test} is main code. Where the path leaves it open,
 * one file's package tells where the source root ends.
 */
final class Layout {
  private static final Set<String> LANGUAGES =
      Set.of("java", "kotlin", "scala", "groovy", "resources", "webapp", "sql", "proto");
  private static final Set<String> TEST_WORDS =
      Set.of("test", "tests", "testing", "junit", "e2e", "it", "itest", "testsrc");
  private static final Pattern WORD = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
  private static final String KINDS =
      "integration|int|functional|acceptance|system|unit|smoke|performance|perf|load|e2e";
  private static final Pattern TEST_MODULE =
      Pattern.compile("(?i)(?:" + KINDS + ")[-_]?tests?|tests");
  private static final Pattern TEST_FOLDER =
      Pattern.compile(
          "(?i)(?:(?:java|src|junit|"
              + KINDS
              + ")[-_]?)?tests?|tests?[-_]?(?:src|java|sources?|cases?|suite|fixtures|resources)"
              + "|testing|junit|it|e2e");
  private static final Pattern GENERATED_FOLDER =
      Pattern.compile("(?i)generated(?:[-_].*)?|gen|(?:src|java)[-_]gen(?:erated)?|gen[-_]?src");

  private final Map<String, Role> roles = new HashMap<>();

  /**
   * The role of a folder that holds source.
   *
   * @param packageName asked only where the path leaves it open
   */
  Role ofSource(String folder, Function<String, String> packageName) {
    return roles.computeIfAbsent(
        folder,
        each -> {
          List<String> names = List.of(each.split("/"));
          Role role = standard(names);
          if (role != null) {
            return role;
          }
          String declared = packageName.apply(each);
          List<String> tail = declared.isEmpty() ? List.of() : List.of(declared.split("\\."));
          return plain(names.subList(0, names.size() - commonEnd(names, tail)));
        });
  }

  /** The role of a folder of other files: that of the source in or around it, or its path's. */
  Role ofResources(String folder) {
    List<String> names = List.of(folder.split("/"));
    Role role = standard(names);
    if (role != null) {
      return role;
    }
    for (String each = folder; !each.isEmpty(); each = parent(each)) {
      Role known = roles.get(each);
      if (known != null) {
        return known;
      }
    }
    return plain(names);
  }

  /** The role of a folder, where nothing but its path decides it; null where more does. */
  static @Nullable Role byPath(String folder) {
    return standard(List.of(folder.split("/")));
  }

  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** What {@code src/SET/LANGUAGE} and the absence of any telling name say; null for nothing. */
  private static @Nullable Role standard(List<String> names) {
    for (int i = 0; i + 1 < names.size(); i++) {
      if (!names.get(i).equals("src")) {
        continue;
      }
      String set = names.get(i + 1);
      String language = i + 2 < names.size() ? names.get(i + 2) : "";
      if (set.equals("main")) {
        return main(names.subList(0, i), language);
      }
      if (LANGUAGES.contains(language)) {
        if (isTestSet(set)) {
          return Role.TEST;
        }
        if (GENERATED_FOLDER.matcher(set).matches()) {
          return Role.GENERATED;
        }
      }
    }
    return plain(names) == Role.MAIN ? Role.MAIN : null;
  }

  private static Role main(List<String> before, String language) {
    if (before.stream().anyMatch(each -> TEST_MODULE.matcher(each).matches())) {
      return Role.TEST;
    }
    return GENERATED_FOLDER.matcher(language).matches() ? Role.GENERATED : Role.MAIN;
  }

  private static Role plain(List<String> names) {
    Role role = Role.MAIN;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (TEST_FOLDER.matcher(name).matches()
          || (i > 0 && names.get(i - 1).equals("src") && isTestSet(name))) {
        return Role.TEST;
      }
      if (GENERATED_FOLDER.matcher(name).matches()) {
        role = Role.GENERATED;
      }
    }
    return role;
  }

  private static boolean isTestSet(String set) {
    for (String word : WORD.split(set)) {
      if (TEST_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static int commonEnd(List<String> names, List<String> tail) {
    int common = 0;
    while (common < Math.min(names.size(), tail.size())
        && names.get(names.size() - 1 - common).equals(tail.get(tail.size() - 1 - common))) {
      common++;
    }
    return common;
  }
}
