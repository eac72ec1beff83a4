package dev.msvc.cluster.git;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.GitWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a repository that is elsewhere: its head is read, and commits are put on top of it.
 * The last few commits are kept in a folder of their own, without a work tree, until the end; no
 * hook and no filter runs.
 */
final class GitBranch implements AutoCloseable {
  private static final int DEPTH = 30;
  private static final int AWAY = 8;

  /** How servers say that somebody else's push was taken meanwhile. */
  private static final Pattern CAME_BETWEEN =
      Pattern.compile(
          "(?i)lock|fetch first|stale|failed to update ref|incorrect old value|is at .* but"
              + " expected");

  /** For one answer: whoever goes back waits so long at most before the cluster is written. */
  private static final int SECONDS = 5;

  private final GitWord word;
  private final String url;
  private final Map<String, String> environment;
  private @Nullable Path folder;
  private @Nullable Repository copy;

  /**
   * That of a plan.
   *
   * @param url of its repository; a folder as a whole path
   * @param environment that has what the plan names
   */
  GitBranch(GitWord word, String url, Map<String, String> environment) {
    this.word = word;
    this.url = url;
    this.environment = environment;
  }

  private String ref() {
    return Constants.R_HEADS + word.branch();
  }

  /** As messages name it. */
  String shown() {
    return "%s of %s".formatted(word.branch(), word.repository());
  }

  /**
   * As it is there now.
   *
   * @throws UserError with exit code 8 where it cannot be reached, 3 where it has no such file
   */
  Head head() {
    return asked(
        () -> {
          Repository here = copy();
          try (Transport there = transport(here)) {
            there.setDepth(DEPTH);
            there.setTagOpt(TagOpt.NO_TAGS);
            there.fetch(
                NullProgressMonitor.INSTANCE,
                List.of(new RefSpec("+%s:%s".formatted(ref(), ref()))));
          }
          Ref found = here.exactRef(ref());
          if (found == null) {
            throw noBranch();
          }
          return read(here, found.getObjectId());
        });
  }

  /**
   * Puts a commit on top of a head, where that is still the branch's.
   *
   * @return false where it is not, and nothing was changed
   * @throws UserError where it is refused
   */
  boolean push(Head onto, String text, String message, PersonIdent author) {
    return asked(
        () -> {
          Repository here = copy();
          ObjectId commit = made(here, onto, text, message, author);
          try (Transport there = transport(here)) {
            RemoteRefUpdate update =
                new RemoteRefUpdate(here, commit.name(), commit, ref(), false, null, onto.id());
            there.push(NullProgressMonitor.INSTANCE, List.of(update));
            return wasTaken(update);
          }
        });
  }

