package dev.msvc.cli;

import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes a folder all at once, as docs/decisions/0014 says: who is killed before the journal is
 * there has changed nothing, and what is in the journal is completed by the next run.
 */
final class FolderWrite {
  private static final String NEXT = FolderJournal.FOLDER;
  private static final String LOCK = MadeFiles.FOLDER + "/lock";

  private final Path root;
  private final FolderJournal journal;
  private final Runnable tick;
  // folders that are there already
  private final Set<Path> staged = new HashSet<>();
  private boolean stopped;

  /**
   * @param tick called before each thing that is done to the disc, so that tests can stop there
   */
  FolderWrite(Path root, Runnable tick) {
    this.root = root.toAbsolutePath().normalize();
    this.journal = new FolderJournal(this.root);
    this.tick = tick;
  }

  /**
   * One file.
   *
   * @param before what was there when it was planned; null for nothing
   * @param after what is to be there; null for nothing
   */
  record Step(String path, @Nullable String before, @Nullable String after, boolean executable) {}

  /** Makes the folder with all that is in it, by one rename. */
  void create(List<Step> steps) {
    Path around = Objects.requireNonNull(root.getParent());
    Path temporary = around.resolve("." + root.getFileName() + ".msvc-new");
    try {
      Files.createDirectories(around);
      if (Files.isSymbolicLink(temporary)) {
        throw new UserError(temporary + " is a symbolic link", "delete it");
      }
      FolderWrite there = new FolderWrite(temporary, tick);
      there.locked(
          () -> {
            there.clear("", true);
            for (Step each : steps) {
              there.stage(temporary, each);
            }
            step(
                () -> {
                  if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                    throw moved(root.getFileName() + " was made meanwhile");
                  }
                  Files.delete(temporary.resolve(LOCK));
                  Files.move(temporary, root, StandardCopyOption.ATOMIC_MOVE);
                });
          },
          () -> there.clear("", false));
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /**
   * Changes files of a folder that is there.
   *
   * @return files that somebody changed while it was written, and that are left as they are
   */
  List<String> change(List<Step> steps) {
    List<String> left = new ArrayList<>();
    try {
      if (Files.isSymbolicLink(root.resolve(MadeFiles.FOLDER))) {
        throw new UserError(
            MadeFiles.FOLDER + " is a symbolic link, and none is followed", "put a folder there");
      }
      locked(
          () -> {
            if (journal.isThere()) {
              throw moved("another msvc was stopped here meanwhile");
            }
            clear(NEXT, true);
            Path staged = journal.staged();
            for (Step each : steps) {
              if (each.after() != null) {
                stage(staged, each);
              }
            }
            steps.forEach(this::check);
            commit(steps);
            left.addAll(complete());
          },
          () -> clear(NEXT, true));
    } catch (IOException e) {
      throw unwritten(e);
    }
    return left;
  }

  /**
   * Completes what an earlier run was stopped in, or clears it away where that had changed nothing.
   *
   * @return files that somebody changed since, and that are left as they are
   */
  List<String> recover() {
    if (!isInterrupted()) {
      return List.of();
    }
    List<String> left = new ArrayList<>();
    try {
      locked(
          () -> {
            if (journal.isThere()) {
              left.addAll(complete());
            } else {
              clear(NEXT, true);
            }
          },
          () -> {});
    } catch (IOException e) {
      throw unwritten(e);
    }
    return left;
  }

  /** Whether an earlier run was stopped in between. */
  boolean isInterrupted() {
    return new SafePath(root, FolderJournal.FILE).obstacle().isEmpty()
        && Files.isDirectory(root.resolve(NEXT), LinkOption.NOFOLLOW_LINKS);
  }

  /** Something that is done to the disc. */
  private interface Work {
    void run() throws IOException;
  }

  /**
   * Runs with a lock that ends with the process, so that a run that was killed bars nobody.
   *
   * @param undo what is done where nothing has been changed yet and it goes wrong
   */
  private void locked(Work work, Work undo) throws IOException {
    Path lock = root.resolve(LOCK);
    Files.createDirectories(Objects.requireNonNull(lock.getParent()));
    if (Files.isSymbolicLink(lock)) {
      throw new UserError(LOCK + " is a symbolic link, and none is followed", "delete it");
    }
    Thread atExit = new Thread(() -> stop(undo));
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try (FileLock held = channel.tryLock()) {
        if (held == null) {
          throw busy();
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
          work.run();
          Files.deleteIfExists(lock);
        } catch (IOException | RuntimeException e) {
          if (!journal.isThere()) {
            undo.run();
          }
          throw e;
        } finally {
          forget(atExit);
        }
      }
    } catch (OverlappingFileLockException e) {
      throw busy();
    }
  }

