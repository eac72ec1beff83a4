package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The only writer to the disc: a file is there whole, or not at all. */
final class Workspace {
  private static final String MARK = "made by msvc";
  private static final int MARK_WITHIN = 200;

  /**
   * Writes one file.
   *
   * @param overwrite whether a file that msvc did not make may be lost
   */
  void write(Path file, boolean overwrite, Consumer<Writer> content) {
    write(file, overwrite, content, new FileAttribute<?>[0]);
  }

  private void write(
      Path file, boolean overwrite, Consumer<Writer> content, FileAttribute<?>... attributes) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError(
          "there is no folder for " + file, "make it first: mkdir -p " + file.getParent());
    }
    check(file, target, overwrite);
    try {
      // not a temporary file of Java's: that is for its maker alone
      Path temporary =
          Files.createFile(folder.resolve(".msvc-" + UUID.randomUUID() + ".tmp"), attributes);
      // also when the user interrupts
      temporary.toFile().deleteOnExit();
      try {
        try (Writer to = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
          content.accept(to);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (AccessDeniedException e) {
      throw new UserError("may not write " + file, "choose another place with --out");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that nobody but its user may read. */
  void writePrivate(Path file, String text) {
    write(
        file,
        true,
        to -> append(to, text),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /**
   * Writes a text in place of another, if that is still what the file holds.
   *
   * @param before what was read; empty where there was no file
   * @throws UserError with exit code 5 where somebody changed it meanwhile
   */
  void replace(Path file, String before, String after) {
    check(file, file.toAbsolutePath(), true);
    Path around = file.toAbsolutePath().getParent();
    try {
      if (before.isEmpty() && around != null && !Files.exists(around)) {
        Files.createDirectory(around);
      }
    } catch (IOException e) {
      throw new UserError("may not make a folder for " + file, "see who owns what is around it");
    }
    write(
        file,
        true,
        to -> {
          try {
            to.write(after);
            to.flush();
            String now = Files.exists(file) ? Files.readString(file) : "";
            if (!now.equals(before)) {
              throw new UserError(
                  file.getFileName() + " was changed meanwhile; nothing was written",
                  "run it again: it starts from what is there now",
                  5);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Makes a folder with these files in it, all at once. */
  void create(Path folder, SortedMap<String, String> files) {
    Path target = folder.toAbsolutePath();
    Path around = target.getParent();
    if (around == null || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(folder + " is there", "nothing is written over it");
    }
    if (!Files.isDirectory(around)) {
      throw new UserError(
          "there is no folder for " + folder, "make it first: mkdir -p " + folder.getParent());
    }
    try {
      // not a temporary folder of Java's: that is for its maker alone
      Path temporary = around.resolve("." + target.getFileName() + ".tmp");
      if (!Files.isDirectory(temporary, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(temporary);
      }
      temporary.toFile().deleteOnExit();
      try {
        files.forEach(
            (name, text) -> {
              temporary.resolve(name).toFile().deleteOnExit();
              write(temporary.resolve(name), true, to -> append(to, text));
            });
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(temporary, files.keySet());
        Files.deleteIfExists(temporary);
      }
    } catch (AccessDeniedException e) {
      throw new UserError("may not write " + folder, "see who owns " + around);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes files that msvc made once more, each whole or not at all; those with more in them than
   * before come first.
   */
  void update(Path folder, SortedMap<String, String> before, SortedMap<String, String> after) {
    after.entrySet().stream()
        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
        .sorted(
            Comparator.comparingInt(
                each -> before.getOrDefault(each.getKey(), "").length() - each.getValue().length()))
        .forEach(
            each -> write(folder.resolve(each.getKey()), true, to -> append(to, each.getValue())));
    Set<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    delete(folder, gone);
  }

  /**
   * Brings a folder to what is planned, all of it or nothing.
   *
   * @return files that somebody changed while it was written, and that are left as they are
   */
  List<String> write(Path folder, List<FolderWrite.Step> steps) {
    FolderWrite write = new FolderWrite(folder, () -> {});
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return write.change(steps);
    }
    write.create(steps);
    return List.of();
  }

  /** Adds files to a folder; none of them may be there yet. */
  void add(Path folder, Map<String, String> files) {
    for (String each : files.keySet()) {
      SafePath path = new SafePath(folder, each);
      String obstacle = path.obstacle();
      if (!obstacle.isEmpty() || Files.exists(path.file(), LinkOption.NOFOLLOW_LINKS)) {
        throw new UserError(
            obstacle.isEmpty() ? path.file() + " is there" : obstacle,
            "nothing is written over it: name another folder, or delete it");
      }
    }
    try {
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = new SafePath(folder, each.getKey()).file();
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        write(file, false, to -> append(to, each.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a folder for what is needed for a moment only; {@link #drop} deletes it. */
  Path aside(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UserError(
          "cannot make a folder for temporary files: " + e.getMessage(),
          "see who owns " + System.getProperty("java.io.tmpdir"),
          8);
    }
  }

  /** Deletes a folder that {@link #aside} made, with all that is in it. */
  void drop(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes bytes into such a folder. */
  void put(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts these files in the place of a folder of ours, whose old ones are lost. */
  void swap(Path folder, SortedMap<String, byte[]> files) {
    Path beside = folder.resolveSibling("." + folder.getFileName() + ".tmp");
    try {
      if (Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
        drop(beside);
      }
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        Path file = beside.resolve(each.getKey());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        put(file, each.getValue());
      }
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        drop(folder);
      }
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Writer to, String text) {
    try {
      to.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder, Set<String> names) {
    for (String each : names) {
      try {
        Files.deleteIfExists(folder.resolve(each));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void check(Path file, Path target, boolean overwrite) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isSymbolicLink(target)) {
      throw new UserError(
          file + " is a symbolic link, and none is followed", "name the file itself");
    }
    if (!Files.isRegularFile(target)) {
      throw new UserError(file + " is not a file", "name a file with --out");
    }
    if (!overwrite && !isOurs(target)) {
      throw new UserError(
          file + " is there and was not made by msvc", "say -y to overwrite it, or name another");
    }
  }

  private static boolean isOurs(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MARK_WITHIN), StandardCharsets.UTF_8).contains(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
