package dev.msvc.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real buf, on the PATH or where {@code test-cluster/build} puts it. */
final class Buf {
  private Buf() {}

  /** Null where there is none. */
  static @Nullable Path find() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String each : System.getenv("PATH").split(File.pathSeparator, -1)) {
      folders.add(Path.of(each));
    }
    String chosen = System.getenv("MSVC_TEST_CLUSTER_CACHE");
    Path cache =
        chosen == null
            ? Path.of(System.getProperty("user.home"), ".cache/msvc-test-cluster")
            : Path.of(chosen);
    if (Files.isDirectory(cache)) {
      try (Stream<Path> made = Files.list(cache)) {
        made.sorted().map(each -> each.resolve("bin")).forEach(folders::add);
      }
    }
    return folders.stream()
        .map(each -> each.resolve("buf"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
