package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * That only one at a time moves a shift that is kept in a file: a lock of the operating system,
 * which ends with its process, however that ends.
 */
final class ShiftLock {
  private static final int MOST = 300;

  private final FileChannel channel;

  private ShiftLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Does something while it is held.
   *
   * @throws UserError as {@link #take}
   */
  static int during(
      ShiftFolder folder, String ending, String who, Clock clock, IntSupplier action) {
    ShiftLock lock = take(folder, ending, who, clock);
    try {
      return action.getAsInt();
    } finally {
      lock.close();
    }
  }

  /**
   * Takes it.
   *
   * @param ending of the file beside the plan that is locked
   * @throws UserError where somebody else holds it: exit code 5, with who and since when
   */
  private static ShiftLock take(ShiftFolder folder, String ending, String who, Clock clock) {
    Path file = folder.beside(ending);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tried(channel);
      if (lock == null) {
        String holder = holder(channel, clock);
        channel.close();
        throw new UserError(
            "%s%s is held by %s".formatted(folder.name(), ending, holder),
            "wait for it, or stop that process",
            5);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              "%s, process %d\n%s\n"
                  .formatted(who, ProcessHandle.current().pid(), clock.instant())
                  .getBytes(StandardCharsets.UTF_8)),
          0);
      return new ShiftLock(channel);
    } catch (IOException unwritable) {
      throw new UserError(
          "%s cannot be written: %s".formatted(file, unwritable.getMessage()),
          "see who may write there",
          8);
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }

  private static String holder(FileChannel channel, Clock clock) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MOST);
    channel.read(text, 0);
    String[] lines =
        new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).split("\n", -1);
    try {
      Duration age = Duration.between(Instant.parse(lines[1]), clock.instant());
      return "%s, for %d s".formatted(lines[0], Math.max(0, age.toSeconds()));
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException unknown) {
      return "another process";
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // it ends with this process at the latest
    }
  }
}
