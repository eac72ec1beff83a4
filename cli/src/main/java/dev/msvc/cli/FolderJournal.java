package dev.msvc.cli;

import dev.msvc.cli.FolderWrite.Step;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run has decided to do to a folder: as long as it is there, whoever comes next completes
 * it.
 */
final class FolderJournal {
  /** Where it is, with the files that wait for their place. */
  static final String FOLDER = MadeFiles.FOLDER + "/next";

  static final String FILE = FOLDER + "/journal";

  private static final String WRITE = "write";
  private static final String DELETE = "delete";
  private static final String NOTHING = "-";

  private final Path root;

  FolderJournal(Path root) {
    this.root = root;
  }

  boolean isThere() {
    return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
  }

  Path file() {
    return root.resolve(FILE);
  }

  /** The folder of files that wait. */
  Path staged() {
    return root.resolve(FOLDER).resolve("files");
  }

  /** A line a step: what is done, the digest of what must be there before, and the path. */
  static String text(List<Step> steps) {
    StringBuilder journal = new StringBuilder();
    for (Step each : steps) {
      journal
          .append(each.after() == null ? DELETE : WRITE)
          .append('\t')
          .append(each.before() == null ? NOTHING : Digest.of(each.before()))
          .append('\t')
          .append(each.path())
          .append('\n');
    }
    return journal.toString();
  }

  /**
   * Does what is not done yet, and deletes the journal.
   *
   * @param tick called before each thing that is done to the disc
   * @return files that somebody changed since, and that are left as they are
   */
  List<String> complete(Runnable tick) throws IOException {
    List<String> left = new ArrayList<>();
    for (String line : Files.readAllLines(file())) {
      String[] part = line.split("\t", 3);
      if (part.length < 3) {
        throw new UserError(FILE + " is damaged", "delete the folder " + FOLDER + " and run again");
      }
      SafePath path = path(part[2]);
      String of =
          part[2].startsWith(MadeFiles.BASE) ? part[2].substring(MadeFiles.BASE.length()) : part[2];
      if (!left.contains(of) && !complete(part[0].equals(DELETE), part[1], path, tick)) {
        left.add(of);
      }
    }
    tick.run();
    Files.delete(file());
    return left;
  }

  private SafePath path(String text) {
    try {
      return new SafePath(root, text);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          FILE + " is not what msvc wrote: " + e.getMessage(),
          "delete the folder " + FOLDER + " and run again");
    }
  }

  /** Whether the file is as it is to be; not where somebody has changed it since. */
  private boolean complete(boolean delete, String before, SafePath path, Runnable tick)
      throws IOException {
    Path staged = new SafePath(staged(), path.path()).file();
    boolean waits = Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS);
    if (!path.obstacle().isEmpty()) {
      return false;
    }
    String now = FolderWrite.text(path);
    boolean untouched = before.equals(now == null ? NOTHING : Digest.of(now));
    if (delete) {
      if (now == null) {
        return true;
      }
      if (untouched) {
        tick.run();
        Files.delete(path.file());
        deleteEmpty(path.file().getParent());
      }
      return untouched;
    }
    if (!waits) {
      // it has its place already
      return true;
    }
    if (untouched) {
      tick.run();
      Files.createDirectories(Objects.requireNonNull(path.file().getParent()));
      tick.run();
      Files.move(
          staged, path.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return untouched;
  }

  private void deleteEmpty(@Nullable Path folder) throws IOException {
    Path at = folder;
    while (at != null && !at.equals(root)) {
      try {
        Files.delete(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      at = at.getParent();
    }
  }
}
