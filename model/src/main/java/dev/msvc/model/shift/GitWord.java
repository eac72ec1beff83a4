package dev.msvc.model.shift;

import java.time.Duration;
import java.util.Optional;

/**
 * Which file in Git says the weights of a route that Argo CD or Flux brings into the cluster.
 *
 * @param repository a URL, or a folder
 * @param branch to which is committed
 * @param path of the file in it
 * @param patience how long a commit may take until it is live
 * @param author {@code NAME <MAIL>} of commits; empty for whoever runs the shift
 * @param line where the plan says it, from 1
 */
public record GitWord(
    String repository,
    String branch,
    String path,
    Duration patience,
    Optional<String> author,
    Access access,
    int line) {
  /** What holds where a plan says nothing. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** How we say who we are. Secrets are named here and never in it. */
  public sealed interface Access {
    /** As whoever runs it: the keys that the program {@code ssh} finds, or nobody. */
    record Usual() implements Access {}

    /** A password or token, and a user or none, in variables of the environment. */
    record Basic(String userVariable, String passwordVariable) implements Access {}

    /** A key in a file, for {@code ssh}. */
    record Key(String file) implements Access {}
  }

  public GitWord {
    if (!repository.matches("(https?|ssh|file)://[^\\s?#-][^\\s?#]*|[^\\s:-][^:\\n]*(:[^:\\n]+)?")
        || repository.matches("[^/]+://[^/@]*:[^/@]*@.*")
        || repository.matches("https?://[^/]*@.*")) {
      throw new IllegalArgumentException(
          "'%s' is no repository: it is https://, ssh:// or file://, HOST:PATH, or a folder, without a password"
              .formatted(repository.replaceFirst("//[^/]*@", "//...@")));
    }
    if (!branch.matches("[A-Za-z0-9_][A-Za-z0-9._/+-]{0,199}")
        || branch.contains("..")
        || branch.contains("//")
        || branch.matches(".*(/|\\.|\\.lock)")) {
      throw new IllegalArgumentException("'%s' is no name of a branch".formatted(branch));
    }
    for (String each : path.split("/", -1)) {
      if (each.isBlank() || each.matches("\\.{1,2}|(?i)\\.git") || each.contains("\\")) {
        throw new IllegalArgumentException(
            "'%s' is no path in a repository: write it from its top, as prod/route.yaml"
                .formatted(path));
      }
    }
    if (author.isPresent() && !author.get().matches("[^<>\\n]+ <[^<>\\s]+>")) {
      throw new IllegalArgumentException(
          "'%s' is no author: write NAME <MAIL>".formatted(author.get()));
    }
  }
}