  private boolean wasTaken(RemoteRefUpdate update) {
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> true;
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> false;
      default -> {
        String why = String.valueOf(update.getMessage());
        if (CAME_BETWEEN.matcher(why).find()) {
          yield false;
        }
        throw new UserError(
            "%s refuses the commit: %s".formatted(shown(), why.strip()),
            "let whoever runs the shift push to this branch, or name another that Argo CD or Flux"
                + " reads",
            AWAY);
      }
    };
  }

  private ObjectId made(Repository here, Head onto, String text, String message, PersonIdent author)
      throws IOException {
    try (ObjectInserter objects = here.newObjectInserter();
        RevWalk walk = new RevWalk(here)) {
      RevCommit parent = walk.parseCommit(onto.id());
      ObjectId blob = objects.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(here, parent, blob, objects));
      commit.setParentId(parent);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = objects.insert(commit);
      objects.flush();
      return id;
    }
  }

  /** The parent's, with another text of the one file. */
  private ObjectId tree(Repository here, RevCommit parent, ObjectId blob, ObjectInserter objects)
      throws IOException {
    DirCache all;
    try (ObjectReader reader = here.newObjectReader()) {
      all = DirCache.read(reader, parent.getTree());
    }
    all.getEntry(word.path()).setObjectId(blob);
    return all.writeTree(objects);
  }

  private Head read(Repository here, ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(here)) {
      RevCommit head = walk.parseCommit(id);
      String text = text(here, head);
      List<Head.Made> commits = new ArrayList<>();
      walk.markStart(head);
      for (RevCommit each : walk) {
        if (commits.size() == DEPTH) {
          break;
        }
        commits.add(
            new Head.Made(
                each.getId(),
                each.getCommitterIdent().getWhenAsInstant(),
                said(each, CommitText.SHIFT),
                said(each, CommitText.INTENT)));
      }
      return new Head(id.copy(), text, commits);
    }
  }

  private static String said(RevCommit commit, String key) {
    List<String> lines = commit.getFooterLines(key);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
  }

  private String text(Repository here, RevCommit head) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(here, word.path(), head.getTree())) {
      boolean file =
          walk != null
              && (FileMode.REGULAR_FILE.equals(walk.getRawMode(0))
                  || FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0)));
      if (walk == null || !file) {
        throw new UserError(
            "%s has no file %s".formatted(shown(), word.path()),
            "git: {path: ...} is the file that has the route, from the top of the repository");
      }
      byte[] bytes = here.open(walk.getObjectId(0)).getBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new UserError("%s is no text in UTF-8".formatted(word.path()), "write it in UTF-8");
    }
  }

  private UserError noBranch() {
    return new UserError(
        "%s has no branch %s".formatted(word.repository(), word.branch()),
        "git: {branch: ...} is the one that Argo CD or Flux reads");
  }

  private Repository copy() throws IOException {
    Repository here = copy;
    if (here == null) {
      NoSettings.install();
      Path made = Files.createTempDirectory("msvc-git");
      folder = made;
      here = new FileRepositoryBuilder().setBare().setGitDir(made.toFile()).build();
      here.create(true);
      copy = here;
    }
    return here;
  }

  private Transport transport(Repository here) throws IOException {
    try {
      Transport there = Transport.open(here, new URIish(url));
      there.setTimeout(SECONDS);
      String key = word.access() instanceof GitWord.Access.Key named ? named.file() : "";
      if (there instanceof SshTransport ssh) {
        ssh.setSshSessionFactory(new OpenSsh(key, environment, SECONDS));
      }
      if (word.access() instanceof GitWord.Access.Basic basic) {
        there.setCredentialsProvider(
            new UsernamePasswordCredentialsProvider(
                basic.userVariable().isEmpty() ? "git" : variable(basic.userVariable()),
                variable(basic.passwordVariable())));
      }
      return there;
    } catch (URISyntaxException | NotSupportedException strange) {
      throw new UserError(
          "there is no repository %s".formatted(word.repository()),
          "see git: {repository: ...}: https://, ssh:// or file://, HOST:PATH, or a folder",
          AWAY);
    }
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new UserError(
          "the variable %s, which the plan names for git, is not set".formatted(name),
          "set it where msvc runs",
          AWAY);
    }
    return value;
  }

  /** Something that is asked of the other side. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (NoRemoteRepositoryException none) {
      throw new UserError(
          "there is no repository %s, or it may not be read".formatted(word.repository()),
          "see git: {repository: ...}, and who may read it",
          AWAY);
    } catch (TransportException trouble) {
      if (String.valueOf(trouble.getMessage()).contains("does not have")) {
        throw noBranch();
      }
      throw new UserError(
          "Git at %s cannot be reached: %s".formatted(word.repository(), why(trouble)),
          "see that it answers, and that who runs msvc may read and push there",
          AWAY);
    } catch (IOException broken) {
      throw new UserError(
          "what Git at %s sent cannot be kept: %s"
              .formatted(word.repository(), broken.getMessage()),
          "see that there is room in " + System.getProperty("java.io.tmpdir"),
          AWAY);
    }
  }

  /** JGit begins with the address, and keeps what went wrong in the cause. */
  private String why(TransportException trouble) {
    String said = String.valueOf(trouble.getMessage()).replace(url + ": ", "");
    Throwable cause = trouble.getCause();
    return cause == null || cause.getMessage() == null || said.contains(cause.getMessage())
        ? said
        : said + ": " + cause.getMessage();
  }

  /** At a time, as everybody's clock says it. */
  static PersonIdent person(String name, String mail, Instant when) {
    return new PersonIdent(name, mail, when, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    if (copy != null) {
      copy.close();
      copy = null;
    }
    Path made = folder;
    if (made != null) {
      try (Stream<Path> all = Files.walk(made)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      } catch (IOException | UncheckedIOException left) {
        // what is left is a copy in a temporary folder
      }
      folder = null;
    }
  }
}
