package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Numbers;
import dev.msvc.analyzers.cache.Store;
import java.util.List;
import java.util.function.Supplier;

/**
 * The schema that an earlier analysis was led to by the same files: most edits touch none of them.
 */
final class KeptMigrations {
  private static final Codec<Migrations> CODEC = Codec.of(Migrations.class);

  private KeptMigrations() {}

  /**
   * What was read before, or else is read now.
   *
   * @param files all that is read; their texts are what counts, since they may change meanwhile
   */
  static Migrations of(
      Store store, List<MigrationFile> files, String production, Supplier<Migrations> reading) {
    Key key = store.key("migrations").add(CODEC.shape()).add(production);
    for (MigrationFile each : files) {
      if (each.large() != null) {
        return reading.get();
      }
      key.add(new Numbers().add(each.path()).add(each.size()).add(each.text().get()));
    }
    return store.kept(key.hex(), CODEC, reading);
  }
}
