package dev.msvc.analyzers.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they were in a commit. */
class FilesAtTest {
  @TempDir Path folder;

  @Test
  void filesOfAFolderAreReadAsTheyWere() throws IOException {
    try (Repo repo = new Repo(folder)) {
      repo.file("orders/a.proto", "old")
          .file("orders/b.txt", "x")
          .file("ordersa.proto", "y")
          .commit("1");
      repo.file("orders/a.proto", "new").commit("2");
      Files.writeString(folder.resolve("orders/a.proto"), "not committed");

      assertThat(read("HEAD~1")).isEqualTo("{a.proto=old}");
      assertThat(read("main")).isEqualTo("{a.proto=new}");
    }
  }

  @Test
  void aFolderThatIsGoneByNowIsReadAllTheSame() throws IOException {
    try (Repo repo = new Repo(folder)) {
      repo.file("orders/a.proto", "old").commit("1");
      repo.remove("orders/a.proto");
      Files.deleteIfExists(folder.resolve("orders"));

      assertThat(read("HEAD")).isEqualTo("{a.proto=old}");
    }
  }

  @Test
  void aFolderThatWasNotThereHasNone() throws IOException {
    try (Repo repo = new Repo(folder)) {
      repo.file("other/a.proto", "x").commit("1");

      assertThat(read("HEAD")).isEqualTo("{}");
    }
  }

  @Test
  void whatGitDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> read("HEAD"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no repository");
    try (Repo repo = new Repo(folder)) {
      repo.file("a", "x").commit("1");

      for (String each : new String[] {"v9", "HEAD~5", "..", "-x", "main:a", "\n"}) {
        assertThatThrownBy(() -> read(each))
            .as(each)
            .isInstanceOf(UserError.class)
            .hasMessageContaining("git knows no commit");
      }
    }
  }

  private String read(String revision) {
    SortedMap<String, byte[]> files =
        FilesAt.read(folder.resolve("orders"), revision, path -> path.endsWith(".proto"));
    StringBuilder text = new StringBuilder("{");
    files.forEach(
        (path, bytes) ->
            text.append(path).append('=').append(new String(bytes, StandardCharsets.UTF_8)));
    return text.append('}').toString();
  }
}
