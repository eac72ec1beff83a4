package dev.msvc.bench;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.history.GitHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the history of a repository as {@code analyze} does, and nothing else. */
final class HistoryRead {
  private HistoryRead() {}

  /**
   * @param args the repository; a folder that keeps commits between runs, or nothing; a file that
   *     gets what was read, or nothing
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Store cache = args[1].isEmpty() ? null : Store.open(Path.of(args[1]), HistoryRead::fail);
    GitHistory history = GitHistory.read(root, cache);
    if (!args[2].isEmpty()) {
      List<String> lines = new ArrayList<>();
      history
          .changedSources()
          .forEach((commit, paths) -> paths.forEach(path -> lines.add(commit + " " + path)));
      Files.write(Path.of(args[2]), lines, StandardCharsets.UTF_8);
    }
    System.out.println(history.changedSources().size());
  }

  private static void fail(String why) {
    throw new UncheckedIOException(new IOException(why));
  }
}
