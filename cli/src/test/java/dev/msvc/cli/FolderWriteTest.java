package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cli.FolderWrite.Step;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is changed all at once, whatever happens in between. */
class FolderWriteTest {
  private static final Runnable NOTHING_HAPPENS = () -> {};

  @TempDir Path temporary;

  /** The end of a process: nothing is cleaned up after it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the process before the n-th thing that is done to the disc. */
  private static final class KillAt implements Runnable {
    private int left;

    KillAt(int n) {
      left = n;
    }

    @Override
    public void run() {
      if (left-- == 0) {
        throw new Killed();
      }
    }
  }

  private static Step step(String path, @Nullable String before, @Nullable String after) {
    return new Step(path, before, after, after != null && after.startsWith("#!"));
  }

  private static final List<Step> STEPS =
      List.of(
          step("README.md", "old\n", "new\n"),
          step("k8s/base/new.yaml", null, "a: 1\n"),
          step("gone/one.txt", "one\n", null),
          step("run.sh", null, "#!/bin/sh\n"),
          step(".msvc/base/README.md", "old\n", "new\n"),
          step(".msvc/files.yaml", "files: 1\n", "files: 2\n"));

  private Path folder(String name) throws IOException {
    Path folder = temporary.resolve(name);
    Files.createDirectories(folder.resolve("gone"));
    Files.createDirectories(folder.resolve(".msvc/base"));
    Files.writeString(folder.resolve("README.md"), "old\n");
    Files.writeString(folder.resolve("mine.txt"), "mine\n");
    Files.writeString(folder.resolve("gone/one.txt"), "one\n");
    Files.writeString(folder.resolve(".msvc/base/README.md"), "old\n");
    Files.writeString(folder.resolve(".msvc/files.yaml"), "files: 1\n");
    return folder;
  }

