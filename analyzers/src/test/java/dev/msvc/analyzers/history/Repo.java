package dev.msvc.analyzers.history;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository that a test makes, a day a commit from 2024-01-01 on. */
final class Repo implements AutoCloseable {
  private static final long DAY = 86_400;
  private static final Instant START = Instant.parse("2024-01-01T12:00:00Z");

  final Path root;
  final Git git;
  private long day;
  private PersonIdent who = person("Ann Archer", "ann@acme.org");

  Repo(Path root) {
    HandsOff.install();
    this.root = root;
    try {
      git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PersonIdent person(String name, String email) {
    return new PersonIdent(name, email, START, ZoneOffset.UTC);
  }

  Repo by(String name, String email) {
    who = person(name, email);
    return this;
  }

  /** Days until the next commit. */
  Repo later(int days) {
    day += days;
    return this;
  }

  Repo file(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes of {@code com.acme}, as {@code orders.Order}, each with something new in it. */
  Repo classes(String... names) {
    for (String each : names) {
      int dot = each.lastIndexOf('.');
      file(
          "src/main/java/com/acme/" + each.replace('.', '/') + ".java",
          "package com.acme.%s;\n\nclass %s { int change%d; }\n"
              .formatted(each.substring(0, dot), each.substring(dot + 1), day));
    }
    return this;
  }

  Repo remove(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits all that differs. */
  RevCommit commit(String message) {
    try {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      Instant at = START.plusSeconds(DAY * day++);
      PersonIdent signed = new PersonIdent(who, at);
      return git.commit()
          .setMessage(message)
          .setAuthor(signed)
          .setCommitter(signed)
          .setSign(false)
          .setAllowEmpty(true)
          .call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Commits changes of classes. */
  RevCommit change(String... names) {
    return classes(names).commit("change " + List.of(names));
  }

  Repo branch(String name) {
    try {
      boolean there = git.getRepository().findRef(name) != null;
      git.checkout().setName(name).setCreateBranch(!there).call();
      return this;
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Repo merge(String name) {
    try {
      Ref other = git.getRepository().findRef(name);
      git.merge().include(other).setFastForward(MergeCommand.FastForwardMode.NO_FF).call();
      day++;
      return this;
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  History history() {
    return history(root);
  }

  static History history(Path folder) {
    return Monolith.analyze(folder, Inputs.NONE.withHistory(true), Progress.NONE).history();
  }

  @Override
  public void close() {
    git.close();
  }
}
