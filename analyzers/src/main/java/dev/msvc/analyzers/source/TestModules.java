package dev.msvc.analyzers.source;

import dev.msvc.analyzers.source.TreeWalk.Found;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Modules whose main folder holds tests, or what tests are written with. Their name says so, and
 * either their build file gives a library for tests to main code that uses it, or all of their
 * source does.
 */
final class TestModules {
  private static final String KINDS =
      "tests?|testing|its|itests?|e2e|testkit|testsupport|testutils?";
  private static final String PARTS =
      "support|utils?|commons?|core|kit|framework|suites?|base|fixtures|data|cases|infrastructure";

  /** What a module is called: a word for tests comes first or last, or before what they need. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:.*[-_.])?(?:%1$s|it)|(?:tests?|e2e)[-_.].*|(?:.*[-_.])?(?:%1$s)[-_.](?:%2$s)"
              .formatted(KINDS, PARTS));

  private static final Pattern LIBRARY =
      Pattern.compile(
          "junit:junit.*|org\\.junit\\.[\\w.]+:.*|org\\.testng:.*|org\\.assertj:.*"
              + "|(?:io\\.cucumber|info\\.cukes):.*|org\\.testcontainers:.*|org\\.spockframework:.*"
              + "|org\\.springframework\\.boot:spring-boot-starter-test"
              + "|:(?:junit|testng|assertj|cucumber|testcontainers|spock)(?:-.*)?");

  private static final Pattern COMPILED =
      Pattern.compile("|compile|provided|implementation|api|compileOnly|compileOnlyApi");

  private final Set<String> folders = new TreeSet<>();
  private final Set<String> modules;

  TestModules(TreeWalk walk) {
    this.modules = walk.modules();
    Set<String> called = called(modules);
    if (called.isEmpty()) {
      return;
    }
    Map<String, List<Found>> sources = new HashMap<>();
    for (Found each : walk.files()) {
      String module = of(each, modules);
      if (!each.output() && called.contains(module) && isMain(each)) {
        sources.computeIfAbsent(module, any -> new ArrayList<>()).add(each);
      }
    }
    Map<String, BuildFile> builds = builds(walk);
    sources.forEach(
        (module, files) -> {
          if (isForTests(files, builds.get(module))) {
            folders.add(module);
          }
        });
  }

  /** Whether a file is source or a resource of such a module. */
  boolean hold(Found file) {
    if (folders.isEmpty()) {
      return false;
    }
    String module = of(file, modules);
    return folders.contains(module) && file.file().startsWith(module + "/src/");
  }

  /** Those of some modules that are called as ones for tests; the analysed folder never is. */
  static Set<String> called(Set<String> modules) {
    return modules.stream()
        .filter(each -> !each.isEmpty())
        .filter(each -> NAME.matcher(each.substring(each.lastIndexOf('/') + 1)).matches())
        .collect(Collectors.toSet());
  }

  /** The folder of the module that holds a file; empty for the root. */
  static String of(Found file, Set<String> modules) {
    String folder = file.folder();
    while (!folder.isEmpty() && !modules.contains(folder)) {
      folder = Layout.parent(folder);
    }
    return folder;
  }

  private static boolean isMain(Found file) {
    return SourceLanguage.of(file.name()) != null && Layout.byPath(file.folder()) == Role.MAIN;
  }

  private static boolean isForTests(List<Found> files, @Nullable BuildFile build) {
    boolean given = build != null && build.used().stream().anyMatch(TestModules::isGiven);
    long using =
        files.stream()
            .filter(each -> SourceHead.read(each.path()).importsTestLibrary())
            .limit(given ? 1 : files.size())
            .count();
    return given ? using > 0 : using == files.size();
  }

  private static boolean isGiven(Dependency library) {
    return COMPILED.matcher(library.scope()).matches() && LIBRARY.matcher(library.name()).matches();
  }

  /** All build files, since those around a module say in which scope it has a library. */
  private static Map<String, BuildFile> builds(TreeWalk walk) {
    Map<String, BuildFile> read = new HashMap<>();
    for (Found each : walk.files()) {
      boolean maven = each.name().equals("pom.xml");
      if (!each.output() && (maven || BuildFile.isOfGradle(each.name()))) {
        try {
          String text = SourceText.read(each.path(), JavaFile.LIMIT).text();
          read.put(
              each.folder(),
              maven ? BuildFile.ofMaven(SafeXml.read(text)) : BuildFile.ofGradle(text));
        } catch (UnreadableFileException | MalformedXml unread) {
          // said where resources are read; without it the module stays main code
        }
      }
    }
    return BuildFile.settled(read);
  }
}
