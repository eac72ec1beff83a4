package dev.msvc.model.yaml;

import dev.msvc.model.shift.GitWord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code git} of a shift's plan: where steps are commits. */
record ShiftGitReader(MarkedFile file, ShiftTexts texts) {
  private static final List<String> KEYS =
      List.of("repository", "branch", "path", "wait", "author", "userEnv", "passwordEnv", "sshKey");

  Optional<GitWord> git(@Nullable MarkedYaml node) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of = file.fields(node, "git", KEYS);
    MarkedYaml wait = of.get("wait");
    Duration patience = wait == null ? GitWord.PATIENCE : texts.duration(wait, "wait");
    GitWord.Access access = access(node, of);
    try {
      return Optional.of(
          new GitWord(
              required(node, of, "repository"),
              required(node, of, "branch"),
              required(node, of, "path"),
              patience,
              text(of, "author"),
              access,
              node.mark().line()));
    } catch (IllegalArgumentException wrong) {
      throw file.wrong(node, String.valueOf(wrong.getMessage()), "see docs/gitops.md");
    }
  }

  private GitWord.Access access(MarkedYaml node, Map<String, MarkedYaml> of) {
    Optional<String> user = variable(of, "userEnv");
    Optional<String> password = variable(of, "passwordEnv");
    Optional<String> key = text(of, "sshKey");
    texts.needs(
        node,
        user.isEmpty() || password.isPresent(),
        "git has a user and no password",
        "name the variable that has it: passwordEnv: GIT_TOKEN");
    texts.needs(
        node,
        key.isEmpty() || password.isEmpty(),
        "git has a password and a key",
        "leave out one of passwordEnv and sshKey");
    if (key.isPresent()) {
      return new GitWord.Access.Key(key.get());
    }
    return password.isEmpty()
        ? new GitWord.Access.Usual()
        : new GitWord.Access.Basic(user.orElse(""), password.get());
  }

  private Optional<String> variable(Map<String, MarkedYaml> of, String key) {
    Optional<String> name = text(of, key);
    MarkedYaml node = of.get(key);
    if (node != null) {
      texts.needs(
          node,
          name.orElse("").matches("[A-Za-z_][A-Za-z0-9_]*"),
          "'%s' is no name of a variable of the environment".formatted(key),
          "write the variable's name and never what is in it: %s: GIT_TOKEN".formatted(key));
    }
    return name;
  }

  private String required(MarkedYaml node, Map<String, MarkedYaml> of, String key) {
    return text(of, key)
        .orElseThrow(
            () ->
                file.wrong(
                    node,
                    "git says nothing of '%s'".formatted(key),
                    "write git: {repository: URL, branch: main, path: prod/route.yaml}"));
  }

  private Optional<String> text(Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    return node == null ? Optional.empty() : Optional.of(file.scalar(node, key).text());
  }
}
