package dev.msvc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution as an installation leaves it: a copy with its class-data archive. */
final class Installed {
  private Installed() {}

  /** The launcher of a fresh copy in a scratch folder of this name. */
  static Path of(Bench bench, String scratch)
      throws IOException, InterruptedException, SkippedException {
    Path installed = bench.scratch(scratch).resolve("msvc");
    copy(bench.distribution(), installed);
    Path log = installed.resolveSibling("archive.log");
    Path shop = bench.project().resolve("examples/shop");
    List<String> archive =
        new ArrayList<>(List.of(installed.resolve("bin/msvc-archive").toString()));
    if (Files.isDirectory(shop)) {
      archive.add(shop.toString());
    }
    if (Launched.run(archive, Map.of(), log).exitCode() != 0) {
      throw new SkippedException("no class-data archive could be made, see " + log);
    }
    return installed.resolve("bin/msvc");
  }

  /** What the launcher tells the JVM. */
  static List<String> jvmOptions(Path launcher) throws IOException {
    for (String line : Files.readAllLines(launcher, StandardCharsets.UTF_8)) {
      if (line.startsWith("jvm='") && line.endsWith("'")) {
        return List.of(line.substring(5, line.length() - 1).split(" "));
      }
    }
    throw new IOException("no line jvm='...' in " + launcher);
  }

  /** Files keep their times: the archive is bound to them. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(
              file,
              copied,
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
