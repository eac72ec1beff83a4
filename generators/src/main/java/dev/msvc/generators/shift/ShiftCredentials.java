package dev.msvc.generators.shift;

import dev.msvc.model.UserError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a Job is given of Secrets that are there already: by name, and never by value.
 *
 * @param variables of its environment
 * @param keys one where Git is reached through {@code ssh}, else none
 */
public record ShiftCredentials(List<Variable> variables, List<SshKey> keys) {
  private static final String NAME = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
  private static final String KEY = "[A-Za-z0-9._-]{1,253}";

  public ShiftCredentials {
    variables = List.copyOf(variables);
    keys = List.copyOf(keys);
  }

  /** Where nothing is needed. */
  public static ShiftCredentials none() {
    return new ShiftCredentials(List.of(), List.of());
  }

  /**
   * A variable that has what a Secret says.
   *
   * @param key of the Secret
   */
  public record Variable(String name, String secret, String key) {
    public Variable {
      requireName(secret);
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw new UserError(
            "'%s' is no name of a variable".formatted(name),
            "use letters, digits and '_', in the plan");
      }
      if (!key.matches(KEY)) {
        throw new UserError(
            "'%s' is no key of a Secret".formatted(key), "use letters, digits, '.', '_' and '-'");
      }
    }
  }

  /**
   * A key for {@code ssh}, and who answers at the other side.
   *
   * @param key which of the Secret's is the private one
   * @param hosts which has the known hosts
   */
  public record SshKey(String secret, String key, String hosts) {
    public SshKey {
      requireName(secret);
    }
  }

  private static void requireName(String secret) {
    if (!secret.matches(NAME)) {
      throw new UserError(
          "'%s' is no name of a Secret".formatted(secret), "kubectl get secrets has them", 2);
    }
  }

  /** Tells Jobs apart; has nothing of what is in Secrets. */
  String text() {
    return variables.isEmpty() && keys.isEmpty()
        ? ""
        : variables.stream().map(Variable::toString).collect(Collectors.joining("\n")) + keys;
  }
}