  /** Texts by path, without what is git-ignored of msvc's own. */
  private static SortedMap<String, String> tree(Path folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    if (!Files.exists(folder)) {
      return tree;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(each).toString();
        if (!path.equals(".msvc/lock") && !path.startsWith(".msvc/next")) {
          tree.put(path, Files.readString(each));
        }
      }
    }
    return tree;
  }

  @Test
  void filesAreWrittenDeletedAndStartable() throws IOException {
    Path folder = folder("orders");

    new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS);

    assertThat(tree(folder))
        .containsOnlyKeys(
            ".msvc/base/README.md",
            ".msvc/files.yaml",
            "README.md",
            "k8s/base/new.yaml",
            "mine.txt",
            "run.sh")
        .containsEntry("README.md", "new\n")
        .containsEntry("mine.txt", "mine\n");
    assertThat(folder.resolve("gone")).doesNotExist();
    assertThat(folder.resolve(".msvc/next")).doesNotExist();
    assertThat(Files.isExecutable(folder.resolve("run.sh"))).isTrue();
    assertThat(Files.isExecutable(folder.resolve("README.md"))).isFalse();
  }

  @Test
  void whoIsKilledAnywhereLeavesTheOldOrTheNextRunCompletesTheNew() throws IOException {
    SortedMap<String, String> old = tree(folder("old"));
    Path done = folder("done");
    new FolderWrite(done, NOTHING_HAPPENS).change(STEPS);
    SortedMap<String, String> now = tree(done);
    int completed = 0;
    int undone = 0;

    boolean killed = true;
    for (int n = 0; killed; n++) {
      Path folder = folder("killed-" + n);
      try {
        new FolderWrite(folder, new KillAt(n)).change(STEPS);
        killed = false;
      } catch (Killed e) {
        boolean begun = Files.exists(folder.resolve(".msvc/next/journal"));
        if (!begun && !tree(folder).equals(now)) {
          assertThat(tree(folder)).as("killed at %d", n).isEqualTo(old);
        }
      }
      killedAgain(folder, n);
      new FolderWrite(folder, NOTHING_HAPPENS).recover();
      assertThat(tree(folder)).as("killed at %d", n).isIn(old, now);
      assertThat(folder.resolve(".msvc/next")).doesNotExist();
      if (tree(folder).equals(old)) {
        undone++;
        new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS);
      } else {
        completed++;
      }
      assertThat(tree(folder)).as("run again after %d", n).isEqualTo(now);
    }
    assertThat(completed).isGreaterThan(8);
    assertThat(undone).isGreaterThan(8);
  }

  /** The run that completes may be killed as well. */
  private static void killedAgain(Path folder, int n) {
    try {
      new FolderWrite(folder, new KillAt(n % 3)).recover();
    } catch (Killed e) {
      assertThat(folder).exists();
    }
  }

  @Test
  void aNewFolderIsThereWholeOrNotAtAll() throws IOException {
    List<Step> steps = List.of(step("a/b.txt", null, "b\n"), step(".msvc/files.yaml", null, "f\n"));
    boolean killed = true;
    for (int n = 0; killed; n++) {
      Path folder = temporary.resolve("new-" + n);
      try {
        new FolderWrite(folder, new KillAt(n)).create(steps);
        killed = false;
      } catch (Killed e) {
        assertThat(folder).doesNotExist();
        new FolderWrite(folder, NOTHING_HAPPENS).create(steps);
      }
      assertThat(tree(folder)).containsOnlyKeys("a/b.txt", ".msvc/files.yaml");
      assertThat(temporary.resolve(".new-" + n + ".msvc-new")).doesNotExist();
    }
  }

  @Test
  void aFileThatWasChangedSinceThePlanStopsAll() throws IOException {
    Path folder = folder("orders");
    Files.writeString(folder.resolve("gone/one.txt"), "edited\n");
    SortedMap<String, String> before = tree(folder);

    assertThatThrownBy(() -> new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS))
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.exitCode()).isEqualTo(5))
        .hasMessage("gone/one.txt was changed meanwhile; nothing was written");

    assertThat(tree(folder)).isEqualTo(before);
    assertThat(folder.resolve(".msvc/next")).doesNotExist();
  }

  @Test
  void whatIsEditedAfterAKillIsLeftWithItsBase() throws IOException {
    Path folder = folder("orders");
    for (int n = 0; !Files.exists(folder.resolve(".msvc/next/journal")); n++) {
      try {
        new FolderWrite(folder, new KillAt(n)).change(STEPS);
      } catch (Killed e) {
        assertThat(Files.readString(folder.resolve("README.md"))).isEqualTo("old\n");
      }
    }
    Files.writeString(folder.resolve("README.md"), "edited\n");

    List<String> left = new FolderWrite(folder, NOTHING_HAPPENS).recover();

    assertThat(left).containsExactly("README.md");
    assertThat(tree(folder))
        .containsEntry("README.md", "edited\n")
        .containsEntry(".msvc/base/README.md", "old\n")
        .containsEntry(".msvc/files.yaml", "files: 2\n");
  }

  @Test
  void noSymbolicLinkIsFollowed() throws IOException {
    Path folder = folder("orders");
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("k8s"), outside);

    assertThatThrownBy(() -> new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS))
        .hasMessageContaining("k8s is a symbolic link");

    assertThat(tree(outside)).isEmpty();
    assertThat(Files.readString(folder.resolve("README.md"))).isEqualTo("old\n");
  }

  @Test
  void aJournalOfSomebodyElsesLeadsNowhere() throws IOException {
    Path folder = folder("orders");
    Files.createDirectories(folder.resolve(".msvc/next/files"));
    Files.writeString(temporary.resolve("victim"), "");
    Files.writeString(
        folder.resolve(".msvc/next/journal"), "delete\t%s\t../victim\n".formatted(Digest.of("")));

    assertThatThrownBy(() -> new FolderWrite(folder, NOTHING_HAPPENS).recover())
        .hasMessageContaining("is not what msvc wrote");

    assertThat(temporary.resolve("victim")).exists();
  }

  @Test
  void whileAnotherWritesNobodyElseDoes() throws IOException {
    Path folder = folder("orders");
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".msvc/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThatThrownBy(() -> new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS))
          .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.exitCode()).isEqualTo(5))
          .hasMessage("another msvc is writing orders");
    }
  }

  @Test
  void permissionsThatTheUserGaveStay() throws IOException {
    Path folder = folder("orders");
    assertThat(folder.resolve("README.md").toFile().setExecutable(true)).isTrue();

    new FolderWrite(folder, NOTHING_HAPPENS).change(STEPS);

    assertThat(Files.isExecutable(folder.resolve("README.md"))).isTrue();
  }
}
