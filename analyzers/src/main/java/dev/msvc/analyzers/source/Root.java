package dev.msvc.analyzers.source;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that the user names, and what can be wrong with it. */
final class Root {
  private Root() {}

  /** Its real path. */
  static Path of(Path named) {
    if (!Files.exists(named)) {
      throw missing(named);
    }
    if (!Files.isDirectory(named)) {
      throw new UserError(
          "'%s' is a file".formatted(named),
          "give the folder that holds the source, as in: msvc analyze DIR");
    }
    try {
      return named.toRealPath();
    } catch (IOException e) {
      throw unreadable(named, e);
    }
  }

  static UserError unreadable(Path named, IOException why) {
    return new UserError(
        "the folder '%s' cannot be read: %s".formatted(named, SourceText.reason(why)),
        why instanceof AccessDeniedException
            ? "give yourself the right to read and enter it, as with: chmod u+rx DIR"
            : "check that the folder is there and its disc is mounted");
  }

  static UserError withoutJava(Path named, boolean empty, SourceTree tree) {
    StringJoiner found = new StringJoiner(", ");
    if (tree.testFiles() > 0) {
      found.add(count(tree.testFiles(), "Java file") + " of tests");
    }
    if (tree.generatedFiles() > 0) {
      found.add(count(tree.generatedFiles(), "generated Java file"));
    }
    if (!tree.resources().isEmpty()) {
      found.add(count(tree.resources().size(), "resource file"));
    }
    if (!tree.unread().isEmpty()) {
      found.add(
          "%s (the first is %s: %s)"
              .formatted(
                  count(tree.unread().size(), "thing") + " that could not be read",
                  tree.unread().get(0).file(),
                  tree.unread().get(0).reason()));
    }
    String what = found.length() > 0 ? "it holds " + found + "; " : "";
    return new UserError(
        empty && tree.unread().isEmpty()
            ? "there is nothing to analyse in '%s'".formatted(named)
            : "there is no main code of Java, Kotlin, Groovy or Scala in '%s'".formatted(named),
        what + "give the folder that holds the Java source, as in: msvc analyze DIR");
  }

  private static UserError missing(Path named) {
    Path nearest = named.toAbsolutePath().normalize();
    Path wanted = nearest;
    while (nearest.getParent() != null && !Files.isDirectory(nearest)) {
      wanted = nearest;
      nearest = nearest.getParent();
    }
    Path similar = similar(nearest, name(wanted));
    return new UserError(
        "there is no folder '%s'".formatted(named),
        similar == null
            ? "the nearest folder that exists is '%s'".formatted(nearest)
            : "did you mean '%s'?".formatted(similar));
  }

  private static @Nullable Path similar(Path folder, String wanted) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> folders = children.filter(Files::isDirectory).toList();
      return folders.stream()
          .filter(each -> distance(name(each), wanted) <= 1 + wanted.length() / 4)
          .min(
              Comparator.comparingInt((Path each) -> distance(name(each), wanted))
                  .thenComparing(Root::name))
          .orElse(null);
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String count(int many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }

  /** Letters to insert, delete or replace to make one of the other (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[other.length()];
  }
}
