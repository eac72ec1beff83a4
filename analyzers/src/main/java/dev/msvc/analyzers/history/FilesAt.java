package dev.msvc.analyzers.history;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Files of a folder as they were in a commit; nothing is checked out. */
public final class FilesAt {
  private FilesAt() {}

  /**
   * Reads files of a folder that may be gone by now.
   *
   * @param folder where it is or was
   * @param revision as git takes it: a branch, a tag, a commit, {@code HEAD~3}
   * @param wanted says of a path below the folder whether it is to be read
   * @return bytes by path below the folder; none where the commit has no such folder
   * @throws UserError where there is no repository or no such commit
   */
  public static SortedMap<String, byte[]> read(
      Path folder, String revision, Predicate<String> wanted) {
    Path whole = folder.toAbsolutePath().normalize();
    Path there = whole;
    while (!Files.isDirectory(there)) {
      there = Objects.requireNonNull(there.getParent());
    }
    try (GitFolder git = GitFolder.around(there.toRealPath())) {
      if (git == null) {
        throw new UserError(
            "'%s' is looked up in git, and %s is in no repository".formatted(revision, folder),
            "work in the repository of the service");
      }
      String below = there.relativize(whole).toString().replace('\\', '/');
      return read(git.repository(), git.prefix() + below, revision, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of a folder as it was committed last.
   *
   * @return empty where the folder is in no repository; an empty text where the file is in no
   *     commit
   */
  public static Optional<String> committed(Path folder, String file) {
    try (GitFolder git = GitFolder.around(folder.toRealPath())) {
      if (git == null) {
        return Optional.empty();
      }
      if (git.repository().resolve(Constants.HEAD) == null) {
        return Optional.of("");
      }
      byte[] bytes =
          read(git.repository(), git.prefix(), Constants.HEAD, file::equals)
              .getOrDefault(file, new byte[0]);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> read(
      Repository repository, String folder, String revision, Predicate<String> wanted)
      throws IOException {
    ObjectId commit = commit(repository, revision);
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      String start = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
      if (!start.isEmpty()) {
        walk.setFilter(PathFilter.create(start.substring(0, start.length() - 1)));
      }
      while (walk.next()) {
        String path = walk.getPathString();
        boolean file = FileMode.REGULAR_FILE.equals(walk.getRawMode(0));
        if (file && path.startsWith(start) && wanted.test(path.substring(start.length()))) {
          files.put(
              path.substring(start.length()), repository.open(walk.getObjectId(0)).getBytes());
        }
      }
    }
    return files;
  }

  private static ObjectId commit(Repository repository, String revision) throws IOException {
    try {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      if (commit != null) {
        return commit;
      }
    } catch (IllegalArgumentException | AmbiguousObjectException | IncorrectObjectTypeException e) {
      // JGit's words are for programmers
    }
    throw new UserError(
        "git knows no commit '%s'".formatted(revision), "name a branch, a tag or a commit");
  }
}
