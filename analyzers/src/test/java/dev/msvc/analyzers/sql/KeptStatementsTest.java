package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a text means is known in the next run. */
class KeptStatementsTest {
  private static final String QUERY = "select o.id from orders o join item i on i.order_id = o.id";

  @TempDir private Path folder;
  private Path cache;
  private Store store;

  @BeforeEach
  void open() {
    cache = folder.resolve("msvc");
    store = Objects.requireNonNull(Store.open(cache, each -> {}));
  }

  private List<SqlStatement> run(String... texts) {
    SqlReader reader = new SqlReader();
    KeptStatements kept = KeptStatements.of(store, "/root", reader);
    List<SqlStatement> read = Stream.of(texts).map(reader::read).toList();
    kept.keep(reader);
    return read;
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.findFirst().orElseThrow();
    }
  }

  /** Another one for a file that was put in its place. */
  private @Nullable Object inode() throws IOException {
    return Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
  }

  @Test
  void aStatementOfAnEarlierRunIsTakenFromThere() {
    List<SqlStatement> first = run(QUERY, "delete from ?");
    SqlReader reader = new SqlReader();
    KeptStatements.of(store, "/root", reader);

    assertThat(reader.read(QUERY)).isEqualTo(first.get(0)).isEqualTo(new SqlReader().read(QUERY));
    assertThat(reader.isKnown(QUERY)).isTrue();
    assertThat(reader.isKnown("select 1 from other")).isFalse();
  }

  @Test
  void anotherFolderHasItsOwn() {
    run(QUERY);
    SqlReader reader = new SqlReader();

    KeptStatements.of(store, "/other", reader);

    assertThat(reader.isKnown(QUERY)).isFalse();
  }

  @Test
  void onlyWhatTheLastChangedRunAskedForIsKept() {
    run(QUERY);
    run("select 1 from other");
    SqlReader reader = new SqlReader();

    KeptStatements.of(store, "/root", reader);

    assertThat(reader.isKnown(QUERY)).isFalse();
    assertThat(reader.isKnown("select 1 from other")).isTrue();
  }

  @Test
  void nothingIsWrittenWhereNothingIsNew() throws IOException {
    run(QUERY);
    Object before = inode();

    run(QUERY);

    assertThat(inode()).isEqualTo(before);
  }

  @Test
  void whatIsDamagedIsReadAgain() throws IOException {
    List<SqlStatement> first = run(QUERY);
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 2] ^= 1;
    Files.write(file(), bytes);

    assertThat(run(QUERY)).isEqualTo(first);
  }
}
