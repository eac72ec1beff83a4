package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.model.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After any edit, what was kept and what is read again make up what is read from nothing. */
class IncrementalTest {
  private static final Path SHOP = Path.of("..", "examples", "shop");
  private static final int KINDS = 15;

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
    List<Integer> kinds = new ArrayList<>(IntStream.range(0, KINDS).boxed().toList());
    Collections.shuffle(kinds, random);
    for (int i : kinds) {
      String edit = edit(i);

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

  private String edit(int kind) throws IOException {
    Path file = any();
    String name = String.valueOf(file.getFileName());
    switch (kind) {
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
        return changed("words", "", text -> text.replace("String", "Integer"));
      }
      case 5 -> {
        Files.copy(file, file.resolveSibling("Copy" + name), StandardCopyOption.REPLACE_EXISTING);
        return "copied " + file;
      }
      case 6 -> {
        return changed(
            "a method added",
            ".java",
            text -> text.replaceFirst("}\\s*$", "\n  void added() { toString(); }\n}\n"));
      }
      case 7 -> {
        return changed(
            "a method renamed",
            ".java",
            text -> text.replaceFirst("(?m)^(  public [\\w<>]+ \\w+)\\(", "$1Renamed("));
      }
      case 8 -> {
        return changed(
            "a supertype taken away",
            ".java",
            text -> text.replaceFirst(" (?:extends|implements) [\\w<>, ]+", " "));
      }
      case 9 -> {
        return changed(
            "a mapping", ".java", text -> text.replaceFirst("(@(?:Table|Column)\\(.*?\")", "$1x"));
      }
      case 10 -> {
        return changed("a script", ".sql", text -> text.replaceFirst("(?i)(create table )", "$1x"));
      }
      case 11 -> {
        return changed(
            "a comment", ".java", text -> text.replaceFirst("}\\s*$", "\n  // added\n}\n"));
      }
      case 12 -> {
        return changed(
            "a statement in a body",
            ".java",
            text -> text.replaceFirst("\\) \\{\n(?=    )", ") {\n    int added = 1;\n"));
      }
      case 13 -> {
        return changed(
            "a call in a body",
            ".java",
            text -> text.replaceFirst("\\) \\{\n(?=    )", ") {\n    toString();\n"));
      }
      default -> {
        return changed(
            "a constant's text", ".java", text -> text.replaceFirst("\"([a-z ]+)\"", "\"$1x\""));
      }
    }
  }

  /** Changes the first file of a kind, in a random order, in which a change changes something. */
  private String changed(String what, String kind, UnaryOperator<String> change)
      throws IOException {
    List<Path> all = new ArrayList<>(all(kind));
    Collections.shuffle(all, random);
    for (Path each : all) {
      String text = Files.readString(each);
      if (!change.apply(text).equals(text)) {
        Files.writeString(each, change.apply(text));
        return what + " in " + each;
      }
    }
    throw new AssertionError("nothing to change: " + what);
  }

  /** A file of a random kind, so that scripts come as often as classes. */
  private Path any() throws IOException {
    List<String> kinds = List.of(".java", ".java", ".sql", ".xml", ".properties");
    while (true) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      List<Path> all = all(kind);
      if (!all.isEmpty()) {
        return all.get(random.nextInt(all.size()));
      }
    }
  }

  private List<Path> all(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(each -> Files.isRegularFile(each) && each.toString().endsWith(kind))
          .sorted()
          .toList();
    }
  }
}
