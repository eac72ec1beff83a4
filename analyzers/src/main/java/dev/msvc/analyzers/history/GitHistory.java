package dev.msvc.analyzers.history;

import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** What git keeps of the repository around a folder. See {@code docs/history.md}. */
public final class GitHistory {
  /** No repository. */
  public static final GitHistory NONE =
      new GitHistory("", List.of(), Mailmap.NONE, false, List.of());

  private static final String MAILMAP = ".mailmap";
  private static final long MAILMAP_LIMIT = 10_000_000;

  private final String prefix;
  private final List<LoggedCommit> commits;
  private final Mailmap mailmap;
  private final boolean shallow;
  private final List<Unread> unread;

  private GitHistory(
      String prefix,
      List<LoggedCommit> commits,
      Mailmap mailmap,
      boolean shallow,
      List<Unread> unread) {
    this.prefix = prefix;
    this.commits = commits;
    this.mailmap = mailmap;
    this.shallow = shallow;
    this.unread = unread;
  }

  /**
   * Reads all that led to the state that is checked out. Writes nothing into the repository, runs
   * no program, and contacts nothing; what cannot be read is listed, and the rest is read.
   *
   * @param root a folder in a repository, or in none: then there is no history
   */
  public static GitHistory read(Path root) {
    try (GitFolder folder = GitFolder.around(root.toRealPath())) {
      return folder == null ? NONE : read(folder);
    } catch (IOException | RuntimeException e) {
      return unreadable(Damage.of(e));
    }
  }

  private static GitHistory unreadable(String why) {
    return new GitHistory(
        "",
        List.of(),
        Mailmap.NONE,
        false,
        List.of(new Unread(".git", 0, "the history cannot be read: " + why)));
  }

  private static GitHistory read(GitFolder folder) throws IOException {
    ObjectId tip = folder.repository().resolve(Constants.HEAD);
    if (tip == null) {
      return NONE;
    }
    Set<ObjectId> ends = new HashSet<>(folder.repository().getObjectDatabase().getShallowCommits());
    CommitLog log = new CommitLog(folder.repository(), Map.of(), ends);
    List<LoggedCommit> commits = log.from(tip);
    List<Unread> unread = new ArrayList<>(log.unread());
    return new GitHistory(
        folder.prefix(), commits, mailmap(folder.top(), unread), !ends.isEmpty(), unread);
  }

  private static Mailmap mailmap(Path top, List<Unread> unread) {
    Path file = top.resolve(MAILMAP);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Mailmap.NONE;
      }
      if (Files.size(file) > MAILMAP_LIMIT) {
        unread.add(new Unread(MAILMAP, 0, "larger than %d bytes".formatted(MAILMAP_LIMIT)));
        return Mailmap.NONE;
      }
      return new Mailmap(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      unread.add(new Unread(MAILMAP, 0, "cannot be read: " + Damage.of(e)));
      return Mailmap.NONE;
    }
  }

  /** What it says of the classes that there are. */
  public History of(Facts facts) {
    return new ChangedClasses(prefix, facts.types()).history(commits, mailmap, shallow, unread);
  }
}
