package dev.msvc.analyzers.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Libraries in lines of Gradle's build files, in Groovy or Kotlin. */
final class GradleLines {
  /** A longer line is no line that somebody wrote. */
  private static final int LONGEST = 1000;

  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "^\\s*(\\w*(?i:implementation|api|compile|compileOnly|runtime|runtimeOnly"
              + "|annotationProcessor|kapt|apt|provided|providedCompile|providedRuntime"
              + "|developmentOnly))(?=[\\s(])(.*)");
  private static final Pattern NOTATION =
      Pattern.compile("['\"]([\\w.\\-]+):([\\w.\\-]+)(?::([^'\"@:]*))?[^'\"]*['\"]");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\bgroup\\s*[:=]\\s*['\"]([^'\"]+)['\"]\\s*,\\s*name\\s*[:=]\\s*['\"]([^'\"]+)['\"]");
  private static final Pattern CATALOGUE = Pattern.compile("\\blibs\\.([\\w.]+)");

  private GradleLines() {}

  static List<Dependency> dependencies(String text) {
    List<Dependency> found = new ArrayList<>();
    String open = "";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.length() > LONGEST || line.strip().startsWith("//")) {
        continue;
      }
      Matcher begins = CONFIGURATION.matcher(line);
      boolean named = begins.find();
      String scope = named ? begins.group(1) : open;
      String rest = named ? begins.group(2) : line;
      Dependency one = scope.isEmpty() ? null : dependency(rest, scope, number);
      if (one != null) {
        found.add(one);
      }
      // a list goes on behind an open bracket or a comma
      String end = rest.strip();
      open = end.endsWith("(") || end.endsWith(",") ? scope : "";
    }
    return found;
  }

  private static @Nullable Dependency dependency(String text, String scope, int line) {
    Matcher notation = NOTATION.matcher(text);
    if (notation.find()) {
      String version = notation.group(3) == null ? "" : notation.group(3);
      return new Dependency(notation.group(1), notation.group(2), version, scope, line);
    }
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return new Dependency(named.group(1), named.group(2), "", scope, line);
    }
    Matcher catalogue = CATALOGUE.matcher(text);
    return catalogue.find()
        ? new Dependency("", catalogue.group(1).replace('.', '-'), "", scope, line)
        : null;
  }
}
