package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Hash;
import dev.msvc.analyzers.cache.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed file is parsed alone. */
class UnitsTest {
  @TempDir private Path folder;
  private final Map<String, String> texts = new TreeMap<>();

  /** The files that are parsed, in any order. */
  private List<String> parsed(boolean kept) {
    Store store = Objects.requireNonNull(Store.open(folder.resolve("msvc"), each -> {}));
    List<String> parsed = new ArrayList<>();
    List<JavaSource> sources = new ArrayList<>();
    Map<String, Hash> hashes = new HashMap<>();
    texts.forEach(
        (file, text) -> {
          hashes.put(file, Hash.of(text.getBytes(StandardCharsets.UTF_8)));
          sources.add(
              new JavaSource(
                  file,
                  "",
                  () -> {
                    synchronized (parsed) {
                      parsed.add(file);
                    }
                    return new JavaSource.Content(text, 1, false);
                  }));
        });
    Units units = Units.of(store, "/root", hashes);
    CodeReader.Result result = CodeReader.read(sources, units, () -> {});
    CodeReader.Result cold = CodeReader.read(sources, () -> {});
    assertThat(result.references()).isEqualTo(cold.references());
    assertThat(result.code().types().toString()).isEqualTo(cold.code().types().toString());
    if (kept) {
      units.keep();
    }
    // the cold run parses each once
    texts.keySet().forEach(parsed::remove);
    return parsed;
  }

  @Test
  void onlyWhatChangedIsParsedAgain() {
    texts.put("a/Order.java", "package a; class Order { Item item() { return new Item(1); } }");
    texts.put("a/Item.java", "package a; class Item { Item(int n) {} }");
    assertThat(parsed(true)).containsExactlyInAnyOrder("a/Item.java", "a/Order.java");
    assertThat(parsed(true)).isEmpty();

    texts.put("a/Item.java", "package a; class Item { Order o; Item(int n) {} }");
    assertThat(parsed(true)).containsExactly("a/Item.java");

    texts.put("a/New.java", "package a; class New {}");
    texts.remove("a/Order.java");
    assertThat(parsed(true)).containsExactly("a/New.java");
  }

  @Test
  void whatIsNotSureToBeTheSameIsNotKept() {
    texts.put("a/Item.java", "package a; class Item {}");

    parsed(false);

    assertThat(parsed(false)).containsExactly("a/Item.java");
  }

  @Test
  void whatCannotBeParsedIsTriedAgain() {
    texts.put("a/Item.java", "package a; class Item {");
    parsed(true);

    assertThat(parsed(true)).containsExactly("a/Item.java");
  }
}
