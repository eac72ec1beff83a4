package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.model.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After any edit, what was kept and what is read again make up what is read from nothing. */
class IncrementalTest {
  private static final Path SHOP = Path.of("..", "examples", "shop");
  private static final int EDITS = 6;

  private final Codec<Analysis> bytes = Codec.of(Analysis.class);
  private final Random random = new Random(5);
  @TempDir private Path folder;
  private Path root;

  @Test
  void anyEditGivesTheBytesOfAColdRun() throws IOException {
    root = folder.resolve("shop");
    copy();
    Inputs kept = Inputs.NONE.withCache(folder.resolve("cache"));
    Monolith.analyze(root, kept, Progress.NONE);
    for (int i = 0; i < EDITS; i++) {
      String edit = edit();

      Analysis incremental = Monolith.analyze(root, kept, Progress.NONE);

      Analysis cold = Monolith.analyze(root, Progress.NONE);
      assertThat(incremental).as("%d: %s", i, edit).isEqualTo(cold);
      assertThat(bytes.write(incremental)).as("%d: %s", i, edit).isEqualTo(bytes.write(cold));
    }
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SHOP.resolve("src"))) {
      for (Path each : files.toList()) {
        Path to = root.resolve(SHOP.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
      }
    }
    Files.copy(SHOP.resolve("pom.xml"), root.resolve("pom.xml"));
  }

  private String edit() throws IOException {
    Path file = any();
    String name = String.valueOf(file.getFileName());
    switch (random.nextInt(6)) {
      case 0 -> {
        Files.delete(file);
        return "deleted " + file;
      }
      case 1 -> {
        Files.move(
            file, file.resolveSibling("Renamed" + name), StandardCopyOption.REPLACE_EXISTING);
        return "renamed " + file;
      }
      case 2 -> {
        Files.writeString(file, Files.readString(any()));
        return "another's text in " + file;
      }
      case 3 -> {
        String text = Files.readString(file);
        int cut = random.nextInt(text.length() + 1);
        Files.writeString(file, text.substring(0, cut) + "\n\n" + text.substring(cut));
        return "lines put into " + file;
      }
      case 4 -> {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("String", "Integer").replace("customer", "client"));
        return "words changed in " + file;
      }
      default -> {
        Files.copy(file, file.resolveSibling("Copy" + name), StandardCopyOption.REPLACE_EXISTING);
        return "copied " + file;
      }
    }
  }

  /** A file of a random kind, so that scripts come as often as classes. */
  private Path any() throws IOException {
    List<String> kinds = List.of(".java", ".java", ".sql", ".xml", ".properties");
    while (true) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> all = files.filter(each -> each.toString().endsWith(kind)).sorted().toList();
        if (!all.isEmpty()) {
          return all.get(random.nextInt(all.size()));
        }
      }
    }
  }
}
