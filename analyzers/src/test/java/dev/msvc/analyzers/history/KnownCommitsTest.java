package dev.msvc.analyzers.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cache.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCommitsTest {
  @TempDir Path root;
  @TempDir Path cache;

  private Store store() {
    return Objects.requireNonNull(Store.open(cache, talk -> {}));
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void aLaterRunReadsNewCommitsOnly() throws IOException {
    try (Repo repo = new Repo(root)) {
      RevCommit first = repo.change("orders.Order", "stock.Item");
      repo.change("orders.Order");
      assertThat(GitHistory.read(root, store()).commits()).hasSize(2);
      // what was read before could not be read again
      String tree = first.getTree().name();
      Files.delete(root.resolve(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2)));
      repo.change("stock.Item");

      GitHistory again = GitHistory.read(root, store());

      assertThat(again.unread()).isEmpty();
      assertThat(again.commits())
          .extracting(each -> each.touched().changed().size())
          .containsExactly(1, 1, 2);
    }
  }

  @Test
  void whatIsKeptSaysTheSameAsWhatIsRead() {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order", "stock.Item");
      repo.classes("sales.Order").remove("src/main/java/com/acme/orders/Order.java");
      repo.commit("move");
      GitHistory fresh = GitHistory.read(root, store());

      assertThat(GitHistory.read(root, store()).commits()).isEqualTo(fresh.commits());
    }
  }

  @Test
  void aRewrittenHistoryCountsAsItIsNow() throws GitAPIException {
    try (Repo repo = new Repo(root)) {
      RevCommit first = repo.change("orders.Order");
      RevCommit gone = repo.change("stock.Item");
      GitHistory.read(root, store());
      repo.git.reset().setMode(ResetCommand.ResetType.HARD).setRef(first.name()).call();
      RevCommit other = repo.later(5).change("orders.Order");

      assertThat(GitHistory.read(root, store()).commits())
          .extracting(LoggedCommit::id)
          .containsExactly(other.getId().copy(), first.getId().copy())
          .doesNotContain(gone.getId().copy());
    }
  }

  @Test
  void aDamagedFileIsNotTrusted() throws IOException {
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");
      GitHistory fresh = GitHistory.read(root, store());
      byte[] bytes = Files.readAllBytes(kept());
      Path file = kept();
      for (int at = 0; at < bytes.length; at += 7) {
        byte[] spoilt = bytes.clone();
        spoilt[at] ^= 1;
        Files.write(file, spoilt);
        assertThat(new KnownCommits(store(), root.toRealPath()).read()).isEmpty();
      }

      assertThat(GitHistory.read(root, store()).commits()).isEqualTo(fresh.commits());
      assertThat(Files.readAllBytes(kept())).isEqualTo(bytes);
    }
  }

  @Test
  void whereNothingCanBeKeptAllIsReadAgain() throws IOException {
    Store gone = store();
    Files.delete(cache);
    try (Repo repo = new Repo(root)) {
      repo.change("orders.Order");

      assertThat(GitHistory.read(root, gone).commits()).hasSize(1);
      assertThat(GitHistory.read(root, gone).commits()).hasSize(1);
    }
  }
}
