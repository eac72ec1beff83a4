package dev.msvc.analyzers.history;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The repository around an analysed folder.
 *
 * @param prefix the analysed folder's path in it, with a slash at its end; empty for all of it
 */
record GitFolder(Repository repository, String prefix) implements AutoCloseable {

  /**
   * Opens the repository that a folder is in.
   *
   * @param root a real path
   * @return null where it is in none
   * @throws IOException where there is one that cannot be opened
   */
  static @Nullable GitFolder around(Path root) throws IOException {
    if (!mayBeAround(root)) {
      return null;
    }
    HandsOff.install();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.setMustExist(true);
    builder.findGitDir(root.toFile());
    File found = builder.getGitDir();
    if (found == null) {
      return null;
    }
    Repository repository = builder.build();
    if (repository.isBare()) {
      repository.close();
      return null;
    }
    Path tree = repository.getWorkTree().toPath().toRealPath();
    if (!root.startsWith(tree)) {
      repository.close();
      return null;
    }
    String inside = tree.relativize(root).toString().replace(File.separatorChar, '/');
    return new GitFolder(repository, inside.isEmpty() ? "" : inside + "/");
  }

  /** Told from plain files: JGit takes longer to say no than all else that an edit needs. */
  private static boolean mayBeAround(Path root) {
    for (Path each = root; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  Path top() throws IOException {
    return repository.getWorkTree().toPath().toRealPath();
  }

  @Override
  public void close() {
    repository.close();
  }
}
