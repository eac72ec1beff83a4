package dev.msvc.analyzers.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final byte[] BODY = "what was found".getBytes(UTF_8);

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  private Store store() {
    return store(Store.LIMIT);
  }

  private Store store(long limit) {
    return Objects.requireNonNull(Store.open(folder.resolve("msvc"), limit, said::add));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("msvc"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatWasKeptIsThereForTheNextRun() throws IOException {
    store().write("k", BODY);

    assertThat(store().read("k")).isEqualTo(BODY);
    assertThat(store().read("other")).isNull();
    assertThat(said).isEmpty();
    assertThat(Files.getPosixFilePermissions(folder.resolve("msvc")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void keysTellTwoTextsFromOne() {
    Store store = store();

    assertThat(store.key("x").add("ab").add("c").hex())
        .isEqualTo(store().key("x").add("ab").add("c").hex())
        .isNotEqualTo(store.key("x").add("a").add("bc").hex())
        .isNotEqualTo(store.key("y").add("ab").add("c").hex());
  }

  @Test
  void everyFlippedBitAndEveryCutIsSeenAndDropped() throws IOException {
    Store store = store();
    store.write("k", BODY);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) (1 << bit);
        Files.write(file, bytes);
        assertThat(store.read("k")).as("byte %d, bit %d", at, bit).isNull();
        assertThat(file).doesNotExist();
      }
      Files.write(file, Arrays.copyOf(whole, at));
      assertThat(store.read("k")).as("%d bytes of it", at).isNull();
    }
    assertThat(said).allMatch(each -> each.contains("damaged and was dropped"));
  }

  @Test
  void theFileOfAnotherKeyIsNotTakenForIt() throws IOException {
    Store store = store();
    store.write("k", BODY);
    Files.move(files().get(0), folder.resolve("msvc/other.facts"));

    assertThat(store.read("other")).isNull();
  }

  @Test
  void whatWasUsedLongestAgoGoesFirst() throws IOException {
    Store store = store(500);
    for (String each : List.of("a", "b", "c")) {
      store.write(each, new byte[100]);
      Path file = folder.resolve("msvc/" + each + ".facts");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + each.charAt(0) * 1000L));
    }
    store.read("a");

    store.write("d", new byte[100]);

    assertThat(store.read("b")).isNull();
    assertThat(store.read("a")).isNotNull();
    assertThat(store.read("d")).isNotNull();
  }

  @Test
  void whatIsTooLargeIsNotKept() throws IOException {
    store(500).write("k", new byte[400]);

    assertThat(files()).isEmpty();
    assertThat(said).containsExactly("too large to be kept: 0 MB");
  }

  @Test
  void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
    Path open = Files.createDirectory(folder.resolve("msvc"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(Store.open(open, said::add)).isNull();
    assertThat(said).singleElement().asString().contains("can be written by others");
  }

  @Test
  void aFileInTheWayIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(Store.open(file.resolve("msvc"), said::add)).isNull();
    assertThat(said).singleElement().asString().contains("nothing is kept between runs");
  }

  @Test
  void aFolderThatGoesAwayIsNoError() throws IOException {
    Store store = store();
    Files.delete(folder.resolve("msvc"));

    store.write("k", BODY);

    assertThat(store.read("k")).isNull();
    assertThat(said).singleElement().asString().contains("nothing more is kept");
  }
}