  /** Ctrl-C: nothing is begun any more, and what was not committed is cleared away. */
  private synchronized void stop(Work undo) {
    stopped = true;
    try {
      if (!journal.isThere()) {
        undo.run();
      }
    } catch (IOException | RuntimeException e) {
      // the next run clears it away
      stopped = true;
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // it is running, and this thread has nothing more to do
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void step(Work work) throws IOException {
    if (stopped) {
      throw moved("interrupted");
    }
    tick.run();
    work.run();
  }

  private UserError busy() {
    return new UserError(
        "another msvc is writing " + root.getFileName(), "run it again when that has ended", 5);
  }

  private static UserError moved(String what) {
    return new UserError(
        what + "; nothing was written", "run it again: it starts from what is there now", 5);
  }

  private UserError interrupted(IOException e) {
    return new UserError(
        "writing stopped in the middle: " + e.getMessage(),
        "see to that and run it again: it completes what was begun",
        8);
  }

  private RuntimeException unwritten(IOException e) {
    if (e instanceof AccessDeniedException) {
      return new UserError("may not write " + e.getMessage(), "see who owns it");
    }
    return new UncheckedIOException(e);
  }

  /** Puts a new file where it waits for its rename. */
  private void stage(Path folder, Step of) throws IOException {
    Path file = new SafePath(folder, of.path()).file();
    Path there = new SafePath(root, of.path()).file();
    Path around = Objects.requireNonNull(file.getParent());
    if (staged.add(around)) {
      step(() -> Files.createDirectories(around));
    }
    step(
        () -> {
          Files.writeString(
              file,
              Objects.requireNonNull(of.after()),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
          permit(file, there, of.executable());
        });
  }

  /** A script can be started, and what the user has permitted or forbidden stays. */
  private static void permit(Path file, Path there, boolean executable) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    if (!file.equals(there) && Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(there));
    } else if (executable) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      if (permissions.contains(PosixFilePermission.GROUP_READ)) {
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
      }
      if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      }
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  /** What the plan was made for must still be there. */
  private void check(Step of) {
    SafePath path = new SafePath(root, of.path());
    String obstacle = path.obstacle();
    if (!obstacle.isEmpty()) {
      throw moved(obstacle);
    }
    if (!Objects.equals(text(path), of.before())) {
      throw moved(of.path() + " was changed meanwhile");
    }
    Path folder = path.file().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder != null && !Files.isWritable(folder)) {
      throw new UserError("may not write " + of.path(), "see who owns " + folder);
    }
  }

  /** Its text; no text of any file where it is none. */
  static @Nullable String text(SafePath path) {
    try {
      return path.text();
    } catch (CharacterCodingException e) {
      return "\0 no text";
    }
  }

  /** From here on there is no way back, and none is needed. */
  private void commit(List<Step> steps) throws IOException {
    Path next = root.resolve(NEXT);
    Path file = next.resolve("journal.new");
    step(() -> Files.createDirectories(next));
    step(() -> Files.writeString(file, FolderJournal.text(steps)));
    step(() -> Files.move(file, journal.file(), StandardCopyOption.ATOMIC_MOVE));
  }

  /** Does what the journal says and is not done yet; Ctrl-C waits for it. */
  private synchronized List<String> complete() {
    try {
      List<String> left = journal.complete(tick);
      clear(NEXT, true);
      return left;
    } catch (IOException e) {
      throw interrupted(e);
    }
  }

  /**
   * Deletes a folder of msvc's own with all that is in it.
   *
   * @param locked whether the lock is held, and stays
   */
  private void clear(String name, boolean locked) throws IOException {
    Path folder = name.isEmpty() ? root : root.resolve(name);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      if (!locked || !root.resolve(LOCK).startsWith(each)) {
        tick.run();
        Files.deleteIfExists(each);
      }
    }
  }
}
