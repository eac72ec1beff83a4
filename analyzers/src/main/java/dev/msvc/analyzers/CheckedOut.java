package dev.msvc.analyzers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which commit of a git repository is checked out, told from plain files: asking JGit takes as long
 * as all else that an unchanged tree needs.
 *
 * @param commit its id, or the name of a branch without one; empty where there is no repository
 * @param files that say whose names and folders are whose, if they are there
 */
record CheckedOut(String commit, List<Path> files) {
  private static final List<String> PEOPLE =
      List.of(
          "msvc.yaml",
          "msvc.lock",
          ".mailmap",
          "CODEOWNERS",
          ".github/CODEOWNERS",
          ".gitlab/CODEOWNERS",
          "docs/CODEOWNERS");
  private static final int LONGEST = 1 << 16;

  /** Looks in a folder, and in those around it. */
  static CheckedOut of(Path root) {
    List<Path> files = new ArrayList<>();
    PEOPLE.forEach(each -> files.add(root.resolve(each)));
    for (Path each = root; each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      if (Files.exists(git)) {
        if (!each.equals(root)) {
          Path top = each;
          PEOPLE.forEach(name -> files.add(top.resolve(name)));
        }
        Path folder = folder(each, git);
        files.add(folder.resolve("shallow"));
        files.add(folder.resolve("info/grafts"));
        return new CheckedOut(commit(folder), files);
      }
    }
    return new CheckedOut("", files);
  }

  /** Of a work tree, it is a file that names the folder. */
  private static Path folder(Path around, Path git) {
    String text = Files.isDirectory(git) ? null : text(git);
    return text != null && text.startsWith("gitdir:")
        ? around.resolve(text.substring("gitdir:".length()).strip())
        : git;
  }

  private static String commit(Path folder) {
    String head = text(folder.resolve("HEAD"));
    if (head == null || !head.startsWith("ref:")) {
      return String.valueOf(head);
    }
    String name = head.substring("ref:".length()).strip();
    String common = text(folder.resolve("commondir"));
    Path shared = common == null ? folder : folder.resolve(common.strip());
    for (Path each : List.of(folder, shared)) {
      String loose = text(each.resolve(name));
      if (loose != null) {
        return loose.strip();
      }
    }
    return name + " " + packed(shared, name);
  }

  private static String packed(Path folder, String name) {
    Path tables = folder.resolve("reftable/tables.list");
    try (Stream<String> lines = Files.lines(folder.resolve("packed-refs"))) {
      return lines.filter(each -> each.endsWith(" " + name)).findFirst().orElse("");
    } catch (IOException | UncheckedIOException none) {
      return String.valueOf(text(tables));
    }
  }

  private static @Nullable String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST
          ? Files.readString(file)
          : null;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
