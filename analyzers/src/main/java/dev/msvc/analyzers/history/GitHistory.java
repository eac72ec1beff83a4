package dev.msvc.analyzers.history;

import dev.msvc.analyzers.cache.Store;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.HistoryState;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** What git keeps of the repository around a folder. See {@code docs/history.md}. */
public final class GitHistory {
  /** It is not to be read. */
  public static final GitHistory LEFT_ALONE =
      new GitHistory(
          "",
          List.of(),
          Uncommitted.NONE,
          Mailmap.NONE,
          CodeOwners.NONE,
          HistoryState.LEFT_ALONE,
          List.of());

  private static final String MAILMAP = ".mailmap";
  private static final long LARGEST = 10_000_000;

  /** Where GitHub looks, in its order, and then GitLab. */
  private static final List<String> CODE_OWNERS =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  private final String prefix;
  private final List<LoggedCommit> commits;
  private final Uncommitted uncommitted;
  private final Mailmap mailmap;
  private final CodeOwners owners;
  private final HistoryState state;
  private final List<Unread> unread;

  private GitHistory(
      String prefix,
      List<LoggedCommit> commits,
      Uncommitted uncommitted,
      Mailmap mailmap,
      CodeOwners owners,
      HistoryState state,
      List<Unread> unread) {
    this.prefix = prefix;
    this.commits = commits;
    this.uncommitted = uncommitted;
    this.mailmap = mailmap;
    this.owners = owners;
    this.state = state;
    this.unread = unread;
  }

  /**
   * Reads all that led to the state that is checked out. Writes nothing into the repository, runs
   * no program, and contacts nothing; what cannot be read is listed, and the rest is read.
   *
   * @param root a folder in a repository, or in none: then there is no history
   */
  public static GitHistory read(Path root) {
    return read(root, null);
  }

  /**
   * The same; commits that were read before are not read again.
   *
   * @param cache where they are kept between runs; null to keep nothing
   */
  public static GitHistory read(Path root, @Nullable Store cache) {
    try (GitFolder folder = GitFolder.around(root.toRealPath())) {
      return folder == null ? withoutRepository(root) : read(folder, cache);
    } catch (IOException | RuntimeException e) {
      return unreadable(Damage.of(e));
    }
  }

  private static GitHistory withoutRepository(Path root) {
    List<Unread> unread = new ArrayList<>();
    return new GitHistory(
        "",
        List.of(),
        Uncommitted.NONE,
        Mailmap.NONE,
        owners(root, unread),
        HistoryState.NO_REPOSITORY,
        unread);
  }

  private static GitHistory unreadable(String why) {
    return new GitHistory(
        "",
        List.of(),
        Uncommitted.NONE,
        Mailmap.NONE,
        CodeOwners.NONE,
        HistoryState.UNREADABLE,
        List.of(new Unread(".git", 0, "the history cannot be read: " + why)));
  }

  private static GitHistory read(GitFolder folder, @Nullable Store cache) throws IOException {
    Path top = folder.top();
    List<Unread> unread = new ArrayList<>();
    CodeOwners owners = owners(top, unread);
    ObjectId tip = folder.repository().resolve(Constants.HEAD);
    if (tip == null) {
      return new GitHistory(
          folder.prefix(),
          List.of(),
          Uncommitted.NONE,
          Mailmap.NONE,
          owners,
          HistoryState.NO_COMMIT,
          unread);
    }
    Set<ObjectId> ends = new HashSet<>(folder.repository().getObjectDatabase().getShallowCommits());
    KnownCommits kept = cache == null ? null : new KnownCommits(cache, top);
    Map<ObjectId, LoggedCommit> known = kept == null ? Map.of() : kept.read();
    CommitLog log = new CommitLog(folder.repository(), known, ends);
    List<LoggedCommit> commits = log.from(tip);
    // what is damaged or cut off today may be whole tomorrow
    if (kept != null && log.isWhole() && log.isNew()) {
      kept.write(commits);
    }
    unread.addAll(log.unread());
    String mailmap = text(top, MAILMAP, unread);
    return new GitHistory(
        folder.prefix(),
        commits,
        uncommitted(tip, folder, unread),
        mailmap == null ? Mailmap.NONE : new Mailmap(mailmap),
        owners,
        ends.isEmpty() ? HistoryState.WHOLE : HistoryState.SHALLOW,
        unread);
  }

  private static Uncommitted uncommitted(ObjectId tip, GitFolder folder, List<Unread> unread) {
    try {
      return Uncommitted.since(tip, folder);
    } catch (IOException | RuntimeException e) {
      unread.add(new Unread(".git", 0, "what is not committed cannot be told: " + Damage.of(e)));
      return Uncommitted.NONE;
    }
  }

  /** The text of a file of the work tree; null where there is none that can be read. */
  private static @Nullable String text(Path top, String name, List<Unread> unread) {
    Path file = top.resolve(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return null;
      }
      if (Files.size(file) > LARGEST) {
        unread.add(new Unread(name, 0, "larger than %d bytes".formatted(LARGEST)));
        return null;
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      unread.add(new Unread(name, 0, "cannot be read: " + Damage.of(e)));
      return null;
    }
  }

  private static CodeOwners owners(Path top, List<Unread> unread) {
    for (String each : CODE_OWNERS) {
      String text = text(top, each, unread);
      if (text != null) {
        return new CodeOwners(text);
      }
    }
    return CodeOwners.NONE;
  }

  /** What it says of the classes that there are. */
  public History of(Facts facts) {
    return new ChangedClasses(prefix, facts.types()).history(this);
  }

  /**
   * By the name of each commit that is no merge: the source files that it changed or added, those
   * that came from elsewhere, too, by their new paths.
   */
  public SortedMap<String, SortedSet<String>> changedSources() {
    SortedMap<String, SortedSet<String>> changed = new TreeMap<>();
    for (LoggedCommit each : commits) {
      if (!each.isMerge()) {
        SortedSet<String> paths = new TreeSet<>(each.touched().changed());
        each.touched().moved().forEach(move -> paths.add(move.to()));
        changed.put(each.id().name(), paths);
      }
    }
    return changed;
  }

  List<LoggedCommit> commits() {
    return commits;
  }

  Uncommitted uncommitted() {
    return uncommitted;
  }

  Mailmap mailmap() {
    return mailmap;
  }

  CodeOwners owners() {
    return owners;
  }

  HistoryState state() {
    return state;
  }

  List<Unread> unread() {
    return unread;
  }
}
