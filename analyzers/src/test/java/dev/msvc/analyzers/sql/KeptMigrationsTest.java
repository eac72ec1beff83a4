package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.model.TableFact;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMigrationsTest {
  private static final String ITEMS = "create table items (id int);";

  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private Store store;

  @BeforeEach
  void open() {
    store = Objects.requireNonNull(Store.open(folder.resolve("msvc"), each -> {}));
  }

  private List<String> tables(MigrationFile... files) {
    return MigrationReader.read(List.of(files), List.of(), new SqlReader(), "", store)
        .tables()
        .stream()
        .map(TableFact::name)
        .toList();
  }

  /** A file that counts how often its text is asked for. */
  private MigrationFile file(String path, String text) {
    return new MigrationFile(
        path,
        text.length(),
        () -> {
          asked.incrementAndGet();
          return text;
        });
  }

  @Test
  void theSameFilesAreNotReadAgain() {
    assertThat(tables(file("schema.sql", ITEMS))).containsExactly("items");
    int first = asked.getAndSet(0);

    assertThat(tables(file("schema.sql", ITEMS))).containsExactly("items");

    assertThat(asked.get()).isOne().isLessThan(first);
  }

  @Test
  void anotherTextPlaceOrFileIsReadAnew() {
    tables(file("schema.sql", ITEMS));

    assertThat(tables(file("schema.sql", ITEMS.replace("items", "goods"))))
        .containsExactly("goods");
    assertThat(tables(file("db/V1__a.sql", ITEMS), file("db/V2__b.sql", "drop table items;")))
        .isEmpty();
    assertThat(tables(file("db/V2__a.sql", ITEMS), file("db/V1__b.sql", "drop table items;")))
        .containsExactly("items");
  }

  @Test
  void whatIsTooLargeToBeHeldIsReadEachTime() {
    String[] text = {ITEMS};
    MigrationFile large =
        new MigrationFile("schema.sql", 20_000_000, () -> "", () -> new StringReader(text[0]));
    assertThat(tables(large)).containsExactly("items");

    text[0] = "create table goods (id int);";

    assertThat(tables(large)).containsExactly("goods");
  }
}
