package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.DamagedException;
import dev.msvc.analyzers.cache.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements as they were read in earlier runs, by their text: what a statement means depends on
 * nothing else.
 */
public final class KeptStatements {
  private static final Codec<All> CODEC = Codec.of(All.class);

  private record Kept(String text, SqlStatement statement) {}

  private record All(List<Kept> statements) {}

  private final Store store;
  private final String key;
  private final Map<String, SqlStatement> before = new HashMap<>();

  private KeptStatements(Store store, String key) {
    this.store = store;
    this.key = key;
  }

  /** Those of a folder; from now on the reader need not read them. */
  public static KeptStatements of(Store store, String root, SqlReader reader) {
    String key = store.key("statements").add(CODEC.shape()).add(root).hex();
    KeptStatements kept = new KeptStatements(store, key);
    kept.load();
    reader.know(kept.before);
    return kept;
  }

  private void load() {
    byte[] bytes = store.read(key);
    try {
      if (bytes != null) {
        CODEC.read(bytes).statements().forEach(each -> before.put(each.text(), each.statement()));
      }
    } catch (DamagedException damaged) {
      store.drop(key);
    }
  }

  /** Keeps those that the reader was asked for, where some of them are new. */
  public void keep(SqlReader reader) {
    Map<String, SqlStatement> asked = reader.remembered();
    if (!before.keySet().containsAll(asked.keySet())) {
      List<Kept> all = new ArrayList<>();
      asked.forEach((text, statement) -> all.add(new Kept(text, statement)));
      store.write(key, CODEC.write(new All(all)));
    }
  }
}
