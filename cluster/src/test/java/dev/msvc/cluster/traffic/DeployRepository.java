package dev.msvc.cluster.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A repository that others push to, too, and that can be out of reach. */
record DeployRepository(Path folder) {
  static final String PATH = "prod/route.yaml";
  private static final String BRANCH = "refs/heads/main";

  /** One with a file, and others beside it. */
  static DeployRepository with(Path folder, String text) throws IOException {
    DeployRepository made = new DeployRepository(folder);
    try (Repository repository = made.open()) {
      repository.create(true);
    }
    made.commit("README.md", "deployed by somebody\n");
    made.commit("prod/other.yaml", "kind: Other\n");
    made.commit(PATH, text);
    return made;
  }

  private Repository open() throws IOException {
    return new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
  }

  /** Somebody else's commit. */
  void commit(String path, String text) throws IOException {
    try (Repository repository = open();
        ObjectInserter objects = repository.newObjectInserter();
        RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(BRANCH);
      DirCache files = DirCache.newInCore();
      DirCacheBuilder builder = files.builder();
      if (head != null) {
        builder.addTree(
            new byte[0], 0, repository.newObjectReader(), walk.parseCommit(head).getTree());
        builder.finish();
        builder = files.builder();
        for (int i = 0; i < files.getEntryCount(); i++) {
          if (!files.getEntry(i).getPathString().equals(path)) {
            builder.add(files.getEntry(i));
          }
        }
      }
      DirCacheEntry entry = new DirCacheEntry(path);
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(objects.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
      builder.add(entry);
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(files.writeTree(objects));
      if (head != null) {
        commit.setParentId(head);
      }
      PersonIdent who =
          new PersonIdent(
              "somebody", "else@example", Instant.parse("2025-12-31T00:00:00Z"), ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage("by somebody else\n");
      ObjectId id = objects.insert(commit);
      objects.flush();
      RefUpdate update = repository.updateRef(BRANCH);
      update.setNewObjectId(id);
      update.forceUpdate();
    }
  }

  /** The file at the head. */
  String text() throws IOException {
    return text(PATH);
  }

  /** A file at the head. */
  String text(String path) throws IOException {
    List<String> all = texts(path);
    return all.get(all.size() - 1);
  }

  /** The file in all commits that have it, the oldest first. */
  List<String> texts() throws IOException {
    return texts(PATH);
  }

  private List<String> texts(String path) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Repository repository = open();
        RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve(BRANCH)));
      for (RevCommit each : walk) {
        try (TreeWalk file = TreeWalk.forPath(repository, path, each.getTree())) {
          if (file != null) {
            texts.add(
                new String(
                    repository.open(file.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    Collections.reverse(texts);
    return texts;
  }

  /** Messages of the commits that are not somebody else's, the oldest first. */
  List<String> ours() throws IOException {
    List<String> messages = new ArrayList<>();
    try (Repository repository = open();
        RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve(BRANCH)));
      for (RevCommit each : walk) {
        if (!each.getAuthorIdent().getName().equals("somebody")) {
          messages.add(each.getFullMessage());
        }
      }
    }
    Collections.reverse(messages);
    return messages;
  }

  private Path elsewhere() {
    return folder.resolveSibling("elsewhere");
  }

  /** It cannot be reached. */
  void away() throws IOException {
    Files.move(folder, elsewhere());
  }

  /** It can be reached again. */
  void there() throws IOException {
    Files.move(elsewhere(), folder);
  }
}
