package dev.msvc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Published systems, each laid out as its repository would be, beside its class files. */
final class Systems {
  /**
   * A system.
   *
   * @param source what is analysed: {@code MODULE/src/main/java} and {@code resources}
   * @param classes the class files of all modules
   */
  record Laid(String name, Path source, Path classes) {}

  private Systems() {}

  /** Fetches the jars once, with the user's Maven, and lays out what is not yet. */
  static List<Laid> of(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path systems = bench.scratch("systems");
    Path jars = systems.resolve("jars");
    if (!Files.exists(systems.resolve("fetched"))) {
      Path log = bench.scratch("facts").resolve("fetch.log");
      List<String> maven =
          List.of(
              "mvn",
              "-B",
              "-q",
              "-f",
              bench.folder().resolve("systems/pom.xml").toString(),
              "process-resources");
      if (Launched.run(maven, Map.of(), log).exitCode() != 0) {
        throw new SkippedException("Maven could not fetch the systems, see " + log);
      }
      Files.createFile(systems.resolve("fetched"));
    }
    List<Laid> laid = new ArrayList<>();
    for (Path system : list(jars)) {
      String name = system.getFileName().toString();
      Path at = systems.resolve("laid").resolve(name);
      if (!Files.exists(at)) {
        lay(system, at);
      }
      laid.add(new Laid(name, at.resolve("source"), at.resolve("classes")));
    }
    return laid;
  }

  private static void lay(Path jars, Path to) throws IOException {
    for (Path jar : list(jars)) {
      String name = jar.getFileName().toString();
      if (name.endsWith("-sources.jar")) {
        continue;
      }
      String artifact = name.replaceFirst("-\\d.*", "");
      Path module = to.resolve("source").resolve(artifact).resolve("src/main");
      Path sources = jar.resolveSibling(name.substring(0, name.length() - 4) + "-sources.jar");
      unpack(sources, to.resolve("classes"), module);
      unpack(jar, to.resolve("classes"), module);
    }
  }

  /** Java and class files to their places, the rest to the resources, which jars have for both. */
  private static void unpack(Path jar, Path classes, Path module) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        boolean ofTheBuild =
            name.startsWith("META-INF/maven/")
                || name.equals("META-INF/MANIFEST.MF")
                || name.startsWith("META-INF/versions/");
        Path root = module.resolve("resources");
        if (name.endsWith(".java")) {
          root = module.resolve("java");
        } else if (name.endsWith(".class")) {
          root = classes;
        }
        Path to = root.resolve(name).normalize();
        if (!entry.isDirectory() && !ofTheBuild && to.startsWith(root) && !Files.exists(to)) {
          Files.createDirectories(to.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, to);
          }
        }
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.sorted().toList();
    }
  }
}
