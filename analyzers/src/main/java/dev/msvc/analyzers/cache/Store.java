package dev.msvc.analyzers.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results, each under the hash of all that it depends on.
 *
 * <p>Several programs may use it at once: a file is there whole or not at all. What cannot be read
 * or written is as if it were not there; what is damaged is thrown away.
 */
public final class Store {
  /** What all files may take together; when it is more, those that were used longest ago go. */
  public static final long LIMIT = 1L << 30;

  private static final long MAGIC = 0x6D73_7663_2D66_0001L;
  private static final int HEAD = 4 * Long.BYTES;
  private static final String SUFFIX = ".facts";

  private final Path folder;
  private final long limit;
  private final String program;
  private final Consumer<String> talk;

  /** Bytes that may still be written before what is there must be added up again. */
  private final AtomicLong room = new AtomicLong();

  private Store(Path folder, long limit, String program, Consumer<String> talk) {
    this.folder = folder;
    this.limit = limit;
    this.program = program;
    this.talk = talk;
  }

  /**
   * Opens a folder, and makes it where it is missing; null where it cannot be used.
   *
   * @param folder below which this program may write
   * @param talk told, in a sentence, what goes wrong
   */
  public static @Nullable Store open(Path folder, Consumer<String> talk) {
    return open(folder, LIMIT, talk);
  }

  static @Nullable Store open(Path folder, long limit, Consumer<String> talk) {
    try {
      if (!Files.isDirectory(folder)) {
        create(folder);
      }
      requirePrivate(folder);
      return new Store(folder, limit, Program.key().hex(), talk);
    } catch (IOException | SecurityException unusable) {
      talk.accept("nothing is kept between runs: " + unusable);
      return null;
    }
  }

  private static void create(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (isPosix(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Where others may write, they could put what they like. */
  private static void requirePrivate(Path folder) throws IOException {
    if (isPosix(folder)) {
      Set<PosixFilePermission> all = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
      if (all.contains(PosixFilePermission.GROUP_WRITE)
          || all.contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new IOException(folder + " can be written by others");
      }
    }
  }

  /** A key that starts with which program this is, and what it keeps there. */
  public Key key(String kind) {
    return new Key().add(program).add(kind);
  }

  /** What was kept under a key; null where nothing was, or where it is damaged. */
  public byte @Nullable [] read(String key) {
    Path file = file(key);
    byte[] all;
    try {
      all = Files.readAllBytes(file);
    } catch (NoSuchFileException unknown) {
      return null;
    } catch (IOException | OutOfMemoryError unreadable) {
      talk.accept("what was kept cannot be read: " + unreadable);
      return null;
    }
    byte[] body = body(all, key);
    if (body == null) {
      talk.accept("what was kept is damaged and was dropped: " + file.getFileName());
      drop(key);
      return null;
    }
    touch(file);
    return body;
  }

  /** What was kept under a key, or else is made now and kept. */
  public <T> T kept(String key, Codec<T> codec, Supplier<T> making) {
    byte[] bytes = read(key);
    try {
      if (bytes != null) {
        return codec.read(bytes);
      }
    } catch (DamagedException damaged) {
      drop(key);
    }
    T made = making.get();
    write(key, codec.write(made));
    return made;
  }

  /** Forgets what was kept under a key. */
  public void drop(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException stays) {
      talk.accept("what was kept cannot be dropped: " + stays);
    }
  }

  private static byte @Nullable [] body(byte[] all, String key) {
    if (all.length < HEAD) {
      return null;
    }
    ByteBuffer head = ByteBuffer.wrap(all);
    int length = all.length - HEAD;
    boolean whole =
        head.getLong() == MAGIC
            && head.getLong() == length
            && head.getLong() == sums(key, all)
            && head.getLong() == 0;
    if (!whole) {
      return null;
    }
    byte[] body = new byte[length];
    System.arraycopy(all, HEAD, body, 0, length);
    return body;
  }

  /** Two sums of 32 bits over the name and all after the head. */
  private static long sums(String key, byte[] all) {
    return (sum(new CRC32C(), key, all) << 32) | sum(new CRC32(), key, all);
  }

  private static long sum(Checksum sum, String key, byte[] all) {
    sum.update(key.getBytes(UTF_8));
    sum.update(all, HEAD, all.length - HEAD);
    return sum.getValue();
  }

  /** So that what is used stays longest. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      // it may go earlier than it could
    }
  }

  /** Keeps bytes under a key, if that can be done. */
  public void write(String key, byte[] body) {
    if (body.length > limit / 2) {
      talk.accept("too large to be kept: %d MB".formatted(body.length / 1_000_000));
      return;
    }
    byte[] all = new byte[HEAD + body.length];
    System.arraycopy(body, 0, all, HEAD, body.length);
    ByteBuffer.wrap(all).putLong(MAGIC).putLong(body.length).putLong(sums(key, all));
    try {
      Path temporary = Files.createTempFile(folder, "new-", ".tmp");
      try {
        Files.write(temporary, all);
        move(temporary, file(key));
      } finally {
        Files.deleteIfExists(temporary);
      }
      if (room.addAndGet(-all.length) < 0) {
        room.set(shrink());
      }
    } catch (IOException full) {
      talk.accept("nothing more is kept: " + full);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException never) {
      throw new IOException("no file can be put in place at once", never);
    }
  }

  private record Kept(Path file, long size, FileTime used) {}

  /** Deletes what is too much; tells how much may come before it is looked at again. */
  private long shrink() throws IOException {
    List<Kept> all = new ArrayList<>();
    long size = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String name = String.valueOf(each.getFileName());
        if (name.endsWith(SUFFIX) || (name.startsWith("new-") && name.endsWith(".tmp"))) {
          Kept kept = kept(each);
          if (kept != null) {
            all.add(kept);
            size += kept.size();
          }
        }
      }
    }
    all.sort(Comparator.comparing(Kept::used));
    for (Kept each : all) {
      if (size <= limit) {
        break;
      }
      Files.deleteIfExists(each.file());
      size -= each.size();
    }
    // others may write there, too
    return (limit - size) / 2;
  }

  private static @Nullable Kept kept(Path file) {
    try {
      BasicFileAttributes its =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Kept(file, its.size(), its.lastModifiedTime());
    } catch (IOException gone) {
      return null;
    }
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }
}
