package dev.msvc.analyzers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.Unread;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file system says to the walk and a test cannot always bring about. */
class TreeWalkTest {
  @TempDir private Path root;

  @Test
  void aFolderThatMayNotBeReadIsNamedAndTheWalkGoesOn() throws IOException {
    TreeWalk walk = new TreeWalk(root);
    Path secret = root.resolve("src/secret");

    assertThat(walk.visitFileFailed(secret, new AccessDeniedException(secret.toString())))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.postVisitDirectory(root.resolve("half"), new IOException("I/O error")))
        .isEqualTo(FileVisitResult.CONTINUE);
    walk.visitFileFailed(root.resolve(".git"), new AccessDeniedException(".git"));

    assertThat(walk.unread())
        .containsExactly(
            new Unread("src/secret", 0, "permission denied"),
            new Unread("half", 0, "the folder cannot be read"));
  }

  @Test
  void aRootThatMayNotBeReadStopsTheWalk() {
    assertThatThrownBy(
            () -> new TreeWalk(root).visitFileFailed(root, new AccessDeniedException("x")))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(Root.unreadable(Path.of("shop"), new AccessDeniedException("x")))
        .hasMessage("the folder 'shop' cannot be read: permission denied");
  }
}
